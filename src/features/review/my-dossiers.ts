import { isSent } from '../../domain/dossier/nomination.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { mayOpine } from '../../domain/policy/review.ts';
import type { reviewLists } from '../../model/dossier/refs.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Nomination, nominationBy, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';

export type ReviewList = (typeof reviewLists)[number];

const belongs: Record<ReviewList, (n: Nomination, reviewer: Actor) => boolean> = {
  waiting: (n, reviewer) => n.state === 'submitted' && mayOpine(reviewer, factsOf(n)),
  handled: (n) => n.state === 'returned' || (n.opinion !== null && n.opinion.kind !== 'overdue'),
  // One that was sent back or taken back since is not with the office any more.
  overdue: (n) => n.opinion?.kind === 'overdue' && isSent(n.state),
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
