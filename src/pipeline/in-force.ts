import type { Plan } from '../domain/plan/plan.ts';
import { versionOf } from '../domain/plan/plan-version.ts';
import { planWith, turnsOf } from '../domain/settings/plan-with.ts';
import type { SettingChange } from '../domain/settings/setting.ts';
import { planRecord, planRecordId } from '../records/campaign.ts';
import type { Loaded } from '../records/record.ts';
import { type SetValue, settingRecord, settingsId, settingsRecord } from '../records/settings.ts';
import type { Reads } from './reads.ts';

export interface Versioned {
  readonly plan: Plan;
  readonly planVersion: string;
}

/** The plan in force of a unit, day by day. */
export interface InForce {
  /** What the values that were set in chat are set upon. */
  readonly file: Versioned;
  /** Those, in the order in which they were made; what was taken back is not among them. */
  readonly changes: readonly SettingChange[];
  /** The day as `yyyy-MM-dd`. */
  on(day: string): Versioned;
}

/** A plan with these changes; each day is worked out once. */
export function inForceWith(file: Versioned, changes: readonly SettingChange[]): InForce {
  const turns = turnsOf(file.plan, changes);
  if (turns.length === 0) return { file, changes, on: () => file };
  const made = new Map<string, Versioned>();
  return {
    file,
    changes,
    on(day) {
      // Between two days from which something else holds the plan is the same one.
      const since = turns.findLast((turn) => turn <= day) ?? '';
      const known = made.get(since);
      if (known !== undefined) return known;
      const plan = planWith(file.plan, changes, since);
      const versioned = { plan, planVersion: versionOf(plan) };
      made.set(since, versioned);
      return versioned;
    },
  };
}

/** By what the process was started with: what was in force when it last looked. */
const remembered = new WeakMap<Versioned, { readonly etag: string; readonly inForce: InForce }>();

/** What is in force as the turn sees it: remembered until the one small record that tells of a change is written. */
export async function readInForce(turn: Reads, started: Versioned): Promise<InForce> {
  const settings = await turn.get(settingsRecord, settingsId);
  if (settings === undefined) return inForceWith(started, []);
  const known = remembered.get(started);
  if (known !== undefined && known.etag === settings.etag) return known.inForce;
  const { plan, changes } = settings.data;
  const inForce = inForceWith(await fileOf(turn, plan, started), changes === 0 ? [] : await changesOf(turn));
  remembered.set(started, { etag: settings.etag, inForce });
  return inForce;
}

/** Another process may have been started with another file, or an older one. */
async function fileOf(turn: Reads, version: string, started: Versioned): Promise<Versioned> {
  if (version === started.planVersion) return started;
  const adopted = await turn.get(planRecord, planRecordId(version));
  return adopted === undefined ? started : { plan: adopted.data.plan, planVersion: version };
}

const isInForce = ({ data }: Loaded<SetValue>): boolean => data.undone === null;

async function changesOf(turn: Reads): Promise<SettingChange[]> {
  const all = (await turn.list(settingRecord)).filter(isInForce).sort(inOrder);
  return all.map(({ id, data: { setting, value, from, source } }) => ({ id, setting, value, from, source }));
}

/** As they were made. */
export const inOrder = (a: Loaded<SetValue>, b: Loaded<SetValue>): number =>
  a.data.set.at === b.data.set.at ? (a.id < b.id ? -1 : 1) : a.data.set.at < b.data.set.at ? -1 : 1;
