import { DateTime } from 'luxon';
import type { Clock } from '../../ports/clock.ts';

/** @param startsAt ISO instant the clock starts from instead of the real one (local mode: try out a date) */
export function systemClock(zone: string, startsAt?: string): Clock {
  const shift = startsAt === undefined ? 0 : DateTime.fromISO(startsAt).toMillis() - Date.now();
  return { now: () => DateTime.fromMillis(Date.now() + shift, { zone }) };
}
