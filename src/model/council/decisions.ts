import { isOwn } from '../../domain/policy/policy.ts';
import type { Deps } from '../../pipeline/context.ts';
import { list, load } from '../../ports/documents.ts';
import { type Decision, decisionRecord, sessionRecord } from '../../records/council.ts';
import { nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { candidateOf, type Nominee, nominees, nomineesIn } from '../dossier/nominees.ts';
import { holders } from '../people/people.ts';

/** The level at which the unit's own director decides; every other goes to the parent department. */
export const ownLevel = 'unit';

/** Dossiers moved by one commit: two changes each, beside the decision's own. */
export const stepSize = 40;

/** What the cards about a round's decisions are kept in step with. */
export const decidingOf = (round: string): string => `deciding:${round}`;

/** Decisions of a round in the order in which they were made. */
export async function decisionsOf(deps: Deps, round: string): Promise<Loaded<Decision>[]> {
  const where = { field: 'round', equals: round };
  const all = await list(deps.store, { unit: deps.scope.unit, type: decisionRecord, where });
  return all.sort((a, b) => a.data.sequence - b.data.sequence);
}

export const nextSequence = (all: readonly Loaded<Decision>[]): number =>
  Math.max(0, ...all.map((d) => d.data.sequence)) + 1;

export interface Awaiting {
  /** For the director to agree to. */
  readonly own: readonly Nominee[];
  /** For the parent department: its level, and the director's own case at whatever level. */
  readonly forward: readonly Nominee[];
}

/** What closed sessions recommended and no pending decision holds. */
export async function awaiting(deps: Deps, round: string): Promise<Awaiting> {
  const where = { field: 'round', equals: round };
  const sessions = await list(deps.store, { unit: deps.scope.unit, type: sessionRecord, where });
  const closed = new Set(sessions.filter((s) => s.data.state === 'closed').map((s) => s.id));
  const pending = (await decisionsOf(deps, round)).filter((d) => d.data.number === '');
  const held = new Set(pending.flatMap((d) => d.data.nominations));
  const free = (await nomineesIn(deps, round, 'recommended')).filter(
    ({ nomination }) => !held.has(nomination.id) && closed.has(nomination.data.council?.session ?? ''),
  );
  const directors = (await holders(deps, 'director')).map((p) => ({
    id: p.id,
    roles: p.data.roles,
    departmentId: p.data.departmentId,
  }));
  const isOwnLevel = (nominee: Nominee): boolean =>
    nominee.nomination.data.council?.level === ownLevel &&
    !directors.some((director) => isOwn(director, candidateOf(nominee)));
  return { own: free.filter(isOwnLevel), forward: free.filter((nominee) => !isOwnLevel(nominee)) };
}

/** The dossiers that a decision names, as they are now, in the order of lists. */
export async function named(deps: Deps, decision: Decision): Promise<Nominee[]> {
  const found = [];
  for (const id of decision.nominations) {
    const nomination = await load(deps.store, deps.scope.unit, nominationRecord, id);
    if (nomination !== undefined) found.push(nomination);
  }
  return nominees(deps, found);
}
