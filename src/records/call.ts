import { z } from 'zod';
import { act, day, instant } from './fields.ts';
import { defineRecord, indexed, type Where } from './record.ts';

const call = z.strictObject({
  title: z.string(),
  text: z.string(),
  place: z.string(),
  startsAt: instant,
  answerBy: day,
  /** Whose members are called: `youthUnion`, `tradeUnion` … */
  organisation: z.string(),
  posted: act,
  state: z.enum(['open', 'closed']),
});
export type Call = z.infer<typeof call>;
/** A participation call of a mass organisation. */
export const callRecord = defineRecord<Call>({
  type: 'call',
  v: 1,
  schema: call,
  index: (c) => indexed(callsOfOrganisation(c.organisation)),
});
export const callId = (formId: string): string => `call:${formId}`;

const answer = z.strictObject({
  call: z.string(),
  person: z.string(),
  answer: z.enum(['yes', 'maybe', 'no']),
  at: instant,
});
export type CallAnswer = z.infer<typeof answer>;
export const answerRecord = defineRecord<CallAnswer>({
  type: 'answer',
  v: 1,
  schema: answer,
  index: (a) => indexed(answersToCall(a.call)),
});
export const answerId = (call: string, person: string): string => `answer:${call}:${person}`;
export const callsOfOrganisation = (organisation: string): Where => ({ field: 'organisation', equals: organisation });
export const answersToCall = (call: string): Where => ({ field: 'call', equals: call });
