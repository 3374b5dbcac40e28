import type { Actor, Holder } from '../../domain/policy/actor.ts';
import { type CandidateFacts, isOwn } from '../../domain/policy/dossier.ts';
import { isDirector } from '../../domain/policy/posts.ts';
import { asActor } from '../../pipeline/actor-of.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Decision, decisionRecord, sessionRecord } from '../../records/council.ts';
import { byRound } from '../../records/fields.ts';
import { nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { candidateOf, type Nominee, nominees, nomineesIn } from '../dossier/nominees.ts';
import { holders } from '../people/people.ts';

/** The level at which the unit's own director decides; every other goes to the parent department. */
export const ownLevel = 'unit';

/** What the cards about a round's decisions are kept in step with. */
export const decidingOf = (round: string): string => `deciding:${round}`;

/** Decisions of a round in the order in which they were made. */
export async function decisionsOf(turn: Turn, round: string): Promise<Loaded<Decision>[]> {
  const where = byRound(round);
  const all = await turn.list(decisionRecord, where);
  return all.sort((a, b) => a.data.sequence - b.data.sequence);
}

/** A decision of which nothing is settled yet but what it is about. */
export const draftDecision = (
  of: Pick<Decision, 'round' | 'sequence' | 'kind' | 'level' | 'nominations'> & Partial<Decision>,
): Decision => ({
  reason: '',
  agreed: null,
  number: '',
  issuedOn: null,
  published: null,
  proposed: null,
  refused: null,
  ...of,
});

/** Agreed to, and its paper is still to be signed. */
export const awaitsPaper = ({ agreed, number }: Decision): boolean => agreed !== null && number === '';

/** Told, or about to be: from now on only another decision changes it. A revocation is told when it is recorded. */
export const isFinal = ({ kind, number, published }: Decision): boolean =>
  published !== null || (kind === 'revocation' && number !== '');

/** Asked for, and neither agreed to nor refused. */
export const awaitsAgreement = ({ kind, agreed, number, refused }: Decision): boolean =>
  kind === 'revocation' && agreed === null && number === '' && refused === null;

/** Of the decisions, or the submissions, of a round. */
export const nextSequence = (all: readonly { readonly data: { readonly sequence: number } }[]): number =>
  Math.max(0, ...all.map((d) => d.data.sequence)) + 1;

export interface Awaiting {
  /** For the director to agree to. */
  readonly own: readonly Nominee[];
  /** For the parent department: its level, and the director's own case at whatever level. */
  readonly forward: readonly Nominee[];
}

/** What closed sessions recommended and no pending decision holds. */
export async function awaiting(turn: Turn, round: string): Promise<Awaiting> {
  const where = byRound(round);
  const sessions = await turn.list(sessionRecord, where);
  const closed = new Set(sessions.filter((s) => s.data.state === 'closed').map((s) => s.id));
  const pending = (await decisionsOf(turn, round)).filter(({ data }) => awaitsPaper(data));
  const held = new Set(pending.flatMap((d) => d.data.nominations));
  const free = (await nomineesIn(turn, round, 'recommended')).filter(
    ({ nomination }) => !held.has(nomination.id) && closed.has(nomination.data.council?.session ?? ''),
  );
  const directors = await actorsWho(turn, isDirector);
  const isOwnLevel = (nominee: Nominee): boolean =>
    nominee.nomination.data.council?.level === ownLevel &&
    !directors.some((director) => isOwn(director, candidateOf(nominee)));
  return { own: free.filter(isOwnLevel), forward: free.filter((nominee) => !isOwnLevel(nominee)) };
}

/** The dossiers that a decision names, as they are now, in the order of lists. */
export async function named(turn: Turn, decision: Decision): Promise<Nominee[]> {
  return nominees(turn, [...(await turn.getMany(nominationRecord, decision.nominations)).values()]);
}

/** Those who were not recommended and are declined beside a decision, which does not name them. */
export async function declinedBy(turn: Turn, { id, data }: Loaded<Decision>): Promise<Nominee[]> {
  return (await nomineesIn(turn, data.round, 'declined')).filter(({ nomination }) => nomination.data.decision === id);
}

/** Whoever holds a post, as the rules see them. */
export async function actorsWho(turn: Turn, holds: (person: Holder) => boolean): Promise<Actor[]> {
  return (await holders(turn, holds)).map(asActor);
}

/** A case that the director never decides on. */
export const isDirectors = async (turn: Turn, candidate: CandidateFacts): Promise<boolean> =>
  (await actorsWho(turn, isDirector)).some((director) => isOwn(director, candidate));
