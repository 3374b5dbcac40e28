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
  /** Whether the store answers this process, told soon: who is cut off from it must not keep the lease from one who is not. */
  readonly canWork: () => Promise<boolean>;
  readonly log: Logger;
  /** Another process had it until now, and may have sent a moment ago. */
  readonly onTakeOver: () => void;
}

/** So soon another process goes on where a dead one stopped. */
const askEveryMs = 1_000;
const lookEveryMs = 5_000;
/** So many looks in a row, a second apart, until it is no short trouble. */
const looksInVain = 3;

/**
 * While the lease is ours and the store answers, runs each lane by itself, again and again; `wake` cuts the waiting of the lanes short.
 */
export function createRunner({ lanes, lease, canWork, log, onTakeOver }: RunnerDeps) {
  let stopped = false;
  let isResigning = false;
  const wakes = new Map(lanes.map(({ name }) => [name, 0]));
  const resting = new Map(lanes.map(({ name }) => [name, new Set<() => void>()]));
  const asking = new Set<() => void>();
  /** What the lanes are doing now. */
  const underWay = new Set<Promise<unknown>>();
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

  const mustEnd = (): boolean => stopped || isResigning || lease.remainingMs() === 0;

  async function loop(lane: Lane): Promise<void> {
    while (!stopped) {
      if (mustEnd()) await ours();
      if (mustEnd()) continue;
      let wait = 1_000;
      const before = wakes.get(lane.name);
      const run = lane.run(mustEnd);
      underWay.add(run);
      try {
        wait = await run;
      } catch (error) {
        log.error({ err: error, lane: lane.name }, 'lane failed; it will be tried again');
      }
      underWay.delete(run);
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
    const hadIt = await resigned();
    let isCutOff = hadIt;
    for (let waited = false; !stopped; await pause(askEveryMs, asking)) {
      try {
        if (isCutOff && !(await canWork())) continue;
        isCutOff = false;
        if (await lease.acquire()) {
          if (!hadIt && !waited) return;
          // Not asked each second while another has it: that would be billed.
          isResigning = !(await canWork());
          isCutOff = await resigned();
          if (isCutOff) continue;
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

  /** While the lease is ours: gives it up when the store does not answer, and would answer another. */
  async function watch(): Promise<void> {
    for (let inVain = 0; !stopped; await pause(inVain === 0 ? lookEveryMs : askEveryMs, asking)) {
      inVain = mustEnd() || (await canWork()) ? 0 : inVain + 1;
      if (inVain === looksInVain && !mustEnd()) isResigning = true;
      if (isResigning) wake();
    }
  }

  /** @returns whether the lease was given up, once nothing was under way any more */
  async function resigned(): Promise<boolean> {
    if (!isResigning) return false;
    log.warn('the store does not answer this process, which lets another send and sweep');
    await nothingUnderWay();
    await lease.release();
    isResigning = false;
    return true;
  }

  async function nothingUnderWay(): Promise<void> {
    while (underWay.size > 0) await Promise.allSettled(underWay);
    await Promise.all(lanes.map((lane) => lane.idle?.()));
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
      loops = [...lanes.map(loop), watch()];
    },
    wake,
    /** Ends the lanes, waits for what they have under way, and only then lets another process begin. */
    async stop(): Promise<void> {
      stopped = true;
      wake();
      rouse(asking);
      await Promise.all(loops);
      await nothingUnderWay();
      await lease.release();
    },
  };
}
