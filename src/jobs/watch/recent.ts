/** How often each thing has happened of late; in memory alone, so a process that has just started knows of nothing. */
export interface Recent<T extends string> {
  note(what: T): void;
  /** Within the window, to the minute. */
  count(...of: readonly T[]): number;
}

const bucketMs = 60_000;

/** @param monotonic milliseconds */
export function createRecent<T extends string>(windowMs: number, monotonic: () => number): Recent<T> {
  let buckets: { readonly from: number; readonly counts: Map<T, number> }[] = [];

  function current(): (typeof buckets)[number] {
    const now = monotonic();
    buckets = buckets.filter(({ from }) => now - from < windowMs);
    const last = buckets.at(-1);
    if (last !== undefined && now - last.from < bucketMs) return last;
    const next = { from: now, counts: new Map<T, number>() };
    buckets.push(next);
    return next;
  }

  return {
    note(what) {
      const { counts } = current();
      counts.set(what, (counts.get(what) ?? 0) + 1);
    },
    count(...of) {
      current();
      return buckets.flatMap(({ counts }) => of.map((what) => counts.get(what) ?? 0)).reduce((sum, n) => sum + n, 0);
    },
  };
}
