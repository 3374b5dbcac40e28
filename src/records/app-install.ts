import { z } from 'zod';
import { instant } from './fields.ts';
import { defineRecord } from './record.ts';

const pass = z.strictObject({
  /** The app in the organisation's catalog. */
  catalogApp: z.string(),
  /** The last person that this pass through the roster has come to; empty before the first. */
  after: z.string(),
  /** How many were refused one after the other, and how many had it installed in this pass. */
  refusals: z.number().int(),
  installed: z.number().int(),
  /** Why it was refused; empty when it was not. */
  reason: z.string(),
  failures: z.number().int(),
  dueAt: instant,
});
export type Installing = z.infer<typeof pass>;
/** The app is installed to whoever of the roster has no chat with the bot: where that stands. One of a unit, where it is configured. */
export const installingRecord = defineRecord<Installing>({
  type: 'installing',
  v: 1,
  schema: pass,
  owed: ({ dueAt }) => ({ lane: 'install', dueAt }),
});
export const installingId = 'installing';

const one = z.strictObject({
  person: z.string(),
  /** `already`: they had it, and Teams had not told. */
  outcome: z.enum(['installed', 'already']),
  at: instant,
});
/** That the app was installed to a person: never twice, whoever takes it away does not want it. */
export const installedRecord = defineRecord<z.infer<typeof one>>({ type: 'installed', v: 1, schema: one });
export const installedId = (person: string): string => `installed:${person}`;
