import { isDeepStrictEqual } from 'node:util';
import { numberEarlier } from '../../model/dossier/number.ts';
import { backfill } from '../../model/round/backfill.ts';
import { planKept } from '../../model/round/kept-plan.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import { readInForce } from '../../pipeline/in-force.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { put } from '../../ports/documents.ts';
import { planRecord, planRecordId } from '../../records/campaign.ts';
import { type Settings, settingsId, settingsRecord } from '../../records/settings.ts';

/**
 * At each start. The first file is in force at once; one that says something else than the one in force is kept and offered to the office, which takes it
 * over in chat. Then the unit owes what it would owe had what is in force always been so.
 */
export async function adoptPlan(turn: Turn): Promise<void> {
  const { planVersion: version } = turn.started;
  const known = await turn.get(settingsRecord, settingsId);
  const now = known === undefined ? { plan: version, offered: null, changes: 0 } : await withFile(turn, known.data);
  if (!isDeepStrictEqual(known?.data, now)) {
    turn.commit({
      command: now.offered === version ? 'plan.offer' : 'plan.adopt',
      subject: planRecordId(version),
      changes: [
        ...(await planKept(turn, turn.started)),
        put(settingsRecord, { ...turn.scope, id: settingsId }, known, now),
      ],
    });
  }
  if (now.offered !== null)
    turn.log.warn(
      { inForce: now.plan, file: now.offered },
      'PLAN_FILE is not the plan in force: the office takes it over in chat',
    );
  const inForce = await readInForce(turn, turn.started);
  const begun = { ...turn, ...inForce.on(dayOf(turn)) };
  await backfill(begun);
  await numberEarlier(begun);
}

/** What is in force beside a file that the process was started with. A release that keeps plans in another shape gives the same words another version. */
async function withFile(turn: Turn, settings: Settings): Promise<Settings> {
  const { plan, planVersion: version } = turn.started;
  if (settings.plan === version) return { ...settings, offered: null };
  const adopted = await turn.get(planRecord, planRecordId(settings.plan));
  if (adopted === undefined || isDeepStrictEqual(adopted.data.plan, plan))
    return { ...settings, plan: version, offered: null };
  return { ...settings, offered: version };
}
