import type { Actor } from '../../domain/policy/actor.ts';
import { mayOpine } from '../../domain/policy/review.ts';
import type { reviewLists } from '../../model/dossier/refs.ts';
import { namesApart } from '../../model/people/names-apart.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Nomination, nominationBy, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';

export type ReviewList = (typeof reviewLists)[number];

const belongs: Record<ReviewList, (n: Nomination, reviewer: Actor) => boolean> = {
  waiting: (n, reviewer) => n.state === 'submitted' && mayOpine(reviewer, factsOf(n)),
  handled: (n) => n.state === 'returned' || (n.opinion !== null && n.opinion.kind !== 'overdue'),
  overdue: (n) => n.opinion?.kind === 'overdue',
};

const factsOf = ({ candidate, departmentId, state, snapshot, submitted }: Nomination) => ({
  candidate: { ...candidate, departmentId },
  state,
  reviewerId: snapshot?.reviewerId ?? null,
  sentAt: submitted?.at ?? null,
});

/** Every dossier of a round on which this person gives the opinion, or gave it, those sent first at the top. */
export async function reviewedBy(turn: Turn, of: { round: string; reviewer: string }): Promise<Loaded<Nomination>[]> {
  const all = await turn.list(nominationRecord, nominationBy.reviewer(of.round, of.reviewer));
  return all.sort((a, b) => (isSentBefore(a, b) ? -1 : 1));
}

/** Those of them that belong on a list. */
export const listOf = (all: readonly Loaded<Nomination>[], list: ReviewList, reviewer: Actor): Loaded<Nomination>[] =>
  all.filter(({ data }) => belongs[list](data, reviewer));

/** Of two that were sent in the same instant the id decides. */
export function isSentBefore(a: Loaded<Nomination>, b: Loaded<Nomination>): boolean {
  const [atA, atB] = [a, b].map(({ data }) => data.submitted?.at ?? '');
  return atA === atB ? a.id < b.id : (atA ?? '') < (atB ?? '');
}

/** Id of a dossier → its candidate's name as it was sent; where two of these have one name, with what tells them apart. */
export async function sentNames(turn: Turn, all: readonly Loaded<Nomination>[]): Promise<ReadonlyMap<string, string>> {
  const named = all.map(({ data }) => ({ id: data.candidate.id, name: data.snapshot?.name ?? '' }));
  const names = await namesApart(turn, named);
  return new Map(all.map(({ id }, i) => [id, names[i] ?? '']));
}
