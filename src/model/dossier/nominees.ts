import { createHash } from 'node:crypto';
import type { NominationState } from '../../domain/dossier/nomination.ts';
import type { CandidateFacts } from '../../domain/policy/dossier.ts';
import { compareNames } from '../../domain/text/vietnamese.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Nomination, nominationBy, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { namesApart } from '../people/names-apart.ts';
import { departments } from '../people/people.ts';
import { candidateView } from './dossier.ts';

/** A dossier by the name of its candidate, as the council's and the award's lists show it. */
export interface Nominee {
  readonly nomination: Loaded<Nomination>;
  readonly kind: 'person' | 'department';
  /** Candidate id. */
  readonly id: string;
  /** As it is shown among these dossiers: two of one name are told apart. */
  readonly name: string;
  /** The name alone, by which lists are sorted. */
  readonly plainName: string;
  readonly title: string;
  readonly departmentName: string;
  readonly departmentOrder: number;
}

/** As the rules see it; a sent dossier stays with the department it was sent from. */
export const candidateOf = ({ kind, id, nomination }: Nominee): CandidateFacts => ({
  kind,
  id,
  departmentId: nomination.data.departmentId,
});

/** Dossiers of a round in any of these states: departments in protocol order, then people by department and given name. */
export async function nomineesIn(turn: Turn, round: string, ...states: readonly NominationState[]): Promise<Nominee[]> {
  const found = await Promise.all(states.map((state) => turn.list(nominationRecord, nominationBy.state(round, state))));
  return nominees(turn, found.flat());
}

/** These dossiers by name, in the order of lists. */
export async function nominees(turn: Turn, nominations: readonly Loaded<Nomination>[]): Promise<Nominee[]> {
  const order = new Map((await departments(turn)).map((d) => [d.id, d.data.order]));
  const all: Nominee[] = [];
  for (const nomination of nominations) all.push(await nominee(turn, nomination, order));
  const shown = await namesApart(turn, all);
  return all.map((each, i) => ({ ...each, name: shown[i] ?? each.name })).sort(inListOrder);
}

/** Changes whenever any of these dossiers does: what a card about many of them carries as its `rev`. */
export function revOf(all: readonly Nominee[]): string {
  const revs = all.map(({ nomination }) => `${nomination.id}@${nomination.rev}`).sort();
  return createHash('sha256').update(revs.join('\n')).digest('hex').slice(0, 16);
}

/** A sent dossier keeps the name and department it was sent with, whatever the roster says now. */
async function nominee(
  turn: Turn,
  nomination: Loaded<Nomination>,
  order: ReadonlyMap<string, number>,
): Promise<Nominee> {
  const { candidate, snapshot, departmentId } = nomination.data;
  const named = snapshot ?? (await candidateView(turn, candidate.id));
  return {
    nomination,
    kind: candidate.kind,
    id: candidate.id,
    name: named.name,
    plainName: named.name,
    title: named.title,
    departmentName: named.departmentName,
    departmentOrder: order.get(departmentId) ?? Number.MAX_SAFE_INTEGER,
  };
}

const collectivesFirst = (a: Nominee, b: Nominee): number => Number(a.kind === 'person') - Number(b.kind === 'person');

/** Departments by protocol order, then people by department and given name: the order of lists and papers. */
export const inListOrder = (a: Nominee, b: Nominee): number =>
  collectivesFirst(a, b) || a.departmentOrder - b.departmentOrder || byNominee(a, b);

/** Collectives first, then people by given name alone: the order in which a council considers. */
export const inCouncilOrder = (a: Nominee, b: Nominee): number =>
  collectivesFirst(a, b) || (a.kind === 'department' ? a.departmentOrder - b.departmentOrder : 0) || byNominee(a, b);

const byNominee = (a: Nominee, b: Nominee): number => compareNames(a.plainName, b.plainName) || (a.id < b.id ? -1 : 1);
