import type { Versioned } from '../../pipeline/in-force.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { create } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { planRecord, planRecordId } from '../../records/campaign.ts';

/** A plan is kept under its version, so that what points at the version goes on with it; nothing when it is there. */
export async function planKept(turn: Turn, { plan, planVersion: version }: Versioned): Promise<Change[]> {
  const id = planRecordId(version);
  if ((await turn.get(planRecord, id)) !== undefined) return [];
  return [create(planRecord, turn.scope, id, { version, plan })];
}
