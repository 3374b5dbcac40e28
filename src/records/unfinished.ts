import { z } from 'zod';
import { instant } from './fields.ts';
import { defineRecord, indexed } from './record.ts';

const form = z.strictObject({
  /** The page that asks, and what about. */
  form: z.string(),
  /** By input id, only what is otherwise than the form showed it. */
  typed: z.record(z.string(), z.string()),
  /** By input id, a digest of what the form showed instead: what has changed since is told. */
  shown: z.record(z.string(), z.string()),
  at: instant,
});
export type UnfinishedForm = z.infer<typeof form>;

const schema = z.strictObject({
  person: z.string(),
  /** The newest first. */
  forms: z.array(form),
  /** When the oldest of them is forgotten. */
  dueAt: instant,
});
export type Unfinished = z.infer<typeof schema>;
/** What a person has typed into forms and neither sent nor saved: theirs alone, all in one document. */
export const unfinishedRecord = defineRecord<Unfinished>({
  type: 'unfinished',
  v: 1,
  schema,
  index: ({ person }) => indexed({ field: 'person', equals: person }),
  owed: ({ dueAt }) => ({ lane: 'unfinished', dueAt }),
});
export const unfinishedId = (personId: string): string => `unfinished:${personId}`;
