import { oweRefresh } from '../../delivery/owe/owe.ts';
import { lapsesFrom } from '../../domain/calendar/closing.ts';
import { openUntil } from '../../model/dossier/dossier.ts';
import { roundOf, roundPlan } from '../../model/round/round.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { replace } from '../../ports/documents.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { lapseAlone } from './lapse.ts';

/**
 * A dossier that was sent back and not sent again lapses at its own supplement deadline, never at the round's. One that a grace window has
 * given more time keeps it. Looks at the record again, so a second run, or one that comes after the sending, changes nothing.
 */
export async function lapseReturned(turn: Turn, nomination: Loaded<Nomination>): Promise<void> {
  const { data } = nomination;
  if (data.state !== 'returned' || data.returned === null) return;
  const round = await roundOf(turn, data.round);
  const plan = await roundPlan(turn, round);
  const now = turn.clock.now().setZone(plan.zone);
  const until = openUntil({ round, plan, nomination });
  const isOver = now >= lapsesFrom(until);
  const returned = { ...data.returned, until: stamp(until) };
  turn.commit({
    command: isOver ? 'nomination.lapse' : 'nomination.extend',
    subject: nomination.id,
    changes: isOver
      ? await lapseAlone(turn, nomination, now)
      : [
          replace(nominationRecord, nomination, { ...data, returned }),
          oweRefresh(turn.scope, now, nomination.id, nomination.rev + 1),
        ],
  });
}
