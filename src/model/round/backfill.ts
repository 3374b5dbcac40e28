import { DateTime } from 'luxon';
import { openingLook } from '../../domain/calendar/opening.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { commit, stamp } from '../../ports/commit.ts';
import { list, load, replace } from '../../ports/documents.ts';
import { type Change, type Store, StoreError } from '../../ports/store.ts';
import { type Campaign, campaignId, campaignRecord } from '../../records/campaign.ts';
import { closingId, openingId, openingRecord } from '../../records/closing.ts';
import type { Scope } from '../../records/record.ts';
import { roundRecord } from '../../records/round.ts';
import { oweOpening } from './opening.ts';
import { oweClosing } from './owe-closing.ts';
import { openedRounds } from './round.ts';

interface Start {
  readonly store: Store;
  readonly scope: Scope;
  readonly now: DateTime;
}

/** Rounds opened and campaigns launched by an earlier release owe what they would owe today. Run at each start; twice changes nothing. */
export async function makeGood({ store, scope, now }: Start, plan: Plan): Promise<void> {
  const changes: Change[] = [];
  for (const round of await list(store, { unit: scope.unit, type: roundRecord })) {
    const known = await store.get(scope.unit, closingId(round.data.round));
    if (known === undefined) changes.push(oweClosing(scope, round.data));
  }
  const campaign = await load(store, scope.unit, campaignRecord, campaignId(plan.id));
  if (campaign?.data.cancelled === null) changes.push(...(await opening({ store, scope, now }, plan, campaign.data)));
  if (changes.length === 0) return;
  try {
    await commit({ store, scope, at: now, actor: 'system', command: 'round.makeGood', subject: plan.id, changes });
  } catch (error) {
    // Another replica has started at the same time and done it.
    if (!(error instanceof StoreError && (error.code === 'Duplicate' || error.code === 'Conflict'))) throw error;
  }
}

/** A plan that now foresees an earlier day is looked at in time for it. */
async function opening({ store, scope, now }: Start, plan: Plan, campaign: Campaign): Promise<Change[]> {
  const known = await load(store, scope.unit, openingRecord, openingId(plan.id));
  if (known === undefined) {
    const at = DateTime.max(now, DateTime.fromISO(campaign.launched.at, { zone: plan.zone }));
    return [await oweOpening({ store, scope, plan, at })];
  }
  const opened = new Set((await openedRounds({ store, scope, plan })).map(({ data }) => data.round));
  const settledAt = DateTime.fromISO(known.data.settledAt, { zone: plan.zone });
  const { due, next } = openingLook({ plan, opened, settledAt, now });
  const wanted = due.length > 0 ? now : next;
  const { dueAt } = known.data;
  if (wanted === undefined || (dueAt !== null && dueAt <= stamp(wanted))) return [];
  return [replace(openingRecord, known, { ...known.data, dueAt: stamp(wanted) })];
}
