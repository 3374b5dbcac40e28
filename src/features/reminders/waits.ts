import { DateTime } from 'luxon';
import { daysUntil } from '../../domain/calendar/urgency.ts';
import type { NominationState } from '../../domain/dossier/nomination.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Nomination, nominationBy, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import type { RoundClock } from './round-clock.ts';

/** Dossiers that wait for one department, or for one step. */
export interface Wait {
  readonly count: number;
  /** Since when the one that has waited longest does. In the plan's zone. */
  readonly since: DateTime;
}

export const dossiersIn = (turn: Turn, { round }: RoundClock, state: NominationState): Promise<Loaded<Nomination>[]> =>
  turn.list(nominationRecord, nominationBy.state(round.data.round, state));

/** When a dossier came to where it waits. */
export function waitsSince(
  { plan, now }: RoundClock,
  { state, submitted, opinion, returned, accepted }: Nomination,
): DateTime {
  const steps = { submitted, opined: opinion, returned, accepted } as const;
  const at = state in steps ? steps[state as keyof typeof steps]?.at : undefined;
  return at === undefined ? now : DateTime.fromISO(at, { zone: plan.zone });
}

export function waitOf(clock: RoundClock, dossiers: readonly Loaded<Nomination>[]): Wait | undefined {
  const since = DateTime.min(...dossiers.map(({ data }) => waitsSince(clock, data)));
  return since === undefined ? undefined : { count: dossiers.length, since };
}

/** Whole days of the calendar up to today. */
export const daysWaited = ({ now }: RoundClock, since: DateTime): number => -daysUntil(since, now);
