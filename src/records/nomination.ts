import { DateTime } from 'luxon';
import { z } from 'zod';
import { lapsesFrom } from '../domain/calendar/closing.ts';
import { nominationStates } from '../domain/dossier/nomination.ts';
import { act, byDepartment, byRound, candidate, day, instant } from './fields.ts';
import { defineRecord, indexed, type Where } from './record.ts';

const nominationState = z.enum(nominationStates);

/** What the council found of one dossier at one meeting. */
export const finding = z.strictObject({
  session: z.string(),
  level: z.string(),
  agree: z.int(),
  disagree: z.int(),
  note: z.string(),
  /**
   * Whether the council records an excellent, outstanding achievement (R-065): of a department; or, for a person whom the heads' rule
   * covers and whose department has no dossier, of the collective that the person leads. Null for everyone else.
   */
  outstanding: z.boolean().nullable(),
});

/** In whose place whoever did it acted; absent for whoever acts in their own post. */
const inPlaceOf = z.string().optional();

const schema = z.strictObject({
  round: z.string(),
  candidate,
  departmentId: z.string(),
  state: nominationState,
  /** Level of the award asked for; the council fixes the final one. */
  level: z.string(),
  /** Set when a head proposes: nothing goes on before the person consents. */
  proposal: z
    .strictObject({ by: z.string(), at: instant, reason: z.string(), consent: z.enum(['pending', 'given', 'refused']) })
    .nullable(),
  /** Copied at submission, so that later changes of the roster do not change a sent dossier. */
  snapshot: z
    .strictObject({
      name: z.string(),
      title: z.string(),
      gender: z.string(),
      departmentName: z.string(),
      /** Who gives the opinion; null when nobody holds the post. */
      reviewerId: z.string().nullable(),
    })
    .nullable(),
  submitted: act.nullable(),
  /** Set when the office took it in after the deadline. */
  late: z.strictObject({ by: z.string(), at: instant, reason: z.string() }).nullable(),
  /** By when the reviewer should act; then the dossier goes on, marked. */
  opinionDueAt: instant.nullable(),
  opinion: z
    .strictObject({
      by: z.string(),
      at: instant,
      kind: z.enum(['agree', 'disagree', 'overdue']),
      reason: z.string(),
      inPlaceOf,
    })
    .nullable(),
  returned: z.strictObject({ by: z.string(), at: instant, reason: z.string(), until: instant, inPlaceOf }).nullable(),
  accepted: z.strictObject({ by: z.string(), at: instant, lateReason: z.string() }).nullable(),
  hold: z.strictObject({ by: z.string(), at: instant, reason: z.string(), from: nominationState }).nullable(),
  council: finding.nullable(),
  /** The decision that settled it: awarded, declined beside it, or revoked by it. */
  decision: z.string().nullable(),
  /** What the person concerned is told when not awarded. */
  declineReason: z.string(),
  originalReceivedOn: day.nullable(),
  /** The achievement in at most sixty words, as lists and papers have it; absent or empty when nobody has written any. */
  summary: z.string().optional(),
  /** The day on which what it says was destroyed, its period being over; absent as long as it is kept. */
  destroyedOn: day.optional(),
});
export type Nomination = z.infer<typeof schema>;

/** One dossier per candidate and round. A change of state goes through `domain/nomination.ts`. */
export const nominationRecord = defineRecord<Nomination>({
  type: 'nomination',
  v: 3,
  schema,
  upcasts: {
    // Those that wait are counted by one more field.
    1: (data) => data,
    // Who acts in another's place is named beside them.
    2: (data) => data,
  },
  index: (n) => {
    const { round, departmentId, state, snapshot, opinion } = n;
    const reviewer = snapshot?.reviewerId ?? null;
    const dealtBy = opinion === null ? n.returned?.by : opinion.kind === 'overdue' ? undefined : opinion.by;
    return indexed(
      waitKey(n),
      byRound(round),
      byDepartment(round, departmentId),
      nominationBy.state(round, state),
      reviewer === null ? undefined : nominationBy.reviewer(round, reviewer),
      dealtBy === undefined || dealtBy === reviewer ? undefined : nominationBy.opinedInPlace(round, dealtBy),
    );
  },
  owed: (n) => {
    if (n.state === 'submitted' && n.opinionDueAt !== null) return { lane: 'opinion', dueAt: n.opinionDueAt };
    // One sent back lapses at its own deadline; a draft lapses with its round.
    if (n.state === 'returned' && n.returned !== null) return { lane: 'lapse', dueAt: lapsingAt(n.returned.until) };
    return undefined;
  },
});
export const nominationBy = {
  state: (round: string, state: Nomination['state']): Where => ({ field: 'state', equals: `${round}:${state}` }),
  /** Whoever was asked for the opinion on it. */
  reviewer: (round: string, personId: string): Where => ({ field: 'reviewer', equals: `${round}:${personId}` }),
  /** Whoever gave it, or sent the dossier back, though another was asked: in that one's place, or as their successor. */
  opinedInPlace: (round: string, personId: string): Where => ({ field: 'inPlace', equals: `${round}:${personId}` }),
};

/** States in which somebody is waited for. */
export type WaitingState = 'submitted' | 'opined' | 'returned' | 'accepted';
const stepsOf = ({ submitted, opinion, returned, accepted }: Nomination) =>
  ({ submitted, opined: opinion, returned, accepted }) satisfies Record<WaitingState, { at: string } | null>;
const isWaiting = (state: string, steps: object): state is WaitingState => state in steps;

/** When a dossier that waits came to where it waits, a UTC instant; undefined when it does not wait, or that was not kept. */
export function waitedSince(nomination: Nomination): string | undefined {
  const steps = stepsOf(nomination);
  return isWaiting(nomination.state, steps) ? steps[nomination.state]?.at : undefined;
}

/** The field by whose values those that wait are counted: since when to the minute, and for whose opinion. */
export const waits = 'waits';
export const waitsIn = (round: string, state: WaitingState): string => `${round} ${state} `;
function waitKey(nomination: Nomination): Where | undefined {
  const { round, state, snapshot, departmentId } = nomination;
  if (!isWaiting(state, stepsOf(nomination))) return undefined;
  const since = waitedSince(nomination)?.slice(0, 16);
  const forWhom = state === 'submitted' ? ` ${snapshot?.reviewerId ?? ''} ${departmentId}` : '';
  return { field: waits, equals: `${round} ${state} ${since === undefined ? notKept : `${since}Z`}${forWhom}` };
}
/** What a value of `waits` says; whose opinion, and the candidate's department, only of those that wait for one. */
export function waitFrom(value: string): { since: string | undefined; reviewer: string; departmentId: string } {
  const [, , since, reviewer = '', departmentId = ''] = value.split(' ');
  return { since: since === notKept ? undefined : since, reviewer, departmentId };
}
const notKept = '-';

const lapsingAt = (until: string): string => lapsesFrom(DateTime.fromISO(until, { zone: 'utc' })).toISO() ?? until;
export const nominationId = (round: string, candidateId: string): string => `nomination:${round}:${candidateId}`;

const opinionReminder = z.strictObject({
  nomination: z.string(),
  /** Of the dossier when it was sent: sent back and sent again, it is due on another day. */
  opinionDueAt: instant,
  dueAt: instant,
});
/** "An opinion falls due on the next working day": gone once the reviewer was reminded, or need not be. */
export type OpinionReminder = z.infer<typeof opinionReminder>;
export const opinionReminderRecord = defineRecord<OpinionReminder>({
  type: 'opinionReminder',
  v: 1,
  schema: opinionReminder,
  owed: ({ dueAt }) => ({ lane: 'opinionReminder', dueAt }),
});
/** @param rev of the dossier as sent */
export const opinionReminderId = (nomination: string, rev: number): string => `opinionReminder:${nomination}@${rev}`;
