import {
  abstains,
  type CouncilOutcome,
  canBeCast,
  contradicts,
  councilOutcome,
  votersOn,
} from '../../domain/council/council.ts';
import { CodedError } from '../../domain/errors.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { mayRecordFinding } from '../../domain/policy/council.ts';
import { type CandidateFacts, isOwn } from '../../domain/policy/dossier.ts';
import { isGated } from '../../domain/policy/gate.ts';
import { isCouncilSecretary } from '../../domain/policy/posts.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type CouncilSession, decisionRecord, sessionRecord } from '../../records/council.ts';
import { byRound } from '../../records/fields.ts';
import { type Nomination, nominationId, nominationRecord } from '../../records/nomination.ts';
import { personRecord } from '../../records/person.ts';
import { type Reconsideration, reconsiderationRecord } from '../../records/reconsideration.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';
import { inCouncilOrder, type Nominee, nominees, nomineesIn, revOf } from '../dossier/nominees.ts';
import { roundOf, roundPlan } from '../round/round.ts';
import { actorsWho, isFinal, ownLevel } from './decisions.ts';

/**
 * What the heads' rule (R-065) asks about a candidate. `recorded`: the council found it on the department's own dossier; `pending`: that
 * dossier is before this meeting and not yet voted on; `stated`: there is none, so the secretary states what the council found.
 */
export interface Gate {
  readonly kind: 'none' | 'recorded' | 'pending' | 'stated';
  readonly outstanding: boolean | null;
}

/** One dossier before a meeting. `wrong`: its figures no longer fit who was present; `away`: it left the council's table (put on hold). */
export interface Case {
  readonly nominee: Nominee;
  readonly facts: CandidateFacts;
  readonly voters: number;
  readonly abstains: boolean;
  readonly gate: Gate;
  /** What was found at this meeting, once entered. */
  readonly finding: NonNullable<Nomination['council']> | undefined;
  readonly standing: 'open' | 'entered' | 'wrong' | 'settled' | 'away';
  /** What the figures come to; undefined until they are complete. */
  readonly outcome: CouncilOutcome | undefined;
  /** The secretary's own case: the chair or a vice-chair records it. */
  readonly ofSecretary: boolean;
  /** Why the council looks at it again, last asked last. */
  readonly again: readonly Reconsideration[];
}

export interface SessionBoard {
  readonly round: Loaded<Round>;
  readonly plan: Plan;
  readonly session: Loaded<CouncilSession>;
  /** Collectives first, then people by given name. */
  readonly cases: readonly Case[];
  /** Some results were already fixed, so nothing else may change any more. */
  readonly closing: boolean;
}

/** @throws CodedError NOTHING_TO_SHOW when there is no such session */
export async function sessionBoard(turn: Turn, id: string): Promise<SessionBoard> {
  const session = await turn.get(sessionRecord, id);
  if (session === undefined) throw new CodedError('NOTHING_TO_SHOW');
  const round = await roundOf(turn, session.data.round);
  const plan = await roundPlan(turn, round);
  const found = await considered(turn, session.data);
  const secretaries = await actorsWho(turn, isCouncilSecretary);
  const again = await turn.list(reconsiderationRecord, byRound(session.data.round));
  const table = { turn, session, plan, secretaries, again };
  const cases: Case[] = [];
  for (const nominee of (await nominees(turn, found)).sort(inCouncilOrder)) cases.push(await caseOf(table, nominee));
  return { round, plan, session, cases, closing: cases.some((c) => c.standing === 'settled') };
}

/** The dossiers of a meeting; what each case asks besides (the person, the dossier of the department led) is read with them, in few calls. */
async function considered(
  turn: Turn,
  { round, considered: candidates }: CouncilSession,
): Promise<Loaded<Nomination>[]> {
  const [dossiers] = await Promise.all([
    turn.getMany(
      nominationRecord,
      candidates.map((id) => nominationId(round, id)),
    ),
    turn.getMany(personRecord, candidates),
  ]);
  const found = [...dossiers.values()];
  const led = new Set(found.map(({ data }) => nominationId(round, data.departmentId)));
  await turn.getMany(nominationRecord, [...led]);
  return found;
}

const dossierOf = (turn: Turn, round: string, candidate: string): Promise<Loaded<Nomination> | undefined> =>
  turn.get(nominationRecord, nominationId(round, candidate));

interface Table {
  readonly turn: Turn;
  readonly session: Loaded<CouncilSession>;
  readonly plan: Plan;
  readonly secretaries: readonly Actor[];
  readonly again: readonly Loaded<Reconsideration>[];
}

async function caseOf(table: Table, nominee: Nominee): Promise<Case> {
  const { session, secretaries } = table;
  const { state, council, departmentId } = nominee.nomination.data;
  const { rules } = session.data;
  const facts = { kind: nominee.kind, id: nominee.id, departmentId };
  const sentBack = table.again.filter(({ data }) => data.nomination === nominee.nomination.id);
  const finding =
    [council, ...sentBack.map(({ data }) => data.finding)].find((one) => one?.session === session.id) ?? undefined;
  const gate = await gateOf(table, nominee, finding);
  const voters = votersOn(rules, session.data, nominee.id);
  const standing = standingOf(nominee, {
    finding,
    gate,
    voters,
    isClosed: session.data.state === 'closed',
    onTable: state === 'tabled' || state === 'accepted',
  });
  const meeting = session.data;
  const outcome =
    finding === undefined || gate.kind === 'pending'
      ? undefined
      : councilOutcome({ rules, meeting, agree: finding.agree, ledIsOutstanding: ledIsOutstanding(gate) });
  return {
    nominee,
    facts,
    voters,
    abstains: abstains(rules, meeting, nominee.id),
    gate,
    finding,
    standing,
    outcome,
    again: sentBack.map(({ data }) => data),
    ofSecretary: secretaries.length > 0 && secretaries.every((secretary) => isOwn(secretary, facts)),
  };
}

const ledIsOutstanding = (gate: Gate): boolean | undefined =>
  gate.kind === 'none' ? undefined : gate.outstanding === true;

function standingOf(
  nominee: Nominee,
  of: { finding: Case['finding']; gate: Gate; voters: number; isClosed: boolean; onTable: boolean },
): Case['standing'] {
  const { finding, gate } = of;
  const { state } = nominee.nomination.data;
  // What was found at a closed meeting stays in its minutes, wherever the dossier went afterwards.
  if (of.isClosed) return finding === undefined ? 'away' : 'settled';
  if (!of.onTable)
    return finding !== undefined && !['onHold', 'withdrawn', 'returned'].includes(state) ? 'settled' : 'away';
  if (finding === undefined) return 'open';
  const unsaid = nominee.kind === 'department' || gate.kind === 'stated' ? finding.outstanding === null : false;
  return unsaid || !canBeCast(finding, of.voters) ? 'wrong' : 'entered';
}

async function gateOf({ turn, session, plan }: Table, nominee: Nominee, finding: Case['finding']): Promise<Gate> {
  const none: Gate = { kind: 'none', outstanding: null };
  if (nominee.kind === 'department') return none;
  const person = await turn.get(personRecord, nominee.id);
  if (person === undefined || !isGated(plan.settings.headGateCovers, person.data.roles)) return none;
  const { departmentId } = nominee.nomination.data;
  const department = await dossierOf(turn, session.data.round, departmentId);
  const found = department?.data.council;
  const here = session.data.considered.includes(departmentId);
  if (found && found.outstanding !== null && (!here || found.session === session.id)) {
    return { kind: 'recorded', outstanding: found.outstanding };
  }
  return here ? { kind: 'pending', outstanding: null } : { kind: 'stated', outstanding: finding?.outstanding ?? null };
}

/**
 * Whether a result of this meeting was told: a decision on one of its cases is published, an award was taken back, or the parent department's
 * refusal was told, even when the council looks at that case again.
 */
export async function isTold(turn: Turn, { session, cases }: SessionBoard): Promise<boolean> {
  const settledBy = cases.flatMap(({ nominee }) => nominee.nomination.data.decision ?? []);
  const isRefused = cases.some(
    ({ nominee, again }) =>
      nominee.nomination.data.state === 'declinedBySo' ||
      again.some(({ from, finding }) => from === 'declinedBySo' && finding.session === session.id),
  );
  return isRefused || [...(await turn.getMany(decisionRecord, settledBy)).values()].some(({ data }) => isFinal(data));
}

/** Sessions of a round in the order in which they were recorded. */
export async function sessionsOf(turn: Turn, round: string): Promise<Loaded<CouncilSession>[]> {
  const where = byRound(round);
  const all = await turn.list(sessionRecord, where);
  return all.sort((a, b) => a.data.number - b.data.number);
}

/** Dossiers that no open session has before it: accepted, or tabled at a meeting that did not come to them. */
export async function waitingDossiers(turn: Turn, round: string): Promise<Nominee[]> {
  const taken = new Set(
    (await sessionsOf(turn, round)).filter((s) => s.data.state === 'recording').flatMap((s) => s.data.considered),
  );
  const found = await nomineesIn(turn, round, 'accepted', 'tabled');
  return found.filter((nominee) => !taken.has(nominee.id)).sort(inCouncilOrder);
}

/** A form carries it, so that a second click finds the session that the first one recorded. */
export const nextNumber = (sessions: readonly Loaded<CouncilSession>[]): number =>
  Math.max(0, ...sessions.map((s) => s.data.number)) + 1;

/** The first case, in order, that still wants figures and that this person may record. */
export const nextOpen = (board: SessionBoard, actor: Actor): Case | undefined =>
  board.cases.find((c) => isOpen(c) && mayRecord(actor, c));

/** Of a person it is the collective led that is outstanding or not: the two say different things. */
export const isContradictory = ({ nominee, outcome, finding }: Case): boolean =>
  nominee.kind === 'department' && contradicts(outcome, finding?.outstanding ?? null);

/** The level that the dossier asks for; what the parent department refused is looked at again for the unit's own. */
const proposedLevel = ({ nominee, again }: Case): string =>
  again.at(-1)?.from === 'declinedBySo' ? ownLevel : nominee.nomination.data.level;

/** Everyone who votes is in favour. */
export const unanimous = (one: Case) => ({
  level: proposedLevel(one),
  agree: one.voters,
  disagree: 0,
  note: '',
  outstanding: one.nominee.kind === 'department' ? true : null,
});

/** As many as one card and one commit hold. */
const atOnce = 40;

/** Cases that this person may record as a unanimous vote; not where the council has to state what it found of the collective led. */
export const asProposed = ({ cases }: SessionBoard, actor: Actor): Case[] =>
  cases.filter((one) => isOpen(one) && one.gate.kind !== 'stated' && mayRecord(actor, one)).slice(0, atOnce);

/** Changes whenever the session or one of its dossiers does. */
export const boardRev = ({ session, cases }: SessionBoard): string =>
  `${session.rev}.${revOf(cases.map((one) => one.nominee))}`;

/** It wants figures, or other ones. */
export const isOpen = ({ standing }: Case): boolean => standing === 'open' || standing === 'wrong';

export const mayRecord = (actor: Actor, one: Case): boolean => mayRecordFinding(actor, one.facts, one.ofSecretary);
