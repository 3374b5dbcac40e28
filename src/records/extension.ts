import { DateTime } from 'luxon';
import { z } from 'zod';
import { lapsesFrom } from '../domain/calendar/closing.ts';
import { act, byRound, candidate, instant } from './fields.ts';
import { defineRecord, indexed } from './record.ts';

const extension = z.strictObject({
  round: z.string(),
  candidate,
  /** Who gave it, and why. */
  given: act.extend({ reason: z.string() }),
  /** Last instant at which this candidate may write and send. */
  until: instant,
  /** Whether its end has been seen to. */
  isOver: z.boolean(),
});
/** More time for one candidate, whether or not anything was begun (beside the grace window, which is everyone's). */
export type Extension = z.infer<typeof extension>;
export const extensionRecord = defineRecord<Extension>({
  type: 'extension',
  v: 1,
  schema: extension,
  index: ({ round }) => indexed(byRound(round)),
  owed: ({ until, isOver }) => (isOver ? undefined : { lane: 'extension', dueAt: endOf(until) }),
});
const endOf = (until: string): string => lapsesFrom(DateTime.fromISO(until, { zone: 'utc' })).toISO() ?? until;
export const extensionId = (round: string, candidateId: string): string => `extension:${round}:${candidateId}`;
