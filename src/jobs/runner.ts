import type { Logger } from 'pino';

/** One kind of due work: does what it can now and says in how many milliseconds to look again. */
export interface Lane {
  readonly name: string;
  /** @param isStopping asked between two pieces of work: the one under way is finished, no other is begun */
  readonly run: (isStopping: () => boolean) => Promise<number>;
}

/** Runs each lane by itself, again and again; `wake` cuts the waiting short. */
export function createRunner(lanes: readonly Lane[], log: Logger) {
  let stopped = false;
  let wakes = 0;
  const wakers = new Set<() => void>();
  let loops: Promise<void>[] = [];

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        wakers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      wakers.add(done);
    });

  async function loop(lane: Lane): Promise<void> {
    while (!stopped) {
      let wait = 1_000;
      const before = wakes;
      try {
        wait = await lane.run(() => stopped);
      } catch (error) {
        log.error({ err: error, lane: lane.name }, 'lane failed; it will be tried again');
      }
      // Woken while it looked: what was committed meanwhile may not have been seen.
      if (!stopped && wait > 0 && wakes === before) await pause(wait);
    }
  }

  const wake = (): void => {
    wakes += 1;
    for (const waker of [...wakers]) waker();
  };
  return {
    start(): void {
      loops = lanes.map(loop);
    },
    wake,
    async stop(): Promise<void> {
      stopped = true;
      wake();
      await Promise.all(loops);
    },
  };
}
