import type { Logger } from 'pino';
import type { Lease } from '../ports/lease.ts';

/** One kind of due work: does what it can now and says in how many milliseconds to look again. */
export interface Lane {
  readonly name: string;
  /** Lanes of records whose work it does; its own name unless it does several. */
  readonly serves?: readonly string[];
  /** @param isStopping asked between two pieces of work: the one under way is finished, no other is begun */
  readonly run: (isStopping: () => boolean) => Promise<number>;
  /** Waits for what `run` began and left under way. */
  readonly idle?: () => Promise<void>;
}

interface RunnerDeps {
  readonly lanes: readonly Lane[];
  readonly lease: Lease;
  readonly log: Logger;
  /** Another process had it until now, and may have sent a moment ago. */
  readonly onTakeOver: () => void;
}

/** So soon another process goes on where a dead one stopped. */
const askEveryMs = 1_000;

/** While the lease is ours, runs each lane by itself, again and again; `wake` cuts the waiting of the lanes short. */
export function createRunner({ lanes, lease, log, onTakeOver }: RunnerDeps) {
  let stopped = false;
  const wakes = new Map(lanes.map(({ name }) => [name, 0]));
  const resting = new Map(lanes.map(({ name }) => [name, new Set<() => void>()]));
  const asking = new Set<() => void>();
  let loops: Promise<void>[] = [];
  let turn: Promise<void> | undefined;

  const pause = (ms: number, among: Set<() => void>): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        among.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      among.add(done);
    });
  const rouse = (among: Set<() => void>): void => {
    for (const done of [...among]) done();
  };

  async function loop(lane: Lane): Promise<void> {
    const mustEnd = (): boolean => stopped || lease.remainingMs() === 0;
    while (!stopped) {
      if (mustEnd()) await ours();
      if (mustEnd()) continue;
      let wait = 1_000;
      const before = wakes.get(lane.name);
      try {
        wait = await lane.run(mustEnd);
      } catch (error) {
        log.error({ err: error, lane: lane.name }, 'lane failed; it will be tried again');
      }
      // Woken while it looked: what was committed meanwhile may not have been seen.
      if (!mustEnd() && wait > 0 && wakes.get(lane.name) === before) await pause(wait, restingOf(lane.name));
    }
  }

  /** Resolves when the lease is ours, or the runner stops. One asks for all lanes. */
  function ours(): Promise<void> {
    turn ??= ask().finally(() => {
      turn = undefined;
    });
    return turn;
  }

  async function ask(): Promise<void> {
    for (let waited = false; !stopped; await pause(askEveryMs, asking)) {
      try {
        if (await lease.acquire()) {
          if (!waited) return;
          log.info('this process now sends and sweeps');
          onTakeOver();
          return;
        }
        if (!waited) log.info('another process sends and sweeps; this one answers, and takes over when that one ends');
        waited = true;
      } catch (error) {
        log.error({ err: error }, 'who sends and sweeps cannot be told; it will be asked again');
      }
    }
  }

  const restingOf = (lane: string): Set<() => void> => resting.get(lane) ?? new Set();

  /** @param concerned lanes of records that work was written for; all when it is not said */
  function wake(concerned?: ReadonlySet<string>): void {
    for (const { name, serves = [name] } of lanes) {
      if (concerned !== undefined && !serves.some((lane) => concerned.has(lane))) continue;
      wakes.set(name, (wakes.get(name) ?? 0) + 1);
      rouse(restingOf(name));
    }
  }
  return {
    start(): void {
      loops = lanes.map(loop);
    },
    wake,
    /** Ends the lanes, waits for what they have under way, and only then lets another process begin. */
    async stop(): Promise<void> {
      stopped = true;
      wake();
      rouse(asking);
      await Promise.all(loops);
      await Promise.all(lanes.map((lane) => lane.idle?.()));
      await lease.release();
    },
  };
}
