import type { DateTime } from 'luxon';
import { lapsesFrom } from '../../domain/closing.ts';
import type { Plan } from '../../domain/plan.ts';
import { decode, list } from '../../ports/documents.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';
import type { Deps } from '../context.ts';
import { openUntil } from '../dossier.ts';
import { dossiersPerStep } from './steps.ts';

/** A round with its rules, as the calendar found it. */
export interface ClosingRound {
  readonly round: Loaded<Round>;
  readonly plan: Plan;
}

/** The first dossiers that are to lapse now: every draft, and those sent back whose own time is over as well. */
export async function overdue(deps: Deps, of: ClosingRound, now: DateTime): Promise<Loaded<Nomination>[]> {
  const { unit } = deps.scope;
  const key = of.round.data.round;
  const inState = (state: Nomination['state']) => ({ field: 'state', equals: `${key}:${state}` });
  const drafts = await deps.store.query({
    unit,
    type: nominationRecord.type,
    where: inState('draft'),
    limit: dossiersPerStep,
  });
  if (drafts.items.length > 0) return drafts.items.map((stored) => decode(nominationRecord, stored));
  const returned = await list(deps.store, { unit, type: nominationRecord, where: inState('returned') });
  return returned.filter((nomination) => lapsesFrom(openUntil({ ...of, nomination })) <= now).slice(0, dossiersPerStep);
}
