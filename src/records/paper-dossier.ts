import { z } from 'zod';
import { act, byRound, candidate, day } from './fields.ts';
import { defineRecord, indexed, type Where } from './record.ts';

const schema = z.strictObject({
  round: z.string(),
  candidate,
  /** The day on which the signed paper came in: by it the deadline is kept or missed. */
  receivedOn: day,
  /** Whether it lies with the office, and is the original set; else the department has it. */
  isAtOffice: z.boolean(),
  /** Everyone's time was over when it was taken: the time to enter it was given with it, and goes with it. */
  gaveTime: z.boolean(),
  /** Who enters it, since when. Whoever goes on with it takes its place. */
  entered: act,
});
export type PaperDossier = z.infer<typeof schema>;
/** "This dossier is entered from the candidate's signed paper." */
export const paperDossierRecord = defineRecord<PaperDossier>({
  type: 'paperDossier',
  v: 1,
  schema,
  index: ({ round, entered }) => indexed(byRound(round), paperDossiersOf(round, entered.by)),
});
export const paperDossierId = (round: string, candidateId: string): string => `paperDossier:${round}:${candidateId}`;
/** Those of a round that one person enters. */
export const paperDossiersOf = (round: string, personId: string): Where => ({
  field: 'enteredBy',
  equals: `${round}:${personId}`,
});
