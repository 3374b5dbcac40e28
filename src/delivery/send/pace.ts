import { setMaxListeners } from 'node:events';

/**
 * Keeps under what Teams allows: requests of the bot in one tenant, and of those to one conversation (1,800 an hour, 8 in two seconds).
 * Owners are people's ids or `channel:<purpose>`, each with one conversation. Times are monotonic milliseconds.
 * It counts the requests of this process. One alone sends, but all answer: together they may ask for more, which Teams refuses with 429 before
 * it is done. A message is then tried again, a page owed and a sentence sent again (`bot/post-answer.ts`), so it comes later.
 */
export interface Pace {
  /** Waits in line until one request to this owner may go out. @returns false when the line was closed: nothing may be sent */
  turn(owner: string): Promise<boolean>;
  /**
   * An answer to what someone said goes before everything else, and waits only when answers alone would take the share that is kept for
   * what waits in line. It is not kept back by its conversation's pace or by a silence: the person is looking at the chat.
   */
  reply(owner: string): Promise<void>;
  /** Milliseconds until the owner's own pace and any silence allow a request; the line comes on top. */
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
  /** Of these, how many may be answers. */
  readonly replies: number;
  /** Between any two requests: what leaves in a bunch may arrive as two in one window. */
  readonly spacingMs: number;
  /** One owner may have `ownerBurst` in quick succession (several cards redrawn after one click), and then one each `ownerGapMs`. */
  readonly ownerGapMs: number;
  readonly ownerBurst: number;
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
  /** When the last answers went out or will, overwritten in turn. */
  const answered: number[] = new Array(limits.replies).fill(Number.NEGATIVE_INFINITY);
  let nextAnswer = 0;
  let lastAt = Number.NEGATIVE_INFINITY;
  let heldUntil = Number.NEGATIVE_INFINITY;
  let line: Promise<unknown> = Promise.resolve();
  /** Until when the owner's allowance is used up: past by now, the whole burst is theirs again. */
  const paidUntil = new Map<string, number>();
  const burstMs = (limits.ownerBurst - 1) * limits.ownerGapMs;

  function note(now: number): void {
    log[next] = now;
    next = (next + 1) % log.length;
    lastAt = now;
  }

  const readyAt = (owner: string, now: number): number => Math.max(now, (paidUntil.get(owner) ?? now) - burstMs);

  function reserve(owner: string, now: number): void {
    paidUntil.set(owner, Math.max(now, paidUntil.get(owner) ?? now) + limits.ownerGapMs);
    if (paidUntil.size < ownersKept) return;
    for (const [each, until] of paidUntil) if (until <= now) paidUntil.delete(each);
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
      // The owner's own pace is waited for outside the line, or one busy conversation would hold everybody up.
      const now = monotonic();
      const at = readyAt(owner, now);
      reserve(owner, now);
      if (at > now) await pause(at - now, closing.signal);
      const mine = line.then(served);
      line = mine;
      return mine;
    },
    async reply(owner) {
      const now = monotonic();
      const at = Math.max(now, (answered[nextAnswer] ?? now) + limits.windowMs);
      answered[nextAnswer] = at;
      nextAnswer = (nextAnswer + 1) % answered.length;
      reserve(owner, now);
      if (at > now) await pause(at - now, closing.signal);
      note(monotonic());
    },
    readyIn(owner) {
      const now = monotonic();
      return Math.max(heldUntil - now, readyAt(owner, now) - now, 0);
    },
    hold(ms, owner) {
      const until = monotonic() + ms;
      if (owner === undefined) heldUntil = Math.max(heldUntil, until);
      else paidUntil.set(owner, Math.max(paidUntil.get(owner) ?? 0, until + burstMs));
    },
    close: () => closing.abort(),
  };
}
