import { z } from 'zod';
import { candidate, instant } from './fields.ts';
import { defineRecord, indexed, type Where } from './record.ts';

const schema = z.strictObject({
  round: z.string(),
  /** The dossier it is meant for. */
  candidate,
  /** Who sent it, and is told what became of it. */
  by: z.string(),
  /** When it was sent: what deadlines are measured by, however long the fetching takes. */
  at: instant,
  /** Which of the message's files it was. */
  place: z.int(),
  name: z.string(),
  kind: z.enum(['file', 'image']),
  /** Opens the file to whoever knows it; empty once it is fetched or given up. */
  url: z.string(),
  /** Times that fetching it failed in a way that may pass. */
  attempts: z.int(),
  /** When it is fetched, or tried again; null once it is in or refused. */
  dueAt: instant.nullable(),
  /** Id of the piece of evidence that it has become; empty until then. */
  evidence: z.string(),
  /** Why it was not taken. */
  refused: z
    .strictObject({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
});
export type SentFile = z.infer<typeof schema>;
/** A file that a person has sent: still to be fetched, or still to be told of. It is gone once the person is owed the word. */
export const sentFileRecord = defineRecord<SentFile>({
  type: 'sentFile',
  v: 1,
  schema,
  index: (f) => indexed(sentFilesOf(f.round, f.candidate.id)),
  owed: ({ dueAt }) => (dueAt === null ? undefined : { lane: 'fetch', dueAt }),
});
/** @param digest SHA-256 of the address: a message that is delivered twice sends its files once */
export const sentFileId = (round: string, candidateId: string, digest: string): string =>
  `sentFile:${round}:${candidateId}:${digest}`;
/** Everything under way to one dossier. */
export const sentFilesOf = (round: string, candidateId: string): Where => ({
  field: 'dossier',
  equals: `${round}:${candidateId}`,
});
