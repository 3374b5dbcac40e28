import { z } from 'zod';
import { act, instant } from './fields.ts';
import { defineRecord } from './record.ts';

const schema = z.strictObject({
  /** The spread whose messages are taken back. */
  spread: z.string(),
  asked: act,
  /**
   * Whose messages it goes through: first those that nobody clicked on, then those that were answered; then it waits for what was on its way
   * when it began, and goes through them once more.
   */
  stage: z.enum(['delivered', 'answered', 'waiting', 'done']),
  /** The last message dealt with in this stage; empty at its start. */
  cursor: z.string(),
  /** Nothing was on its way any more when this round through them began. */
  last: z.boolean(),
  dueAt: instant,
  endedAt: instant.nullable(),
});
export type Recall = z.infer<typeof schema>;

/** "Take back what was delivered"; carried out in steps that a crash resumes. */
export const recallRecord = defineRecord<Recall>({
  type: 'recall',
  v: 1,
  schema,
  owed: (r) => (r.stage === 'done' ? undefined : { lane: 'recallSpread', dueAt: r.dueAt }),
});
export const recallId = (spread: string): string => `recall:${spread}`;
