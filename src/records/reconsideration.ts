import { z } from 'zod';
import { nominationStates } from '../domain/dossier/nomination.ts';
import { byRound, instant } from './fields.ts';
import { finding } from './nomination.ts';
import { defineRecord, indexed } from './record.ts';

const schema = z.strictObject({
  round: z.string(),
  nomination: z.string(),
  /** Where it stood: recommended, and the director sent it back; or refused by the parent department. */
  from: z.enum(nominationStates),
  by: z.string(),
  at: instant,
  reason: z.string(),
  /** What the council had found, as the minutes of that meeting keep it. */
  finding,
});
export type Reconsideration = z.infer<typeof schema>;
/** The council was asked to look at a dossier again. */
export const reconsiderationRecord = defineRecord<Reconsideration>({
  type: 'reconsideration',
  v: 1,
  schema,
  index: (r) => indexed(byRound(r.round)),
});
/** @param rev of the dossier as it was */
export const reconsiderationId = (nomination: string, rev: number): string => `reconsideration:${nomination}@${rev}`;
