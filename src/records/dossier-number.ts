import { z } from 'zod';
import { byRound, instant } from './fields.ts';
import { defineRecord, indexed } from './record.ts';

const dossierNumber = z.strictObject({
  round: z.string(),
  /** Candidate id. */
  candidate: z.string(),
  /** When the dossier was sent for the first time: numbers follow this order. */
  sentAt: instant,
  /** Null while it waits for its turn. */
  no: z.int().nullable(),
});
export type DossierNumber = z.infer<typeof dossierNumber>;

/**
 * The running number of one dossier in its round, owed by its first sending and kept for ever. A record of its own: many send in the same
 * minute, and none of them may wait for another's number or be outrun by it.
 */
export const dossierNumberRecord = defineRecord<DossierNumber>({
  type: 'dossierNumber',
  v: 1,
  schema: dossierNumber,
  index: ({ round }) => indexed(byRound(round)),
  owed: ({ no, sentAt }) => (no === null ? { lane: 'number', dueAt: sentAt } : undefined),
});
export const dossierNumberId = (round: string, candidateId: string): string => `dossierNumber:${round}:${candidateId}`;

const numbering = z.strictObject({ round: z.string(), /** The last number given. */ last: z.int() });
/** How far a round's numbers have come. */
export const numberingRecord = defineRecord<z.infer<typeof numbering>>({ type: 'numbering', v: 1, schema: numbering });
export const numberingId = (round: string): string => `numbering:${round}`;
