import { createHash } from 'node:crypto';
import type { Plan } from '../../domain/plan/plan.ts';
import { numberEarlier } from '../../model/dossier/number.ts';
import { backfill } from '../../model/round/backfill.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { create } from '../../ports/documents.ts';
import { planRecord, planRecordId } from '../../records/campaign.ts';

/** A plan's version is the hash of its content. */
export const versionOf = (plan: Plan): string =>
  createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, 16);

/** Keeps the plan in force under its version; rounds opened under it go on with it whatever the file says later. */
export async function adoptPlan(turn: Turn): Promise<void> {
  const { plan, planVersion: version } = turn;
  const id = planRecordId(version);
  if ((await turn.get(planRecord, id)) === undefined) {
    const changes = [create(planRecord, turn.scope, id, { version, plan })];
    turn.commit({ command: 'plan.adopt', subject: id, changes });
  }
  await backfill(turn);
  await numberEarlier(turn);
}
