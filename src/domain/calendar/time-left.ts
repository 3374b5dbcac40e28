/** What the service lets through when nothing goes wrong, a little under its limit; requests a second. */
const usualPerSecond = 45;
/** Fewer tell nothing about the rate. */
const fewestMeasured = 200;
const longestMs = 24 * 3_600_000;

export interface Sending {
  /** Messages still to be sent. */
  readonly remaining: number;
  /** Messages dealt with so far. */
  readonly done: number;
  readonly elapsedMs: number;
}

/**
 * Minutes until all is sent, rounded up: by the rate so far, or by the usual one while that cannot be told. After a day the rate so far
 * says more about what kept it waiting than about what is to come.
 */
export function minutesLeft({ remaining, done, elapsedMs }: Sending): number {
  const isMeasured = done >= fewestMeasured && elapsedMs > 0 && elapsedMs <= longestMs;
  const perSecond = isMeasured ? done / (elapsedMs / 1000) : usualPerSecond;
  return Math.ceil(remaining / perSecond / 60);
}
