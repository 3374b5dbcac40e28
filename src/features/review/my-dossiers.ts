import type { reviewLists } from '../../model/dossier/refs.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Nomination, nominationBy, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';

export type ReviewList = (typeof reviewLists)[number];

const belongs: Record<ReviewList, (n: Nomination) => boolean> = {
  waiting: (n) => n.state === 'submitted',
  handled: (n) => n.state === 'returned' || (n.opinion !== null && n.opinion.kind !== 'overdue'),
  overdue: (n) => n.opinion?.kind === 'overdue',
};

/** The dossiers on which this person gives the opinion, those sent first at the top. */
export async function myDossiers(
  turn: Turn,
  of: { round: string; reviewer: string; list: ReviewList },
): Promise<Loaded<Nomination>[]> {
  const all = await turn.list(nominationRecord, nominationBy.reviewer(of.round, of.reviewer));
  const sentAt = (n: Loaded<Nomination>): string => n.data.submitted?.at ?? '';
  return all
    .filter((n) => belongs[of.list](n.data))
    .sort((a, b) => (sentAt(a) === sentAt(b) ? (a.id < b.id ? -1 : 1) : sentAt(a) < sentAt(b) ? -1 : 1));
}
