import type { DateTime } from 'luxon';
import { lapsesFrom } from '../../domain/calendar/closing.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { openUntil } from '../../model/dossier/dossier.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { extensionRecord } from '../../records/extension.ts';
import { byRound } from '../../records/fields.ts';
import { type Nomination, nominationId } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';
import { nextDossiers } from './steps.ts';

/** A round with its rules, as the calendar found it. */
export interface ClosingRound {
  readonly round: Loaded<Round>;
  readonly plan: Plan;
}

/** The first dossiers that are to lapse now: every draft whose candidate has no more time, and those sent back whose own time is over as well. */
export async function overdue(turn: Turn, of: ClosingRound, now: DateTime): Promise<Loaded<Nomination>[]> {
  const key = of.round.data.round;
  const extensions = await turn.list(extensionRecord, byRound(key));
  const later = new Set(
    extensions.filter(({ data }) => data.until > stamp(now)).map(({ data }) => nominationId(key, data.candidate.id)),
  );
  return nextDossiers(turn, key, {
    state: 'draft',
    keeps: ({ id }) => !later.has(id),
    orReturned: (nomination) => lapsesFrom(openUntil({ ...of, nomination })) <= now,
  });
}
