import { DateTime } from 'luxon';
import { isGone, isSent, type NominationState } from '../../domain/dossier/nomination.ts';
import type { Actor } from '../../domain/policy/actor.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { byRound } from '../../records/fields.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { mayHandle } from './intake-dossier.ts';
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
  notRecommended: 'accepted',
  forwarded: 'accepted',
  awarded: 'ended',
  declined: 'ended',
  declinedBySo: 'ended',
  revoked: 'ended',
};

function placeOf({ state, submitted }: Nomination): QueueFilter | undefined {
  return isGone(state) && submitted !== null ? 'gone' : filterOf[state];
}

/** It waits to be taken in, and this reader may do that. */
export const waitsFor = (reader: Actor, { state, candidate, departmentId }: Nomination): boolean =>
  filterOf[state] === 'waiting' && mayHandle({ actor: reader }, { ...candidate, departmentId });

export interface Queue {
  /** In the order of the filters, and in each the one that waits longest first. */
  readonly entries: readonly { readonly filter: QueueFilter; readonly nomination: Loaded<Nomination> }[];
  readonly counts: Readonly<Record<QueueFilter, number>>;
}

/** Every dossier of a round that was ever sent, for ever: the office looks things up years later. */
export async function queueOfRound(turn: Turn, round: string): Promise<Queue> {
  const all = await turn.list(nominationRecord, byRound(round));
  const entries = all.flatMap((nomination) => {
    const filter = placeOf(nomination.data);
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

/** Sent, and its signed paper is not recorded; of what left the chain nobody waits for one. */
export const lacksOriginal = ({ state, submitted, originalReceivedOn }: Nomination): boolean =>
  submitted !== null && originalReceivedOn === null && isSent(state);

/** UTC instant from which a dossier has been where it is; of one that has gone further, when it was sent. */
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
