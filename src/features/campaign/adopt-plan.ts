import { createHash } from 'node:crypto';
import type { DateTime } from 'luxon';
import type { Plan } from '../../domain/plan/plan.ts';
import { makeGood } from '../../model/round/backfill.ts';
import { commit } from '../../ports/commit.ts';
import { create } from '../../ports/documents.ts';
import { type Store, StoreError } from '../../ports/store.ts';
import { planRecord, planRecordId } from '../../records/campaign.ts';
import type { Scope } from '../../records/record.ts';

interface Start {
  readonly store: Store;
  readonly scope: Scope;
  readonly now: DateTime;
}

/** Keeps the plan under the version that its content gives; rounds opened under it go on with it whatever the file says later. */
export async function adoptPlan(at: Start, plan: Plan): Promise<string> {
  const version = await keep(at, plan);
  await makeGood(at, plan);
  return version;
}

async function keep(at: Start, plan: Plan): Promise<string> {
  const version = createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, 16);
  const id = planRecordId(version);
  if ((await at.store.get(at.scope.unit, id)) !== undefined) return version;
  try {
    await commit({
      store: at.store,
      scope: at.scope,
      at: at.now,
      actor: 'system',
      command: 'plan.adopt',
      subject: id,
      changes: [create(planRecord, at.scope, id, { version, plan })],
    });
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'Duplicate')) throw error;
  }
  return version;
}
