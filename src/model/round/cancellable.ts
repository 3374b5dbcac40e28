import type { DateTime } from 'luxon';
import { cancellableUntil } from '../../domain/plan/launch.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Campaign } from '../../records/campaign.ts';
import { openedRounds } from './round.ts';

/** Whether a launch in force can still be cancelled, and if not, what stands against it. */
export interface Cancellable {
  readonly barredBy: 'none' | 'time' | 'round';
  readonly at: DateTime;
}

/**
 * A launch can be cancelled for a day, and until a round is opened after it: one that did not open along with it was announced by itself, to
 * people who knew of the launch. `at` is the end of that day.
 */
export async function cancellable(turn: Turn, { launched, round }: Campaign, now: DateTime): Promise<Cancellable> {
  const at = cancellableUntil(launched.at, turn.plan);
  if (now > at) return { barredBy: 'time', at };
  const isFollowed = (await openedRounds(turn)).some(
    ({ data }) => data.round !== round && data.opened.at >= launched.at,
  );
  return { barredBy: isFollowed ? 'round' : 'none', at };
}
