import type { Logger } from 'pino';
import type { Clock } from '../ports/clock.ts';
import { stamp } from '../ports/commit.ts';
import { type Store, type Stored, StoreError } from '../ports/store.ts';
import type { Lane } from './runner.ts';

export interface DueLane {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly lane: string;
  /** Milliseconds between looks when nothing is due. */
  readonly everyMs: number;
  /** Milliseconds before the next look after one that found work: steps that come one upon the other leave others no room. */
  readonly restMs?: number;
  /** So many at the same time; one, when each must see what the last has done. */
  readonly atOnce?: number;
  /**
   * Deals with one due document; must finish it or move its `dueAt`, or answer `later`: not now, and nothing was done.
   * Running it twice must change nothing more.
   */
  readonly handle: (stored: Stored) => Promise<unknown>;
}

/** What was changed by somebody else a moment ago is still due, and may be the only work there is: nothing else would wake the lane. */
const outrunMs = 1_000;

/** A sweep finds due documents; the handler checks each again before it acts. */
export function dueLane({ store, clock, log, lane, everyMs, restMs = 0, atOnce = 1, handle }: DueLane): Lane {
  /** Outrun: somebody changed the document meanwhile, and the next look sees it as it is now. */
  async function deal(stored: Stored): Promise<'done' | 'later' | 'outrun'> {
    try {
      return (await handle(stored)) === 'later' ? 'later' : 'done';
    } catch (error) {
      if (error instanceof StoreError && error.code === 'Conflict') return 'outrun';
      log.error({ err: error, lane, id: stored.doc.id }, 'due work failed');
      return 'later';
    }
  }

  return {
    name: lane,
    run: async (isStopping) => {
      const due = [...(await store.due({ lane, until: stamp(clock.now()), limit: 50 }))];
      const became = new Set<Awaited<ReturnType<typeof deal>>>();
      const work = async (): Promise<void> => {
        for (let next = due.shift(); next !== undefined && !isStopping(); next = due.shift())
          became.add(await deal(next));
      };
      await Promise.all(Array.from({ length: atOnce }, work));
      if (became.has('done')) return restMs;
      return became.has('outrun') ? Math.min(outrunMs, everyMs) : everyMs;
    },
  };
}
