import { z } from 'zod';
import { byDepartment, byRound, candidate, instant } from './fields.ts';
import { defineRecord, indexed } from './record.ts';

export const rating = z.enum(['met', 'notMet', 'notArisen']);
/** Whether the candidate asks to be considered this round. */
export const wish = z.enum(['undecided', 'asks', 'declines']);

const answer = z.strictObject({
  rating: rating.nullable(),
  /** What was done, in the person's own words. */
  words: z.string(),
  /** Why the criterion did not arise; asked for with `notArisen`. */
  reason: z.string(),
  at: instant,
  by: z.string(),
});

const schema = z.strictObject({
  round: z.string(),
  candidate,
  departmentId: z.string(),
  /** By criterion id; a criterion not touched yet is absent. */
  answers: z.record(z.string(), answer),
  wish,
});
export type Assessment = z.infer<typeof schema>;
/** The self-assessment of a person, or a department's own dossier text; one per candidate and round. */
export const assessmentRecord = defineRecord<Assessment>({
  type: 'assessment',
  v: 2,
  schema,
  upcasts: {
    // An assessment is finished when every criterion is answered, whether or not somebody said so.
    1: (data) => {
      const { finishedAt: _, ...kept } = data as Record<string, unknown>;
      return kept;
    },
  },
  index: (a) => indexed(byRound(a.round), byDepartment(a.round, a.departmentId)),
});
export const assessmentId = (round: string, candidateId: string): string => `assessment:${round}:${candidateId}`;
