import { z } from 'zod';
import { act, byRound, day, instant } from './fields.ts';
import { defineRecord, indexed } from './record.ts';

const session = z.strictObject({
  round: z.string(),
  number: z.int(),
  heldOn: day,
  place: z.string(),
  /** Person ids of all members when the session was recorded, and of those present. */
  members: z.array(z.string()),
  present: z.array(z.string()),
  notes: z.string(),
  /** Candidate ids of the dossiers considered at this meeting, in the order of the list put before it. */
  considered: z.array(z.string()),
  /** The rules in force, copied: they are printed in the minutes. */
  rules: z.strictObject({
    quorum: z.strictObject({ numerator: z.int(), denominator: z.int() }),
    passPercent: z.int(),
    passOf: z.enum(['total', 'present']),
    ownCase: z.enum(['abstains', 'votes']),
  }),
  state: z.enum(['recording', 'closed']),
  recorded: act,
  /** The paper that says what the meeting found; null until its results are fixed, and for meetings of which none was recorded. */
  minutes: z
    .strictObject({
      /** Empty as long as the register has given none. */
      number: z.string(),
      issuedOn: day,
      /** Who sign it, of those present: person ids, each empty when nobody is named. */
      chair: z.string(),
      secretary: z.string(),
      /** `HH:mm` in the unit's zone; like the next two, absent or empty when nobody has said. */
      startsAt: z.string().optional(),
      endsAt: z.string().optional(),
      /** Why those were away who were, and who was invited: words of the secretary. */
      absence: z.string().optional(),
      invitees: z.string().optional(),
      recorded: act,
    })
    .nullable(),
});
export type Minutes = NonNullable<CouncilSession['minutes']>;
export type CouncilSession = z.infer<typeof session>;
/** One meeting of the council, as its secretary records it. */
export const sessionRecord = defineRecord<CouncilSession>({
  type: 'session',
  v: 2,
  schema: session,
  upcasts: { 1: (s) => ({ ...(s as object), minutes: null }) },
  index: (s) => indexed(byRound(s.round)),
});
export const sessionId = (round: string, number: number): string => `session:${round}:${number}`;

const decision = z.strictObject({
  round: z.string(),
  sequence: z.int(),
  /** A `revocation` takes back what an `award` gave: an issued decision changes only by another one. */
  kind: z.enum(['award', 'revocation']),
  level: z.string(),
  /** Nomination ids. */
  nominations: z.array(z.string()),
  /** Why, for a revocation; empty otherwise. */
  reason: z.string(),
  /** The director agrees to the content; the paper is signed by hand. Null for a decision of the parent department. */
  agreed: act.nullable(),
  /** Of the signed paper; empty while there is none. */
  number: z.string(),
  issuedOn: day.nullable(),
  published: act.nullable(),
  /** Who of the office asked for a revocation; null for an award. */
  proposed: act.nullable(),
  /** Why no revocation came of it; null as long as one may. */
  refused: z.strictObject({ by: z.string(), at: instant, reason: z.string() }).nullable(),
});
export type Decision = z.infer<typeof decision>;
export const decisionRecord = defineRecord<Decision>({
  type: 'decision',
  v: 2,
  schema: decision,
  upcasts: { 1: (d) => ({ ...(d as object), proposed: null, refused: null }) },
  index: (d) => indexed(byRound(d.round)),
});
export const decisionId = (round: string, sequence: number): string => `decision:${round}:${sequence}`;

const submission = z.strictObject({
  round: z.string(),
  sequence: z.int(),
  /** Nomination ids. */
  nominations: z.array(z.string()),
  /** Of the paper (tờ trình) that went with them. */
  number: z.string(),
  sentOn: day,
  recorded: act,
});
export type Submission = z.infer<typeof submission>;
/** What was sent to the parent department at one time. */
export const submissionRecord = defineRecord<Submission>({
  type: 'submission',
  v: 1,
  schema: submission,
  index: (s) => indexed(byRound(s.round)),
});
export const submissionId = (round: string, sequence: number): string => `submission:${round}:${sequence}`;

const agenda = z.strictObject({
  round: z.string(),
  /** Of the session that it announces. */
  number: z.int(),
  /** When and where the council is going to meet. */
  heldOn: day,
  place: z.string(),
  /** Candidate ids. */
  considered: z.array(z.string()),
  announced: act,
});
export type Agenda = z.infer<typeof agenda>;
/** What the members were sent before a meeting, to read; the session that took place is a record of its own. */
export const agendaRecord = defineRecord<Agenda>({
  type: 'agenda',
  v: 1,
  schema: agenda,
  index: (a) => indexed(byRound(a.round)),
});
export const agendaId = (round: string, number: number): string => `agenda:${round}:${number}`;
