import { z } from 'zod';
import { milestoneIds, milestoneOwners } from '../domain/plan/plan.ts';
import { act, byRound, day, instant } from './fields.ts';
import { defineRecord, indexed } from './record.ts';

const milestone = z.strictObject({
  id: z.enum(milestoneIds),
  owner: z.enum(milestoneOwners),
  /** null = no date is set. */
  on: day.nullable(),
  /** Who said that it is done. */
  done: act.nullable(),
  /** Who last changed the date or the tick; null = as the plan gave it. */
  changed: act.nullable(),
  /** Counts the changes; cards carry it, because the round itself is written by the calendar too. */
  rev: z.int(),
});
/** A date of the round that the office keeps: it reminds its owner. */
export type RoundMilestone = z.infer<typeof milestone>;

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
  milestones: z.array(milestone),
  /** When the calendar looks at this round next, also after the deadline; null once nothing is left to do. */
  nextLookAt: instant.nullable(),
});
export type Round = z.infer<typeof schema>;
interface RoundV1 {
  readonly milestones: readonly object[];
}
export const roundRecord = defineRecord<Round>({
  isOften: true,
  type: 'round',
  v: 2,
  schema,
  upcasts: {
    1: (round) => {
      const old = round as RoundV1;
      return { ...old, milestones: old.milestones.map((m) => ({ done: null, changed: null, rev: 0, ...m })) };
    },
  },
  owed: (r) => (r.nextLookAt === null ? undefined : { lane: 'calendar', dueAt: r.nextLookAt }),
});
export const roundId = (round: string): string => `round:${round}`;

const wave = z.strictObject({
  round: z.string(),
  kind: z.string(),
  on: day,
  /** `merged`: missed and folded into a later one. `empty`: it had nothing to say. */
  outcome: z.enum(['sent', 'merged', 'empty']),
  at: instant,
  /** What a digest reported, for the next one to say what has changed; empty for every other kind. */
  numbers: z.record(z.string(), z.int()),
});
export type Wave = z.infer<typeof wave>;
/** One reminder date; permanent, so that it is never sent twice. */
export const waveRecord = defineRecord<Wave>({
  type: 'wave',
  v: 2,
  schema: wave,
  // Version 2 only knows one outcome more.
  upcasts: { 1: (w) => w },
  index: (w) => indexed(byRound(w.round)),
});
