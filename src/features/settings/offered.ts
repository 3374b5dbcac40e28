import { settingsOf } from '../../domain/settings/settings.ts';
import type { InForce, Versioned } from '../../pipeline/in-force.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { planRecord, planRecordId } from '../../records/campaign.ts';
import { settingsId, settingsRecord } from '../../records/settings.ts';

/** The file that waits to be taken over; undefined when none does. */
export async function offeredPlan(turn: Turn): Promise<Versioned | undefined> {
  const version = (await turn.get(settingsRecord, settingsId))?.data.offered ?? null;
  const kept = version === null ? undefined : await turn.get(planRecord, planRecordId(version));
  return kept && { plan: kept.data.plan, planVersion: kept.data.version };
}

/** Values set in chat for which another file has no place: they count for nothing as long as it is in force. */
export function homeless({ changes }: InForce, { plan }: Versioned): string[] {
  const settings = new Map(settingsOf(plan).map((setting) => [setting.id, setting]));
  return [
    ...new Set(
      changes
        .filter(({ setting, value }) => settings.get(setting)?.schema.safeParse(value).success !== true)
        .map(({ setting }) => setting),
    ),
  ];
}
