import { z } from 'zod';
import { act, instant } from './fields.ts';
import { defineRecord } from './record.ts';

const schema = z.strictObject({
  person: z.string(),
  /** Who of the office had it done. */
  asked: act,
  /** The part under way, by name, and the last document that it has looked at; empty at its start. */
  part: z.string(),
  after: z.string(),
  /** A paper that is kept names this person: name, title and roles stay. */
  isNamed: z.boolean(),
  /** How many records were deleted or emptied so far. */
  erased: z.int(),
  /** When the next step is done; null once all of it is. */
  dueAt: instant.nullable(),
  endedAt: instant.nullable(),
});
export type Erasure = z.infer<typeof schema>;
/** The office has one person's data erased: carried out in steps that a crash resumes, and kept to show that it was done. */
export const erasureRecord = defineRecord<Erasure>({
  type: 'erasure',
  v: 1,
  schema,
  owed: ({ dueAt }) => (dueAt === null ? undefined : { lane: 'erasure', dueAt }),
});
export const erasureId = (person: string): string => `erasure:${person}`;
