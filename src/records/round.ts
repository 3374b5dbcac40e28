import { z } from 'zod';
import { act, day, instant } from './fields.ts';
import { defineRecord } from './record.ts';

const schema = z.strictObject({
  /** `annual-2026`, `preliminary-2025`, `final-2030`. */
  round: z.string(),
  kind: z.enum(['annual', 'preliminary', 'final']),
  year: z.int(),
  /** The rules of this round are those of this plan version. */
  planVersion: z.string(),
  opened: act,
  /** Last instant at which a dossier may be sent. */
  deadline: instant,
  /** A recorded grace window for everyone, after an outage. */
  graceUntil: instant.nullable(),
  milestones: z.array(z.strictObject({ id: z.string(), owner: z.string(), on: day.nullable() })),
  /** When the calendar looks at this round next; null once nothing is left to do. */
  nextLookAt: instant.nullable(),
});
export type Round = z.infer<typeof schema>;
export const roundRecord = defineRecord<Round>({
  type: 'round',
  v: 1,
  schema,
  owed: (r) => (r.nextLookAt === null ? undefined : { lane: 'calendar', dueAt: r.nextLookAt }),
});
export const roundId = (round: string): string => `round:${round}`;

const wave = z.strictObject({
  round: z.string(),
  kind: z.string(),
  on: day,
  /** `merged`: missed and folded into a later one. */
  outcome: z.enum(['sent', 'merged']),
  at: instant,
  /** What a digest reported, for the next one to say what has changed; empty for every other kind. */
  numbers: z.record(z.string(), z.int()),
});
export type Wave = z.infer<typeof wave>;
/** One reminder date; permanent, so that it is never sent twice. */
export const waveRecord = defineRecord<Wave>({
  type: 'wave',
  v: 1,
  schema: wave,
  index: (w) => ({ round: w.round }),
});
