import { z } from 'zod';
import { instant } from './fields.ts';
import { defineRecord } from './record.ts';

const schema = z.strictObject({
  /** The record it was made of; the bytes are kept under its id. */
  subject: z.string(),
  sha256: z.string(),
  by: z.string(),
  at: instant,
  /** When the file is deleted. */
  dueAt: instant,
});
export type Export = z.infer<typeof schema>;
/** A file with names, made to be taken away: it is not kept longer than it takes to open it. */
export const exportRecord = defineRecord<Export>({
  type: 'export',
  v: 1,
  schema,
  owed: (e) => ({ lane: 'export', dueAt: e.dueAt }),
});
export const exportId = (sha256: string): string => `export:${sha256}`;
