import { isDeepStrictEqual } from 'node:util';
import type { Plan } from '../plan/plan.ts';
import type { Setting } from './setting.ts';
import { settingsOf } from './settings.ts';

export interface Differences {
  /** Settings of which the other plan has another value, on whatever day; as the other plan has them. */
  readonly settings: readonly Setting[];
  /** Parts of the plan that differ in anything else. */
  readonly sections: readonly string[];
}

/** What another file of the plan has otherwise. */
export function differencesOf(plan: Plan, other: Plan): Differences {
  const own = new Map(settingsOf(plan).map((setting) => [setting.id, setting]));
  const settings: Setting[] = [];
  let rest = other;
  for (const setting of settingsOf(other)) {
    const held = own.get(setting.id)?.inPlan(plan);
    if (held === undefined || isDeepStrictEqual(held, setting.inPlan(other))) continue;
    settings.push(setting);
    rest = setting.put(rest, held, lastDay);
  }
  const named = rest as Readonly<Record<string, unknown>>;
  const known = plan as Readonly<Record<string, unknown>>;
  const sections = [...new Set([...Object.keys(plan), ...Object.keys(other)])].filter(
    (section) => !isDeepStrictEqual(known[section], named[section]),
  );
  return { settings, sections };
}

/** By then everything holds. */
const lastDay = '9999-12-31';
