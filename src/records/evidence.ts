import { z } from 'zod';
import { act, byRound, candidate } from './fields.ts';
import { defineRecord, indexed, type Where } from './record.ts';

const schema = z.strictObject({
  round: z.string(),
  candidate,
  /** Criterion it proves; empty while the person has not said which. */
  criterion: z.string(),
  kind: z.enum(['file', 'link']),
  name: z.string(),
  /** Of a file. */
  sha256: z.string(),
  bytes: z.int(),
  mediaType: z.string(),
  /** Of a link. */
  url: z.string(),
  added: act,
});
export type Evidence = z.infer<typeof schema>;
export const dossierKey = (round: string, candidateId: string): string => `${round}:${candidateId}`;
export const evidenceRecord = defineRecord<Evidence>({
  type: 'evidence',
  v: 1,
  schema,
  index: (e) => indexed(evidenceOf(e.round, e.candidate.id), byRound(e.round)),
});
/** @param digest SHA-256 of the bytes, or of the address for a link: the same thing sent twice is one piece of evidence. */
export const evidenceId = (round: string, candidateId: string, digest: string): string =>
  `evidence:${dossierKey(round, candidateId)}:${digest}`;
/** What events are about that tell who opened a piece of evidence of one dossier; the piece is among their facts. */
export const evidenceLooks = (round: string, candidateId: string): string =>
  `evidence:${dossierKey(round, candidateId)}`;
/** Everything sent for one candidate in one round. */
export const evidenceOf = (round: string, candidateId: string): Where => ({
  field: 'dossier',
  equals: dossierKey(round, candidateId),
});
