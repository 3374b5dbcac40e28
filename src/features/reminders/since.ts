import type { RoundProgress } from '../../domain/calendar/is-owed.ts';
import { isFresh } from './by-hand.ts';
import { isLastCall } from './last-call.ts';
import type { RoundClock } from './round-clock.ts';

/** How a head's list stands against the last that arrived; the last call before the deadline repeats it all the same. @param since day of the last list; empty = none */
export function sinceLast(
  clock: RoundClock,
  { since, changes }: { since: string; changes: number },
): RoundProgress['since'] {
  if (since === '') return 'first';
  if (changes > 0) return 'changed';
  return isFresh(clock, since) && !isLastCall(clock) ? 'again' : 'unchanged';
}
