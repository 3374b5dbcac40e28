import type { DateTime } from 'luxon';
import { lapsesFrom } from '../../domain/calendar/closing.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { openUntil } from '../../model/dossier/dossier.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Nomination } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';
import { nextDossiers } from './steps.ts';

/** A round with its rules, as the calendar found it. */
export interface ClosingRound {
  readonly round: Loaded<Round>;
  readonly plan: Plan;
}

/** The first dossiers that are to lapse now: every draft, and those sent back whose own time is over as well. */
export async function overdue(turn: Turn, of: ClosingRound, now: DateTime): Promise<Loaded<Nomination>[]> {
  return nextDossiers(turn, of.round.data.round, {
    state: 'draft',
    orReturned: (nomination) => lapsesFrom(openUntil({ ...of, nomination })) <= now,
  });
}
