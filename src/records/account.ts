import { z } from 'zod';
import { instant } from './fields.ts';
import { defineRecord, indexed, type Where } from './record.ts';

const schema = z.strictObject({
  /** Whose row of the roster has the e-mail. */
  person: z.string(),
  aadObjectId: z.string(),
  /** What Teams calls the account, and the e-mail by which it was found. */
  name: z.string(),
  email: z.string(),
  at: instant,
  /** How the account is reached; the conversation is empty when it was found in a team. */
  way: z.strictObject({
    conversationId: z.string(),
    serviceUrl: z.string(),
    userId: z.string(),
    botId: z.string(),
  }),
  state: z.enum(['waiting', 'confirmed', 'refused']),
  decided: z.strictObject({ by: z.string(), at: instant }).nullable(),
});
export type Account = z.infer<typeof schema>;

/** An account of Teams that may be somebody's of the roster, and that the office is asked about; gone once it is theirs and they are reached. */
export const accountRecord = defineRecord<Account>({
  type: 'account',
  v: 1,
  schema,
  index: ({ state, person }) => indexed(accountBy.person(person), state === 'waiting' ? accountBy.waiting : undefined),
  owed: ({ state, decided }) =>
    state === 'confirmed' && decided !== null ? { lane: 'account', dueAt: decided.at } : undefined,
});
export const accountId = (aadObjectId: string): string => `account:${aadObjectId}`;
export const accountBy = {
  person: (person: string): Where => ({ field: 'person', equals: person }),
  waiting: { field: 'waits', equals: 'account' } as Where,
};
