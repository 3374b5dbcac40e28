import { z } from 'zod';
import { act, byRound, candidate, day } from './fields.ts';
import { defineRecord, indexed, type Where } from './record.ts';

const schema = z.strictObject({
  round: z.string(),
  /** Who went to another department before sending the dossier. */
  candidate,
  /** The department left, and what it was called then. */
  departmentId: z.string(),
  departmentName: z.string(),
  /** The day on which it was left. */
  until: day,
  /** What whoever leads it says of the time there; null as long as nothing is said. */
  opinion: act.extend({ words: z.string(), inPlaceOf: z.string().optional() }).nullable(),
});
export type FormerOpinion = z.infer<typeof schema>;
/** "This candidate was of another department before, and its head is asked about that time." */
export const formerOpinionRecord = defineRecord<FormerOpinion>({
  type: 'formerOpinion',
  v: 1,
  schema,
  index: ({ round, candidate: { id }, departmentId, opinion }) =>
    indexed(
      byRound(round),
      formerBy.candidate(round, id),
      opinion === null ? formerBy.unsaid(round, departmentId) : formerBy.saidBy(round, opinion.by),
    ),
});
export const formerOpinionId = (round: string, personId: string, departmentId: string): string =>
  `formerOpinion:${round}:${personId}:${departmentId}`;
export const formerBy = {
  candidate: (round: string, personId: string): Where => ({ field: 'candidate', equals: `${round}:${personId}` }),
  /** What a person has said of others. */
  saidBy: (round: string, personId: string): Where => ({ field: 'saidBy', equals: `${round}:${personId}` }),
  /** Those of a department left that say nothing yet. */
  unsaid: (round: string, departmentId: string): Where => ({ field: 'unsaid', equals: `${round}:${departmentId}` }),
};
