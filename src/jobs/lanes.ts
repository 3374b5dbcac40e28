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
  /**
   * Deals with one due document; must finish it or move its `dueAt`, or answer `later`: not now, and nothing was done.
   * Running it twice must change nothing more.
   */
  readonly handle: (stored: Stored) => Promise<unknown>;
}

/** A sweep finds due documents; the handler checks each again before it acts. */
export function dueLane({ store, clock, log, lane, everyMs, handle }: DueLane): Lane {
  return {
    name: lane,
    run: async (isStopping) => {
      const due = await store.due({ lane, until: stamp(clock.now()), limit: 50 });
      let left = 0;
      for (const stored of due) {
        if (isStopping()) break;
        try {
          if ((await handle(stored)) === 'later') left += 1;
        } catch (error) {
          left += 1;
          // A conflict: someone changed the document meanwhile; the next look sees it as it is now.
          if (!(error instanceof StoreError && error.code === 'Conflict'))
            log.error({ err: error, lane, id: stored.doc.id }, 'due work failed');
        }
      }
      return due.length > left ? 0 : everyMs;
    },
  };
}
