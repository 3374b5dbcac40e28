import { DateTime } from 'luxon';
import type { NominationState } from '../../domain/dossier/nomination.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { byRound } from '../../records/fields.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { queueFilters } from './refs.ts';

export type QueueFilter = (typeof queueFilters)[number];

const filterOf: Readonly<Partial<Record<NominationState, QueueFilter>>> = {
  opined: 'waiting',
  submitted: 'submitted',
  returned: 'returned',
  onHold: 'onHold',
  accepted: 'accepted',
  tabled: 'accepted',
  recommended: 'accepted',
  forwarded: 'accepted',
};

export interface Queue {
  /** In the order of the filters, and in each the one that waits longest first. */
  readonly entries: readonly { readonly filter: QueueFilter; readonly nomination: Loaded<Nomination> }[];
  readonly counts: Readonly<Record<QueueFilter, number>>;
}

/** The dossiers of a round that the office has to do with, from their sending to the decision. */
export async function queueOfRound(turn: Turn, round: string): Promise<Queue> {
  const all = await turn.list(nominationRecord, byRound(round));
  const entries = all.flatMap((nomination) => {
    const filter = filterOf[nomination.data.state];
    return filter === undefined ? [] : [{ filter, nomination }];
  });
  const place = (filter: QueueFilter): number => queueFilters.indexOf(filter);
  entries.sort(
    (a, b) =>
      place(a.filter) - place(b.filter) || (waitsSince(a.nomination.data) < waitsSince(b.nomination.data) ? -1 : 1),
  );
  const counts = Object.fromEntries(
    queueFilters.map((filter) => [filter, entries.filter((e) => e.filter === filter).length]),
  ) as Record<QueueFilter, number>;
  return { entries, counts };
}

/** UTC instant from which a dossier has been where it is. */
export function waitsSince({ state, submitted, opinion, returned, accepted, hold }: Nomination): string {
  const since = {
    opined: opinion?.at,
    returned: returned?.at,
    onHold: hold?.at,
    accepted: accepted?.at,
  } as Partial<Record<NominationState, string | undefined>>;
  return since[state] ?? submitted?.at ?? '';
}

/** Whole days of the calendar that have passed, 0 on the same day. */
export const daysSince = (instant: string, at: DateTime, zone: string): number =>
  Math.floor(at.setZone(zone).startOf('day').diff(DateTime.fromISO(instant, { zone }).startOf('day'), 'days').days);
