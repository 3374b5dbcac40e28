import { z } from 'zod';
import { act, day } from './fields.ts';
import { defineRecord } from './record.ts';

const change = z.strictObject({
  /** As `domain/settings` names it. */
  setting: z.string(),
  /** As it stands in the plan; what the plan's shape no longer takes counts for nothing. */
  value: z.json(),
  /** The first day on which it holds, or on which rounds are opened under it. */
  from: day,
  /** The document that it rests on. */
  source: z.string(),
  set: act,
  /** Taken back before anything was made by it; it stays in the history. */
  undone: act.nullable(),
});
export type SetValue = z.infer<typeof change>;
/** A value that the office set in chat. */
export const settingRecord = defineRecord<SetValue>({ type: 'setting', v: 1, schema: change });
/** @param form that it was set by: a second click of it is the same */
export const settingId = (form: string): string => `setting:${form}`;

const inForce = z.strictObject({
  /** Version of the plan's file in force. */
  plan: z.string(),
  /** Of another file that the program was started with, and that nobody has taken over; null when there is none. */
  offered: z.string().nullable(),
  /** How often something was set or taken back: whoever remembers the values knows by it that there are others. */
  changes: z.int(),
});
export type Settings = z.infer<typeof inForce>;
/** What the unit's plan in force is made of. Small: every turn reads it, and the values themselves only after it was written. */
export const settingsRecord = defineRecord<Settings>({ type: 'settings', v: 1, schema: inForce, isOften: true });
export const settingsId = 'settings';
