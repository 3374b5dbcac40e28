import { DateTime } from 'luxon';

/** More than any limit of Teams asks for; a wrong clock over there must not silence the bot for days. */
const mostMs = 3_600_000;

/**
 * Reads the header Retry-After: seconds, or an HTTP date.
 * @param now milliseconds of the real time, which the date is given in
 * @returns milliseconds from now, 0 … 1 hour; undefined when it says nothing that can be understood
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  const ms = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : DateTime.fromHTTP(text).toMillis() - now;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), mostMs);
}
