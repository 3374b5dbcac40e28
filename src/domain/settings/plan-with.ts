import type { PlanProblem } from '../plan/checks/check.ts';
import { type Plan, planSchema } from '../plan/plan.ts';
import { checkPlan } from '../plan/plan-checks.ts';
import { type SettingChange, timeline } from './setting.ts';
import { settingsOf } from './settings.ts';

/**
 * The plan as it is in force on the day (`yyyy-MM-dd`): its file, and what was set in chat, which wins from its own day on. What has rows by the day has all
 * of them, so that a paper of any day finds its own.
 * @param changes in the order in which they were made
 */
export function planWith(plan: Plan, changes: readonly SettingChange[], on: string): Plan {
  const touched = new Set([...(plan.changes ?? []), ...changes].map(({ setting }) => setting));
  return settingsOf(plan)
    .filter(({ id }) => touched.has(id))
    .reduce((made, setting) => setting.put(made, timeline(setting, plan, changes), on), plan);
}

/** The days from which something else holds, in order. */
export const turnsOf = (plan: Plan, changes: readonly SettingChange[]): string[] =>
  [...new Set([...(plan.changes ?? []), ...changes].map(({ from }) => from))].sort();

/** What is wrong with the values that a file gives by the day: each by itself, then the plan on each of those days. */
export function fileProblems(plan: Plan): PlanProblem[] {
  const { changes = [] } = plan;
  const settings = new Map(settingsOf(plan).map((setting) => [setting.id, setting]));
  const wrong = changes.flatMap(({ setting: id, value }, i): PlanProblem[] => {
    const setting = settings.get(id);
    if (setting === undefined) return [{ path: ['changes', i, 'setting'], reason: 'there is no such setting' }];
    const read = setting.schema.safeParse(value);
    return read.success ? [] : [{ path: ['changes', i, 'value'], reason: read.error.issues[0]?.message ?? 'is wrong' }];
  });
  return wrong.length > 0 || changes.length === 0 ? wrong : problemsWith(plan, []);
}

/** What the checks of a plan's file find wrong with it on any day from which something else holds. */
export function problemsWith(plan: Plan, changes: readonly SettingChange[]): PlanProblem[] {
  const days = new Set([`${plan.period.firstYear}-01-01`, ...turnsOf(plan, changes)]);
  for (const on of [...days].sort()) {
    const made = planWith(plan, changes, on);
    const shape = planSchema.safeParse(made);
    const problems = shape.success
      ? checkPlan(shape.data)
      : shape.error.issues.map(({ path, message }) => ({ path, reason: message }));
    if (problems.length > 0) return problems;
  }
  return [];
}
