import { setMaxListeners } from 'node:events';

/**
 * Keeps under what Teams allows: requests of the bot in one tenant, and a gap between two to one conversation (1,800 an hour).
 * Owners are people's ids or `channel:<purpose>`, each with one conversation. Times are monotonic milliseconds.
 */
export interface Pace {
  /** Waits in line until one request to this owner may go out. @returns false when the line was closed: nothing may be sent */
  turn(owner: string): Promise<boolean>;
  /** An answer to what someone said: counted, never made to wait. */
  spend(owner: string): void;
  /** Milliseconds until the owner's own gap and any silence are over; the line comes on top. */
  readyIn(owner: string): number;
  /** The service asked for silence (Retry-After): nothing goes out for so long, or nothing to this owner. */
  hold(ms: number, owner?: string): void;
  /** Lets everyone in line go unserved. */
  close(): void;
}

export interface PaceLimits {
  /** Requests in any `windowMs`. */
  readonly requests: number;
  readonly windowMs: number;
  /** Between any two requests: what leaves in a bunch may arrive as two in one window. */
  readonly spacingMs: number;
  readonly ownerGapMs: number;
}

export interface PaceTime {
  readonly monotonic: () => number;
  /** Resolves after so many milliseconds, or at once when the signal is given. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

const ownersKept = 5_000;

/** Starts as if everything had just been spent: a restart must not spend an allowance that was spent before it. */
export function createPace(limits: PaceLimits, { monotonic, pause }: PaceTime): Pace {
  const closing = new AbortController();
  // As many may wait at once as there are places.
  setMaxListeners(0, closing.signal);
  /** When the last requests went out, overwritten in turn: the entry at `next` is the oldest. */
  const log: number[] = new Array(limits.requests).fill(monotonic());
  let next = 0;
  let lastAt = Number.NEGATIVE_INFINITY;
  let heldUntil = Number.NEGATIVE_INFINITY;
  let line: Promise<unknown> = Promise.resolve();
  const readyAt = new Map<string, number>();

  function note(now: number): void {
    log[next] = now;
    next = (next + 1) % log.length;
    lastAt = now;
  }

  function reserve(owner: string, at: number): void {
    readyAt.set(owner, at + limits.ownerGapMs);
    if (readyAt.size < ownersKept) return;
    const now = monotonic();
    for (const [each, ready] of readyAt) if (ready <= now) readyAt.delete(each);
  }

  const waitMs = (now: number): number =>
    Math.max(heldUntil - now, (log[next] ?? 0) + limits.windowMs - now, lastAt + limits.spacingMs - now, 0);

  async function served(): Promise<boolean> {
    for (let ms = waitMs(monotonic()); ms > 0 && !closing.signal.aborted; ms = waitMs(monotonic()))
      await pause(ms, closing.signal);
    if (closing.signal.aborted) return false;
    note(monotonic());
    return true;
  }

  return {
    async turn(owner) {
      // The owner's gap is waited for outside the line, or one busy conversation would hold everybody up.
      const now = monotonic();
      const at = Math.max(now, readyAt.get(owner) ?? now);
      reserve(owner, at);
      if (at > now) await pause(at - now, closing.signal);
      const mine = line.then(served);
      line = mine;
      return mine;
    },
    spend(owner) {
      const now = monotonic();
      note(now);
      reserve(owner, Math.max(now, (readyAt.get(owner) ?? now) - limits.ownerGapMs));
    },
    readyIn(owner) {
      const now = monotonic();
      return Math.max(heldUntil - now, (readyAt.get(owner) ?? now) - now, 0);
    },
    hold(ms, owner) {
      const until = monotonic() + ms;
      if (owner === undefined) heldUntil = Math.max(heldUntil, until);
      else readyAt.set(owner, Math.max(readyAt.get(owner) ?? until, until));
    },
    close: () => closing.abort(),
  };
}
