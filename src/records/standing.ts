import { z } from 'zod';
import { answerState } from '../domain/dossier/criteria.ts';
import { nominationStates } from '../domain/dossier/nomination.ts';
import { placeOf } from '../domain/dossier/standing.ts';
import { type Assessment, wish } from './assessment.ts';
import { type BelongingValues, belongingFrom, belongingSchema, figured, valuesOf } from './belonging.ts';
import { candidate } from './fields.ts';
import type { Nomination } from './nomination.ts';
import { defineRecord, indexed, type Where } from './record.ts';

/** Of the self-assessment: ids of the criteria with something written, and of those that are complete, in order. */
const written = z.strictObject({ touched: z.array(z.string()), complete: z.array(z.string()), wish });
export type Written = z.infer<typeof written>;

const schema = z.strictObject({
  round: z.string(),
  candidate,
  belonging: belongingSchema,
  written,
  /** Of the dossier, states that figures do not tell apart being one; null while there is none. */
  place: z.enum(nominationStates).nullable(),
});
export type CandidateStanding = z.infer<typeof schema>;

/**
 * What figures of a round ask of one candidate who has begun anything, in one declared field: so that they are counted and nobody is read.
 * Each part is that of another record and is written in the same commit as it, by the store itself (`ports/with-standings.ts`).
 */
export const standingRecord = defineRecord<CandidateStanding>({
  type: 'standing',
  v: 1,
  schema,
  index: (s) => indexed(standingsOf(s.candidate.id), { field: figured, equals: keyOf(s) }),
});
/** A candidate's, of every round. */
export const standingsOf = (candidateId: string): Where => ({ field: 'candidate', equals: candidateId });
export const standingId = (round: string, candidateId: string): string => `standing:${round}:${candidateId}`;

export const nothingWritten: Written = { touched: [], complete: [], wish: 'undecided' };
export function writtenOf({ answers, wish }: Assessment): Written {
  const touched = Object.keys(answers).sort();
  return { touched, complete: touched.filter((id) => answerState(answers[id]) === 'complete'), wish };
}
export const placed = ({ state }: Nomination): CandidateStanding['place'] => placeOf(state);

type Kind = CandidateStanding['candidate']['kind'];
/** What the values of a round's people, or of its departments, begin with. */
export const figuredIn = (round: string, kind: Kind): string => `${round} ${kind} `;

function keyOf({ round, candidate: { kind }, belonging, written: w, place }: CandidateStanding): string {
  const values: Values = [valuesOf(belonging), w.touched, w.complete, w.wish, place];
  return figuredIn(round, kind) + JSON.stringify(values);
}
type Values = readonly [BelongingValues, string[], string[], Written['wish'], CandidateStanding['place']];

/** What the rest of a value says. */
export function figuredFrom(rest: string): Pick<CandidateStanding, 'belonging' | 'written' | 'place'> {
  const [belonging, touched, complete, wishes, place] = JSON.parse(rest) as Values;
  return { belonging: belongingFrom(belonging), written: { touched, complete, wish: wishes }, place };
}

const kept = z.strictObject({
  /** Of which version people were last written: by its fields they are counted and found. */
  people: z.int(),
});
/** "Of everything that earlier releases wrote, it is kept." */
export const standingsKeptRecord = defineRecord<z.infer<typeof kept>>({
  type: 'standingsKept',
  v: 2,
  schema: kept,
  upcasts: { 1: () => ({ people: 2 }) },
});
export const standingsKeptId = 'standingsKept';
