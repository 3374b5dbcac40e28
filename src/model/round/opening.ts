import type { DateTime } from 'luxon';
import { openingLook } from '../../domain/calendar/opening.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { stamp } from '../../ports/commit.ts';
import { load, put } from '../../ports/documents.ts';
import type { Change, Store } from '../../ports/store.ts';
import { openingId, openingRecord } from '../../records/closing.ts';
import type { Scope } from '../../records/record.ts';

interface Launched {
  readonly store: Store;
  readonly scope: Scope;
  readonly plan: Plan;
  /** When the campaign was launched: nobody is reminded of what was planned for days before. */
  readonly at: DateTime;
}

/** From the launch on, the office is reminded of a round that is still to be opened: commit it together with the launch. */
export async function oweOpening({ store, scope, plan, at }: Launched): Promise<Change> {
  const id = openingId(plan.id);
  const known = await load(store, scope.unit, openingRecord, id);
  const { next } = openingLook({ plan, opened: new Set(), settledAt: at, now: at });
  const dueAt = next === undefined ? null : stamp(next);
  return put(openingRecord, { ...scope, id }, known, { planId: plan.id, settledAt: stamp(at), dueAt });
}
