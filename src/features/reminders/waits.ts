import { DateTime } from 'luxon';
import { daysUntil } from '../../domain/calendar/urgency.ts';
import type { Turn } from '../../pipeline/turn.ts';
import {
  type Nomination,
  nominationRecord,
  type WaitingState,
  waitedSince,
  waitFrom,
  waits,
  waitsIn,
} from '../../records/nomination.ts';
import type { RoundClock } from './round-clock.ts';

/** Dossiers that wait for one department, or for one step. */
export interface Wait {
  readonly count: number;
  /** Since when the one that has waited longest does. In the plan's zone. */
  readonly since: DateTime;
}

/** Dossiers that have waited as long, and for the opinion of the same person. */
export interface Waiting extends Wait {
  /** Empty when nobody holds the post, or no opinion is waited for. */
  readonly reviewer: string;
  /** The candidates' department, while an opinion is waited for. */
  readonly departmentId: string;
}

/** Dossiers of the round that wait in a state; counted from the index. */
export async function waitingIn(turn: Turn, clock: RoundClock, state: WaitingState): Promise<Waiting[]> {
  const counts = await turn.countBy(nominationRecord, waits, waitsIn(clock.round.data.round, state));
  return [...counts].map(([value, count]) => {
    const { since, ...of } = waitFrom(value);
    return { ...of, count, since: localTime(clock, since) };
  });
}

/** All of these together; undefined when there is none. */
export function waitOf(parts: readonly Wait[]): Wait | undefined {
  const since = DateTime.min(...parts.map((part) => part.since));
  return since === undefined ? undefined : { count: parts.reduce((sum, { count }) => sum + count, 0), since };
}

/** When a dossier came to where it waits. */
export const waitsSince = (clock: RoundClock, nomination: Nomination): DateTime =>
  localTime(clock, waitedSince(nomination));

const localTime = ({ plan, now }: RoundClock, since: string | undefined): DateTime =>
  since === undefined ? now : DateTime.fromISO(since, { zone: plan.zone });

/** Whole days of the calendar up to today. */
export const daysWaited = ({ now }: RoundClock, since: DateTime): number => -daysUntil(since, now);
