export type Quiet = ReturnType<typeof createQuiet>;

/** Knows when nothing moves between the bot and a conversation. Real time, not the movable clock. */
export function createQuiet(busy: (conversationId?: string) => boolean) {
  let waiters: { conversationId?: string | undefined; since: number; for: number; done: () => void }[] = [];
  let timer: NodeJS.Timeout | undefined;

  function look() {
    timer = undefined;
    const at = performance.now();
    for (const waiter of waiters) if (busy(waiter.conversationId)) waiter.since = at;
    const done = waiters.filter((waiter) => at - waiter.since >= waiter.for);
    waiters = waiters.filter((waiter) => !done.includes(waiter));
    for (const waiter of done) waiter.done();
    if (waiters.length) timer = setTimeout(look, 10);
  }

  return {
    /** Something was said in this conversation: whoever waits for it waits anew. */
    stir(conversationId: string) {
      for (const waiter of waiters) {
        if (!waiter.conversationId || waiter.conversationId === conversationId) waiter.since = performance.now();
      }
    },
    /** Resolves after `milliseconds` without a request in flight or a message, in one conversation or in all. */
    until(milliseconds: number, conversationId?: string): Promise<void> {
      return new Promise((done) => {
        waiters.push({ conversationId, since: performance.now(), for: milliseconds, done });
        timer ??= setTimeout(look, 10);
      });
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
