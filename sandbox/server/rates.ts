import type { Operation } from '../shared/types.ts';

/** Documented limits per bot and thread: at most `requests` in any `seconds`. Teams publishes them "for estimation only". */
const sendLimits = [
  { requests: 7, seconds: 1 },
  { requests: 8, seconds: 2 },
  { requests: 60, seconds: 30 },
  { requests: 1800, seconds: 3600 },
];
const memberLimits = [
  { requests: 14, seconds: 1 },
  { requests: 16, seconds: 2 },
  { requests: 120, seconds: 30 },
  { requests: 3600, seconds: 3600 },
];
/** Creating is limited per thread too, but each creation is a thread of its own: only the tenant's limit can bind. */
const limitsOf: Partial<Record<Operation, typeof sendLimits>> = {
  send: sendLimits,
  update: sendLimits,
  delete: sendLimits,
  members: memberLimits,
  team: memberLimits,
};

/** Per app and tenant. A bucket of one second's worth, so that jitter of the laptop is not taken for haste. */
const tenantPerSecond = 50;

export type Rates = ReturnType<typeof createRates>;

/** Counts accepted requests in real time (milliseconds of a monotonic clock), whatever the movable clock says. */
export function createRates(monotonic: () => number = () => performance.now()) {
  const windows = new Map<string, number[]>();
  let tokens = tenantPerSecond;
  let refilledAt = monotonic();

  function refill(at: number) {
    tokens = Math.min(tenantPerSecond, tokens + ((at - refilledAt) / 1000) * tenantPerSecond);
    refilledAt = at;
  }

  return {
    /**
     * Whether one more request is within the tables; counts it if so, or if `count` is 'always'.
     * @returns seconds to wait, 0 when within the tables
     */
    take(operation: Operation, thread: string, count: 'accepted' | 'always'): number {
      const at = monotonic();
      refill(at);
      const limits = limitsOf[operation] ?? [];
      // Sends, edits and deletions share a row of the table.
      const family = limits === sendLimits ? 'send' : operation;
      const window = windows.get(`${family} ${thread}`) ?? [];
      const waits = limits.map(({ requests, seconds }) => {
        const oldest = window.at(-requests);
        return oldest === undefined ? 0 : seconds - (at - oldest) / 1000;
      });
      const wait = Math.max(0, tokens < 1 ? (1 - tokens) / tenantPerSecond : 0, ...waits);
      if (wait > 0 && count === 'accepted') return wait;
      tokens = Math.max(0, tokens - 1);
      window.push(at);
      const longest = limits.at(-1)?.requests ?? 0;
      if (window.length > longest) window.splice(0, window.length - longest);
      windows.set(`${family} ${thread}`, window);
      return wait;
    },
  };
}
