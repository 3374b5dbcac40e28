import { postsAmong, reviewerOf } from '../../domain/policy/review.ts';
import { assignmentsOf } from '../../pipeline/acting.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { personBy, personRecord } from '../../records/person.ts';
import type { Where } from '../../records/record.ts';
import { byName, isHere } from '../people/people.ts';
import type { CandidateView } from './dossier.ts';

/**
 * Who gives the opinion on a dossier as the posts are held now; null when nobody does. Most are for a head, so whoever opines for the whole
 * unit is asked for only where it is not.
 */
export async function reviewerFor(turn: Turn, candidate: CandidateView): Promise<string | null> {
  const held = async (where: Where) =>
    byName((await turn.list(personRecord, where)).filter(({ data }) => isHere(turn, data)));
  const { departmentId, roles } = candidate;
  const heads = await held(personBy.headOf(departmentId));
  const head = await headFor(turn, departmentId);
  const byHead = reviewerOf(candidate, roles, { head, director: undefined, viceChair: undefined });
  if (byHead !== null) return byHead;
  const both = new Map([...heads, ...(await held(personBy.opinesForUnit))].map((each) => [each.id, each]));
  const all = byName([...both.values()]);
  return reviewerOf(candidate, roles, postsAmong(all, departmentId));
}

/** Who leads a department now: its head, or whoever was given it; undefined for one that nobody leads. */
export async function headFor(turn: Turn, departmentId: string): Promise<string | undefined> {
  const heads = await turn.list(personRecord, personBy.headOf(departmentId));
  return byName(heads.filter(({ data }) => isHere(turn, data)))[0]?.id ?? (await actingHead(turn, departmentId));
}

/** Whoever was given a department that has no head. */
const actingHead = async (turn: Turn, departmentId: string): Promise<string | undefined> =>
  (await assignmentsOf(turn)).find((given) => given.post === 'head' && given.departmentId === departmentId)?.to;
