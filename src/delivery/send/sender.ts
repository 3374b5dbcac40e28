import type { PostOutcome } from '../../ports/messenger.ts';
import { StoreError } from '../../ports/store.ts';
import type { Delivery } from '../../records/message.ts';
import type { Loaded } from '../../records/record.ts';
import { createDeliver } from './deliver.ts';
import type { DeliverDeps } from './deliver-deps.ts';
import { createQueue } from './queue.ts';

/** Enough for the whole pace at half a second a request; also how many a crash may leave in doubt. */
const atOnce = 25;
const idleMs = 1_000;
const pauseMs = 60_000;

export interface SenderDeps extends DeliverDeps {
  /** The service refuses our credential or the app as a whole; said again at each try until `onWorking`. */
  readonly onBroken: (reason: string) => void;
  /** It has taken a message, for the first time in this process or since it refused one. */
  readonly onWorking: () => void;
}

/**
 * Sends what is owed. One sender per tenant; what it has in flight it keeps in memory only, so after a crash that work is found again.
 */
export function createSender(deps: SenderDeps) {
  const busy = new Map<string, Promise<void>>();
  const busyWith = new Set<string>();
  let isClosed = false;
  /** A process that has just started does not know how the last one ended. */
  let isKnownToWork = false;
  function hear(outcome: PostOutcome): void {
    if (outcome.kind === 'broken') {
      // Those who wait in line for their turn are held as well: they would all be refused alike.
      deps.pace.hold(pauseMs);
      isKnownToWork = false;
      deps.onBroken(outcome.reason);
    } else if (outcome.kind === 'sent' && !isKnownToWork) {
      isKnownToWork = true;
      deps.onWorking();
    }
  }
  const deliver = createDeliver(deps, hear);
  const queue = createQueue({
    ...deps,
    busy,
    busyWith,
    readyIn: deps.pace.readyIn,
  });

  /** Starts what may start now; with all places taken it ends when one becomes free. @returns milliseconds until it is worth asking again */
  async function step(isStopping: () => boolean = () => false): Promise<number> {
    while (!isClosed && !isStopping()) {
      if (busy.size >= atOnce) {
        await Promise.race(busy.values());
        continue;
      }
      const next = await queue.next();
      if (!('delivery' in next)) return Math.min(next.waitMs, idleMs);
      start(next.delivery);
    }
    return idleMs;
  }

  function start(delivery: Loaded<Delivery>): void {
    busyWith.add(delivery.data.to);
    const work = deliver(delivery)
      .catch((error: unknown) => {
        // Someone else changed the document: it stays due and is looked at again.
        if (error instanceof StoreError && error.code === 'Conflict') return;
        const { cause } = delivery.data;
        deps.log.error({ err: error, delivery: delivery.id, cause }, 'delivery failed; it stays due');
      })
      .finally(() => {
        busy.delete(delivery.id);
        busyWith.delete(delivery.data.to);
      });
    busy.set(delivery.id, work);
  }

  /** Waits for what is in flight. */
  async function idle(): Promise<void> {
    while (busy.size > 0) await Promise.all(busy.values());
  }

  return {
    step,
    idle,
    /** What the service answered to a request of others: an outage that they notice is over when anybody's request passes. */
    hear,
    /** Begins nothing more, and waits for what is in flight. */
    close: async (): Promise<void> => {
      isClosed = true;
      deps.pace.close();
      await idle();
    },
  };
}
