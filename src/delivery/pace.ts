/**
 * Keeps under what Teams allows: requests per second for the whole tenant, and a gap between two sends to one conversation
 * (1,800 an hour). Times are monotonic milliseconds. Starts empty: a restart must not spend an allowance that was spent before it.
 */
export interface Pace {
  /** Takes one send to the conversation, or says in how many milliseconds to ask again. */
  take(conversationId: string, now: number): { readonly ok: true } | { readonly ok: false; readonly waitMs: number };
  /** The service asked for silence (Retry-After): nothing goes out before, or nothing to this conversation. */
  hold(until: number, conversationId?: string): void;
}

interface PaceLimits {
  readonly perSecond: number;
  readonly conversationGapMs: number;
}

export function createPace(limits: PaceLimits, startedAt: number): Pace {
  let tokens = 0;
  let filledAt = startedAt;
  let heldUntil = 0;
  const lastTo = new Map<string, number>();

  const refill = (now: number): void => {
    tokens = Math.min(limits.perSecond, tokens + ((now - filledAt) / 1000) * limits.perSecond);
    filledAt = now;
  };
  const forgetIdle = (now: number): void => {
    if (lastTo.size < 5_000) return;
    for (const [id, at] of lastTo) if (now - at > limits.conversationGapMs) lastTo.delete(id);
  };

  return {
    take(conversationId, now) {
      if (now < heldUntil) return { ok: false, waitMs: heldUntil - now };
      const ready = (lastTo.get(conversationId) ?? Number.NEGATIVE_INFINITY) + limits.conversationGapMs;
      if (now < ready) return { ok: false, waitMs: ready - now };
      refill(now);
      if (tokens < 1) return { ok: false, waitMs: ((1 - tokens) / limits.perSecond) * 1000 };
      tokens -= 1;
      lastTo.set(conversationId, now);
      forgetIdle(now);
      return { ok: true };
    },
    hold(until, conversationId) {
      if (conversationId === undefined) heldUntil = Math.max(heldUntil, until);
      else lastTo.set(conversationId, until - limits.conversationGapMs);
    },
  };
}
