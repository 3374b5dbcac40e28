import { DateTime, type DurationLike } from 'luxon';

export type MovableClock = {
  /** The present instant in the clock's zone. */
  now(): DateTime;
  /** Jumps to an instant; an ISO text without offset is read in the clock's zone. */
  set(iso: string): void;
  /** Moves by a duration; a negative one goes back. */
  advance(duration: DurationLike): void;
  /** Called after each jump, not as time ticks; returns the unsubscriber. */
  onMove(listener: (now: DateTime) => void): () => void;
};

/** A clock that ticks in real time from `start` and can be moved by hand. Monotonic between moves, whatever the system clock does. */
export function movableClock(start: string | DateTime, zone = 'Asia/Ho_Chi_Minh'): MovableClock {
  const listeners = new Set<(now: DateTime) => void>();
  let base = readInstant(start, zone);
  let setAt = performance.now();
  const now = () => base.plus({ milliseconds: Math.floor(performance.now() - setAt) });
  const jump = (to: DateTime) => {
    base = to;
    setAt = performance.now();
    for (const listener of listeners) listener(now());
  };
  return {
    now,
    set: (iso) => jump(readInstant(iso, zone)),
    advance: (duration) => jump(now().plus(duration)),
    onMove(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function readInstant(value: string | DateTime, zone: string): DateTime {
  const read = typeof value === 'string' ? DateTime.fromISO(value, { zone }) : value.setZone(zone);
  if (!read.isValid) throw new RangeError(`Not an ISO instant: ${String(value)}`);
  return read;
}
