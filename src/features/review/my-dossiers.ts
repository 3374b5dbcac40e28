import { isSent } from '../../domain/dossier/nomination.ts';
import type { Opiners } from '../../domain/policy/acting.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import { mayOpine } from '../../domain/policy/review.ts';
import { opinersOf, reviewersActedFor, reviewersReplaced } from '../../model/dossier/opiners.ts';
import type { reviewLists } from '../../model/dossier/refs.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Nomination, nominationBy, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';

export type ReviewList = (typeof reviewLists)[number];

/** A dossier with who gives the opinion on it today; nobody does unless it waits. */
export interface Reviewable extends Loaded<Nomination> {
  readonly opiners: Opiners;
}

const belongs: Record<ReviewList, (n: Reviewable, reviewer: Actor) => boolean> = {
  waiting: (n, reviewer) => n.data.state === 'submitted' && mayOpine(reviewer, factsOf(n)),
  handled: ({ data: n }) => n.state === 'returned' || (n.opinion !== null && n.opinion.kind !== 'overdue'),
  // One that was sent back or taken back since is not with the office any more.
  overdue: ({ data: n }) => n.opinion?.kind === 'overdue' && isSent(n.state),
};

const factsOf = ({ opiners, data: { candidate, departmentId, state, snapshot, submitted } }: Reviewable) => ({
  candidate: { ...candidate, departmentId },
  state,
  reviewerId: snapshot?.reviewerId ?? null,
  opiners: opiners.may,
  sentAt: submitted?.at ?? null,
});

/**
 * Every dossier of a round on which this person gives or gave the opinion, in their own post or in another's place, or was asked for it; those
 * sent first at the top.
 */
export async function reviewedBy(turn: Turn, { round, reviewer }: { round: string; reviewer: Actor }) {
  const reviewers = [reviewer.id, ...(await reviewersActedFor(turn, round, reviewer))];
  const all = await withOpiners(turn, [
    ...(await askedOf(turn, round, reviewers)),
    ...(await turn.list(nominationRecord, nominationBy.opinedInPlace(round, reviewer.id))),
  ]);
  const mine = all.filter(
    (n) =>
      n.data.snapshot?.reviewerId === reviewer.id || n.data.state !== 'submitted' || mayOpine(reviewer, factsOf(n)),
  );
  return mine.sort((a, b) => (isSentBefore(a, b) ? -1 : 1));
}

/** Every dossier of a round for which these people were asked, whoever gives the opinion today. */
export const asked = async (turn: Turn, round: string, reviewers: readonly string[]): Promise<Reviewable[]> =>
  withOpiners(turn, await askedOf(turn, round, reviewers));

async function askedOf(turn: Turn, round: string, reviewers: readonly string[]): Promise<Loaded<Nomination>[]> {
  const lists = await Promise.all(reviewers.map((id) => turn.list(nominationRecord, nominationBy.reviewer(round, id))));
  return lists.flat();
}

/** Each once. */
const withOpiners = (turn: Turn, all: readonly Loaded<Nomination>[]): Promise<Reviewable[]> =>
  Promise.all(
    [...new Map(all.map((n) => [n.id, n])).values()].map(async (n) => ({
      ...n,
      opiners: await opinersOf(turn, n.data),
    })),
  );

/** Dossiers of a round that wait for somebody in whose place nobody is there to act, by whoever was asked. */
export async function unattended(turn: Turn, round: string): Promise<{ reviewer: string; dossiers: Reviewable[] }[]> {
  const all = (await reviewersReplaced(turn, round)).map(async (reviewer) => ({
    reviewer,
    dossiers: (await asked(turn, round, [reviewer])).filter(isUnattended),
  }));
  return (await Promise.all(all)).filter(({ dossiers }) => dossiers.length > 0);
}

export const isUnattended = ({ data, opiners }: Reviewable): boolean =>
  data.state === 'submitted' && opiners.acts === null;

/** Those of them that belong on a list. */
export const listOf = (all: readonly Reviewable[], list: ReviewList, reviewer: Actor): Reviewable[] =>
  all.filter((one) => belongs[list](one, reviewer));

/** Of two that were sent in the same instant the id decides. */
export function isSentBefore(a: Loaded<Nomination>, b: Loaded<Nomination>): boolean {
  const [atA, atB] = [a, b].map(({ data }) => data.submitted?.at ?? '');
  return atA === atB ? a.id < b.id : (atA ?? '') < (atB ?? '');
}
