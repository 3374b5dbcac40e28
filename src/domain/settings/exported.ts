import { stringify } from 'yaml';
import type { Plan } from '../plan/plan.ts';
import { type SettingChange, timeline } from './setting.ts';
import { settingsOf } from './settings.ts';

/**
 * The plan with what was set in chat as one file again, which is the same plan on every day: what the file has by the day stands in its place, of the rest
 * the values by the day stand under `changes`.
 */
export function exportedPlan(plan: Plan, changes: readonly SettingChange[]): Plan {
  const touched = new Set([...(plan.changes ?? []), ...changes].map(({ setting }) => setting));
  const later: NonNullable<Plan['changes']> = [];
  let made = plan;
  for (const setting of settingsOf(plan)) {
    if (!touched.has(setting.id)) continue;
    const all = timeline(setting, plan, changes);
    if (setting.counts === 'paper' || setting.fixedFrom !== undefined) made = setting.put(made, all, '');
    else
      for (const { from, value, source } of all)
        if (from !== '') later.push({ setting: setting.id, from, value: value as never, source });
  }
  const { changes: _before, ...rest } = made;
  return later.length === 0 ? rest : { ...rest, changes: later };
}

/** A plan as a file. @param heading said above it, as a comment */
export const planText = (plan: Plan, heading: string): string =>
  `${heading.replace(/^/gm, '# ')}\n\n${stringify(plan, { lineWidth: 120 })}`;
