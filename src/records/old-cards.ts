import { z } from 'zod';
import { instant } from './fields.ts';
import { defineRecord } from './record.ts';

const schema = z.strictObject({
  /** The last posted card looked at; empty at the start of a round through all of them. */
  cursor: z.string(),
  dueAt: instant,
});
/** "Posted cards that are kept in step no more are looked for": one of each unit, for ever. */
export const oldCardsRecord = defineRecord<z.infer<typeof schema>>({
  type: 'oldCards',
  v: 1,
  schema,
  owed: ({ dueAt }) => ({ lane: 'oldCards', dueAt }),
});
export const oldCardsId = 'oldCards';
