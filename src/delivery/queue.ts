import type { Logger } from 'pino';
import type { Clock } from '../ports/clock.ts';
import { stamp } from '../ports/commit.ts';
import { decode } from '../ports/documents.ts';
import type { Store, Stored } from '../ports/store.ts';
import { type Delivery, deliveryRecord } from '../records/message.ts';
import type { Loaded } from '../records/record.ts';

/** Requests for action have a lane of their own: behind a launch to thousands they would not be found before it is over. */
const lanes = ['sendUrgent', 'send'] as const;
type SendLane = (typeof lanes)[number];

/** Looked at together; the store is asked for more when they are used up. */
const batch = 200;
const mostAtOnce = 2_000;
/** Between two looks that nothing has called for. */
const lookEveryMs = 200;
/** Every fifth goes to what is not urgent, so that a stream of requests never keeps an announcement waiting for ever. */
const bulkEvery = 5;

export interface QueueDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly monotonic: () => number;
  readonly log: Logger;
  /** Whether it must wait: it is under way, or its recipient is. */
  readonly isBusy: (delivery: Loaded<Delivery>) => boolean;
  /** Milliseconds until this recipient may be written to again. */
  readonly readyIn: (owner: string) => number;
}

export type Next =
  | { readonly delivery: Loaded<Delivery> }
  /** Nothing can be started before so many milliseconds. */
  | { readonly waitMs: number };

/** What is owed and due, a batch at a time: memory stays the same whether sixty or a hundred thousand are waiting. */
export function createQueue(deps: QueueDeps) {
  const waiting: Record<SendLane, Loaded<Delivery>[]> = { sendUrgent: [], send: [] };
  let lookedAt = Number.NEGATIVE_INFINITY;
  let isMore = false;
  let urgentInARow = 0;

  async function look(): Promise<void> {
    lookedAt = deps.monotonic();
    const until = stamp(deps.clock.now());
    isMore = false;
    for (const lane of lanes) {
      // Beyond those that must wait, however many one busy recipient has.
      const limit = Math.min(batch + waiting[lane].length, mostAtOnce);
      const found = await deps.store.due({ lane, until, limit });
      isMore ||= found.length === limit;
      // Oldest first, by when it was owed: one that had to be tried again still goes before what came after it.
      waiting[lane] = found
        .flatMap(readable)
        .sort((a, b) => (a.data.createdAt < b.data.createdAt ? -1 : Number(a.data.createdAt > b.data.createdAt)));
    }
  }

  /** One message that cannot be read (a later release wrote it) must not keep all others waiting. */
  function readable(stored: Stored): Loaded<Delivery>[] {
    try {
      return [decode(deliveryRecord, stored)];
    } catch (error) {
      deps.log.error({ err: error, delivery: stored.doc.id }, 'a message cannot be read; it waits');
      return [];
    }
  }

  /** Takes the first of the lane that may start; those that must wait stay where they are. */
  function take(lane: SendLane): Next {
    let waitMs = Number.POSITIVE_INFINITY;
    for (const [i, delivery] of waiting[lane].entries()) {
      if (deps.isBusy(delivery)) continue;
      const ready = deps.readyIn(delivery.data.to);
      if (ready === 0) {
        waiting[lane].splice(i, 1);
        return { delivery };
      }
      waitMs = Math.min(waitMs, ready);
    }
    return { waitMs };
  }

  function pick(): Next {
    const order: readonly SendLane[] = urgentInARow >= bulkEvery - 1 ? ['send', 'sendUrgent'] : lanes;
    let waitMs = Number.POSITIVE_INFINITY;
    for (const lane of order) {
      const next = take(lane);
      if ('delivery' in next) {
        urgentInARow = lane === 'sendUrgent' ? urgentInARow + 1 : 0;
        return next;
      }
      waitMs = Math.min(waitMs, next.waitMs);
    }
    return { waitMs };
  }

  return {
    async next(): Promise<Next> {
      const isDue = deps.monotonic() - lookedAt >= lookEveryMs;
      if (isDue) await look();
      const next = pick();
      if ('delivery' in next || isDue) return next;
      if (isMore) {
        await look();
        return pick();
      }
      // Whoever woke us counts on what they owed being seen soon.
      return { waitMs: Math.min(next.waitMs, Math.max(lookedAt + lookEveryMs - deps.monotonic(), 1)) };
    },
  };
}
