import { DateTime } from 'luxon';
import { isBeforeDeadline } from '../calendar/calendar.ts';
import { isOpenForWriting, type NominationState } from './nomination.ts';

/** Why the candidate can change or send nothing at this time. */
export type Closed = 'sent' | 'withdrawn' | 'lapsed' | 'deadline' | 'supplement';

export interface WritingFacts {
  readonly state: NominationState;
  /** The round's last instant, the grace window included. */
  readonly closesAt: DateTime;
  /** Of a dossier that was sent back, also once it has lapsed: its own supplement deadline. */
  readonly supplementUntil: DateTime | null;
  /** More time given to this candidate alone. */
  readonly extendedUntil?: DateTime | null;
}

/**
 * Last instant to change and send; of a lapsed dossier the one that it missed. A dossier returned early keeps the whole time that everyone
 * has.
 */
export function writableUntil({ state, closesAt, supplementUntil, extendedUntil }: WritingFacts): DateTime {
  const wasSentBack = state === 'returned' || state === 'lapsed';
  // What the office asked for when sending it back has its own time, which the office changes with it.
  const own = wasSentBack && supplementUntil !== null ? supplementUntil : extendedUntil;
  return DateTime.max(closesAt, own ?? closesAt);
}

export function whyClosed(facts: WritingFacts, at: DateTime): Closed | undefined {
  const { state } = facts;
  if (state === 'withdrawn' || state === 'lapsed') return state;
  if (!isOpenForWriting(state)) return 'sent';
  if (isBeforeDeadline(at, writableUntil(facts))) return undefined;
  return state === 'returned' ? 'supplement' : 'deadline';
}
