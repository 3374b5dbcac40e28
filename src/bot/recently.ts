/**
 * What happened lately in this process, so that it does not happen twice; of the oldest, no more is remembered when there is too much. Only for
 * what does no harm when it happens once in each of several processes: a command is the same done twice, and says so twice.
 */
export interface Recently {
  /** @returns whether it is the first time for a while */
  isFirst(what: string): boolean;
}

/** @param now milliseconds */
export function createRecently(forMs: number, now: () => number, most = 10_000): Recently {
  /** Until when it is remembered, the oldest first. */
  const known = new Map<string, number>();
  return {
    isFirst(what) {
      const at = now();
      if ((known.get(what) ?? at) > at) return false;
      known.delete(what);
      for (const [each, until] of known) {
        if (until > at && known.size < most) break;
        known.delete(each);
      }
      known.set(what, at + forMs);
      return true;
    },
  };
}
