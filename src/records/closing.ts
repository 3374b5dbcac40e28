import { z } from 'zod';
import { nominationStates } from '../domain/dossier/nomination.ts';
import { act, instant } from './fields.ts';
import { defineRecord } from './record.ts';

const figures = {
  people: z.int(),
  onLeave: z.int(),
  sent: z.int(),
  lapsed: z.int(),
  /** Sent back, and their own supplement deadline still runs. */
  returned: z.int(),
  /** Not sent, and time that the office gave to them alone still runs. */
  extended: z.int(),
  declines: z.int(),
  /** Neither sent nor declined, and no dossier begun. */
  silent: z.int(),
};

const outcome = z.strictObject({
  /** Last instant of what closed. */
  closesAt: instant,
  countedAt: instant,
  total: z.strictObject(figures),
  /** In protocol order. */
  departments: z.array(z.strictObject({ id: z.string(), ...figures, collective: z.enum(nominationStates).nullable() })),
});
export type RoundResult = z.infer<typeof outcome>;

const schema = z.strictObject({
  round: z.string(),
  /** `lapsing`, `reopening`: under way, a bounded number of dossiers at a step. */
  phase: z.enum(['open', 'lapsing', 'reopening', 'closed']),
  /** Null once closed. */
  dueAt: instant.nullable(),
  /** How often it has closed: more than once only after a grace window. */
  times: z.int(),
  /** What the last closing found; null before the first. */
  outcome: outcome.nullable(),
  /** Every grace window recorded, oldest first; the last one is the round's. */
  graces: z.array(act.extend({ until: instant, reason: z.string() })),
});
export type Closing = z.infer<typeof schema>;
interface ClosingV1 {
  readonly outcome: { readonly total: object; readonly departments: readonly object[] } | null;
}
/** Nobody was counted apart before time could be given to one alone. */
const withExtended = (figures: object): object => ({ extended: 0, ...figures });

/** What is owed at the end of a round's time to send; created with the round. */
export const closingRecord = defineRecord<Closing>({
  type: 'closing',
  v: 2,
  schema,
  upcasts: {
    1: (closing) => {
      const old = closing as ClosingV1;
      if (old.outcome === null) return old;
      const { total, departments } = old.outcome;
      const outcome = { ...old.outcome, total: withExtended(total), departments: departments.map(withExtended) };
      return { ...old, outcome };
    },
  },
  owed: (c) => (c.dueAt === null ? undefined : { lane: 'close', dueAt: c.dueAt }),
});
export const closingId = (round: string): string => `closing:${round}`;

const opening = z.strictObject({
  planId: z.string(),
  /** Reminders planned until then are settled. */
  settledAt: instant,
  /** When the office may next have to be reminded; null when no round is left to open, or the launch was cancelled. */
  dueAt: instant.nullable(),
});
export type Opening = z.infer<typeof opening>;

/** That a planned round is still to be opened; created with the launch. */
export const openingRecord = defineRecord<Opening>({
  type: 'opening',
  v: 1,
  schema: opening,
  owed: (o) => (o.dueAt === null ? undefined : { lane: 'opening', dueAt: o.dueAt }),
});
export const openingId = (planId: string): string => `opening:${planId}`;
