import { z } from 'zod';
import { act } from './fields.ts';
import { defineRecord, indexed, type Where } from './record.ts';

const schema = z.strictObject({
  /** Who asks: a person's id. */
  person: z.string(),
  text: z.string(),
  asked: act,
  /** What the office said; null until then. */
  answer: z.strictObject({ ...act.shape, text: z.string() }).nullable(),
});
export type Question = z.infer<typeof schema>;

/** A question of one person to the office. */
export const questionRecord = defineRecord<Question>({
  type: 'question',
  v: 1,
  schema,
  index: ({ person, answer }) =>
    indexed(questionBy.person(person), questionBy.state(answer === null ? 'open' : 'answered')),
});
export const questionBy = {
  person: (id: string): Where => ({ field: 'person', equals: id }),
  state: (state: 'open' | 'answered'): Where => ({ field: 'state', equals: state }),
};
/** @param digest of the words and the day: the same asked twice on a day is one question */
export const questionId = (person: string, digest: string): string => `question:${person}:${digest}`;
