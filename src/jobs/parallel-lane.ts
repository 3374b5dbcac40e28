import type { Logger } from 'pino';
import type { Clock } from '../ports/clock.ts';
import { stamp } from '../ports/commit.ts';
import { type Store, type Stored, StoreError } from '../ports/store.ts';
import type { Lane } from './runner.ts';

export interface ParallelLane {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly lane: string;
  /** Milliseconds between looks when nothing is due. */
  readonly everyMs: number;
  /** So many under way at the same time, in the whole process. */
  readonly atOnce: number;
  /** Of what is in one line, one is under way at a time. */
  readonly lineOf: (stored: Stored) => string;
  readonly handle: (stored: Stored) => Promise<unknown>;
  /** Has the lane look again: a place has become free. */
  readonly wake: () => void;
}

/** Looked through for lines that are free; one person's many do not hide another's. */
const lookedAt = 500;

/**
 * Work that waits long for others: several at a time, and a slow one holds up its own line and nobody else. Handlers are held to what
 * `dueLane` asks of them.
 */
export function parallelLane(options: ParallelLane): Lane {
  const { store, clock, log, lane, everyMs, atOnce, lineOf, handle, wake } = options;
  const underWay = new Map<string, Promise<void>>();

  async function deal(line: string, stored: Stored): Promise<void> {
    try {
      await handle(stored);
      underWay.delete(line);
      wake();
    } catch (error) {
      underWay.delete(line);
      // Outrun: the next look sees it as it is now.
      if (!(error instanceof StoreError && (error.code === 'Conflict' || error.code === 'Duplicate')))
        log.error({ err: error, lane, id: stored.doc.id }, 'due work failed');
    }
  }

  return {
    name: lane,
    run: async (isStopping) => {
      if (underWay.size >= atOnce) return everyMs;
      for (const stored of await store.due({ lane, until: stamp(clock.now()), limit: lookedAt })) {
        if (isStopping() || underWay.size >= atOnce) break;
        const line = lineOf(stored);
        if (!underWay.has(line)) underWay.set(line, deal(line, stored));
      }
      return everyMs;
    },
    idle: async () => {
      await Promise.all(underWay.values());
    },
  };
}
