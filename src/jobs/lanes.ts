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

/** A sweep finds due documents; the handler checks each again before it acts. */
export function dueLane({ store, clock, log, lane, everyMs, restMs = 0, atOnce = 1, handle }: DueLane): Lane {
  /** @returns whether it was dealt with */
  async function dealtWith(stored: Stored): Promise<boolean> {
    try {
      return (await handle(stored)) !== 'later';
    } catch (error) {
      // A conflict: someone changed the document meanwhile; the next look sees it as it is now.
      if (!(error instanceof StoreError && error.code === 'Conflict'))
        log.error({ err: error, lane, id: stored.doc.id }, 'due work failed');
      return false;
    }
  }

  return {
    name: lane,
    run: async (isStopping) => {
      const due = [...(await store.due({ lane, until: stamp(clock.now()), limit: 50 }))];
      let done = 0;
      const work = async (): Promise<void> => {
        for (let next = due.shift(); next !== undefined && !isStopping(); next = due.shift())
          if (await dealtWith(next)) done += 1;
      };
      await Promise.all(Array.from({ length: atOnce }, work));
      return done > 0 ? restMs : everyMs;
    },
  };
}
