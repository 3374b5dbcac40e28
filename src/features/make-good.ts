import { DateTime } from 'luxon';
import type { Plan } from '../domain/plan.ts';
import { commit } from '../ports/commit.ts';
import { list, load } from '../ports/documents.ts';
import { type Change, type Store, StoreError } from '../ports/store.ts';
import { campaignId, campaignRecord } from '../records/campaign.ts';
import { closingId, openingId } from '../records/closing.ts';
import type { Scope } from '../records/record.ts';
import { roundRecord } from '../records/round.ts';
import { oweClosing } from './owe-closing.ts';
import { oweOpening } from './owe-opening.ts';

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
  if (campaign?.data.cancelled === null && (await store.get(scope.unit, openingId(plan.id))) === undefined) {
    const at = DateTime.max(now, DateTime.fromISO(campaign.data.launched.at, { zone: plan.zone }));
    changes.push(await oweOpening({ store, scope, plan, at }));
  }
  if (changes.length === 0) return;
  try {
    await commit({ store, scope, at: now, actor: 'system', command: 'round.makeGood', subject: plan.id, changes });
  } catch (error) {
    // Another replica has started at the same time and done it.
    if (!(error instanceof StoreError && error.code === 'Duplicate')) throw error;
  }
}
