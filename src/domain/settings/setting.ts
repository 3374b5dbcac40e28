import type { z } from 'zod';
import type { Plan } from '../plan/plan.ts';
import type { Field } from './field.ts';

export const groups = ['names', 'papers', 'money', 'council', 'steps', 'calendar'] as const;
export type Group = (typeof groups)[number];

/** A value that was set in chat, of the setting so named, and from which day (`yyyy-MM-dd`) it holds. */
export interface SettingChange {
  /** Its own id. */
  readonly id: string;
  readonly setting: string;
  readonly value: unknown;
  readonly from: string;
  readonly source: string;
}

/** A value with the day from which it holds; empty = from the beginning. */
export interface Held {
  readonly from: string;
  readonly value: unknown;
  readonly source: string;
  /** Id of the change that set it; undefined for what the plan's file has. */
  readonly change?: string;
}

/** What an office may set: where it stands in the plan, how it is asked for, and from when a value counts. */
export interface Setting {
  readonly id: string;
  /** What the locales name it by, with `of` among the facts: several settings may be of one name. */
  readonly name: string;
  readonly of: Readonly<Record<string, string>>;
  readonly group: Group;
  /** `paper`: by the day that a paper bears. `day`: from its day on, wherever it is named. `round`: of the rounds that are opened from then on. */
  readonly counts: 'paper' | 'day' | 'round';
  /** By the name of each part of the value; of a value without parts `value` alone. */
  readonly fields: Readonly<Record<string, Field>>;
  /** As the plan is checked. */
  readonly schema: z.ZodType;
  /** Each part as it stands in a form. */
  readonly typed: (value: unknown) => Readonly<Record<string, string>>;
  /** @throws CodedError SETTING_… of the first part that is wrong, with `field` among its facts */
  readonly value: (typed: Readonly<Record<string, string>>) => unknown;
  readonly isOpen: (value: unknown) => boolean;
  /** What the plan itself has, in order of `from`. */
  readonly inPlan: (plan: Plan) => readonly Held[];
  /** The plan with all that is known of this setting, as it is on the day (`yyyy-MM-dd`). */
  readonly put: (plan: Plan, all: readonly Held[], on: string) => Plan;
  /** Values are asked for without a day: each is of a day, or a year, by itself. */
  readonly fixedFrom?: string;
  /** The years in which it is of any use, by default all. */
  readonly years?: { readonly from: number; readonly to: number };
}

/** Whether anybody asks for it in that year. */
export const isAsked = ({ years }: Setting, year: number): boolean =>
  years === undefined || (years.from <= year && year <= years.to);

/** The one that holds on the day; undefined before the first. */
export const heldOn = (all: readonly Held[], on: string): Held | undefined => all.findLast(({ from }) => from <= on);

/**
 * All values that a setting has had and is going to have, in order of the day from which they hold: those of the plan's file, and those set in chat, which
 * take the place of one from the same day. What no longer fits the plan's shape is left out.
 * @param changes in the order in which they were made
 */
export function timeline(setting: Setting, plan: Plan, changes: readonly SettingChange[]): Held[] {
  const all = new Map(setting.inPlan(plan).map((held) => [held.from, held]));
  for (const { setting: of, from, value, source, ...change } of [...(plan.changes ?? []), ...changes]) {
    const read = of === setting.id ? setting.schema.safeParse(value) : undefined;
    const made = 'id' in change ? { change: change.id } : {};
    if (read?.success) all.set(from, { from, value: read.data, source, ...made });
  }
  return [...all.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}
