import { z } from 'zod';
import { act, day, instant } from './fields.ts';
import { defineRecord } from './record.ts';

const schema = z.strictObject({
  round: z.string(),
  /** The unit's decision to destroy them: its number and day. */
  number: z.string(),
  issuedOn: day,
  /** Who of the office had it carried out. */
  asked: act,
  /** The part under way, by name, and the last document that it has looked at; empty at its start. */
  part: z.string(),
  after: z.string(),
  /** How many records were deleted or emptied so far. */
  destroyed: z.int(),
  dueAt: instant.nullable(),
  endedAt: instant.nullable(),
});
export type Destruction = z.infer<typeof schema>;
/** "What the dossiers of a round say is destroyed": carried out in steps that a crash resumes, and kept to show that it was done. */
export const destructionRecord = defineRecord<Destruction>({
  type: 'destruction',
  v: 1,
  schema,
  owed: ({ dueAt }) => (dueAt === null ? undefined : { lane: 'destruction', dueAt }),
});
export const destructionId = (round: string): string => `destruction:${round}`;
