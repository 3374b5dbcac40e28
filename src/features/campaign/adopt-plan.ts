import { numberEarlier } from '../../model/dossier/number.ts';
import { backfill } from '../../model/round/backfill.ts';
import { planKept } from '../../model/round/kept-plan.ts';
import { readInForce } from '../../pipeline/in-force.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { put } from '../../ports/documents.ts';
import { planRecordId } from '../../records/campaign.ts';
import { settingsId, settingsRecord } from '../../records/settings.ts';

/** Keeps the file's plan under its version, and has it in force; then the unit owes what it would owe had it always been so. */
export async function adoptPlan(turn: Turn): Promise<void> {
  const { planVersion: version } = turn.started;
  const known = await turn.get(settingsRecord, settingsId);
  if (known?.data.plan !== version) {
    const settings = { changes: 0, ...known?.data, plan: version, offered: null };
    turn.commit({
      command: 'plan.adopt',
      subject: planRecordId(version),
      changes: [
        ...(await planKept(turn, turn.started)),
        put(settingsRecord, { ...turn.scope, id: settingsId }, known, settings),
      ],
    });
  }
  const inForce = await readInForce(turn, turn.started);
  const now = { ...turn, ...inForce.on(turn.at.toFormat('yyyy-MM-dd')) };
  await backfill(now);
  await numberEarlier(now);
}
