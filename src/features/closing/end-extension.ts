import { lapsesFrom } from '../../domain/calendar/closing.ts';
import { openUntil } from '../../model/dossier/dossier.ts';
import { roundOf, roundPlan } from '../../model/round/round.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { replace } from '../../ports/documents.ts';
import { type Extension, extensionRecord } from '../../records/extension.ts';
import { nominationId, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { lapseAlone } from './lapse.ts';
import { audited } from './steps.ts';

/**
 * The time given to one candidate is over: what was begun and not sent lapses. While the round itself is still open, its own end does that; one
 * that was sent back has a deadline of its own.
 */
export async function endExtension(turn: Turn, extension: Loaded<Extension>): Promise<void> {
  const { data } = extension;
  if (data.isOver) return;
  const round = await roundOf(turn, data.round);
  const plan = await roundPlan(turn, round);
  const at = turn.clock.now().setZone(plan.zone);
  const nomination = await turn.get(nominationRecord, nominationId(data.round, data.candidate.id));
  const isLapsing =
    nomination?.data.state === 'draft' && at >= lapsesFrom(openUntil({ round, plan, nomination, extension }));
  turn.commit({
    command: 'extension.end',
    subject: extension.id,
    changes: [
      replace(extensionRecord, extension, { ...data, isOver: true }),
      ...(isLapsing
        ? [
            ...(await lapseAlone(turn, nomination, at)),
            audited(turn, { at, command: 'nomination.lapse', subject: nomination.id }),
          ]
        : []),
    ],
  });
}
