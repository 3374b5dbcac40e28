import type { Logger } from 'pino';
import type { Clock } from '../../ports/clock.ts';
import { stamp } from '../../ports/commit.ts';
import { decode } from '../../ports/documents.ts';
import type { Store, Stored } from '../../ports/store.ts';
import { type Delivery, deliveryRecord } from '../../records/message.ts';
import type { Loaded } from '../../records/record.ts';

/** Requests for action have a lane of their own: behind a launch to thousands they would not be found before it is over. */
const lanes = ['sendUrgent', 'send'] as const;
type SendLane = (typeof lanes)[number];

/** Looked at together; the store is asked for more when they are used up. */
const batch = 200;
const mostAtOnce = 2_000;
/** Between two looks that nothing has called for. What is urgent is asked for again even while others wait. */
const lookEveryMs = 200;
/** A batch is not looked at for longer: what had to be tried again and was owed before them comes first. */
const batchMs = 5_000;
/** Every fifth goes to what is not urgent, so that a stream of requests never keeps an announcement waiting for ever. */
const bulkEvery = 5;

export interface QueueDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly monotonic: () => number;
  readonly log: Logger;
  /** Messages under way, and people who are being written to. */
  readonly busy: ReadonlyMap<string, unknown>;
  readonly busyWith: ReadonlySet<string>;
  /** Milliseconds until this recipient may be written to again. */
  readonly readyIn: (owner: string) => number;
}

export type Next =
  | { readonly delivery: Loaded<Delivery> }
  /** Nothing can be started before so many milliseconds. */
  | { readonly waitMs: number };

interface List {
  waiting: Loaded<Delivery>[];
  lookedAt: number;
  /** The store had more than it was asked for. */
  isMore: boolean;
}
const emptyList = (): List => ({ waiting: [], lookedAt: Number.NEGATIVE_INFINITY, isMore: false });

/** What is owed and due, a batch at a time: memory stays the same whether sixty or a hundred thousand are waiting. */
export function createQueue(deps: QueueDeps) {
  const lists: Record<SendLane, List> = { sendUrgent: emptyList(), send: emptyList() };
  let urgentInARow = 0;

  async function look(lane: SendLane): Promise<void> {
    const list = lists[lane];
    list.lookedAt = deps.monotonic();
    // Whatever is under way now may be settled by the time the store answers: its copy would be an old one.
    const underWay = new Set(deps.busy.keys());
    // Beyond those that must wait, however many one busy recipient has.
    const limit = Math.min(batch + list.waiting.length, mostAtOnce);
    const found = await deps.store.due({ lane, until: stamp(deps.clock.now()), limit });
    list.isMore = found.length === limit;
    // Oldest first, by when it was owed: one that had to be tried again still goes before what came after it.
    list.waiting = found
      .filter(({ doc }) => !underWay.has(doc.id) && !deps.busy.has(doc.id))
      .flatMap(readable)
      .sort((a, b) => (a.data.createdAt < b.data.createdAt ? -1 : Number(a.data.createdAt > b.data.createdAt)));
  }

  async function lookWhereDue(): Promise<void> {
    for (const lane of lanes) {
      const { waiting, lookedAt } = lists[lane];
      const every = lane === 'send' && waiting.length > 0 ? batchMs : lookEveryMs;
      if (deps.monotonic() - lookedAt >= every) await look(lane);
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
    const { waiting } = lists[lane];
    let waitMs = Number.POSITIVE_INFINITY;
    for (const [i, delivery] of waiting.entries()) {
      if (deps.busyWith.has(delivery.data.to)) continue;
      const ready = deps.readyIn(delivery.data.to);
      if (ready === 0) {
        waiting.splice(i, 1);
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
      await lookWhereDue();
      const next = pick();
      if ('delivery' in next) return next;
      const unseen = lanes.filter((lane) => lists[lane].isMore);
      for (const lane of unseen) await look(lane);
      const after = unseen.length === 0 ? next : pick();
      if ('delivery' in after) return after;
      // Whoever wakes us between two looks counts on what they owed being seen soon.
      const untilLook = Math.min(...lanes.map((lane) => lists[lane].lookedAt)) + lookEveryMs - deps.monotonic();
      return { waitMs: untilLook > 0 ? Math.min(after.waitMs, untilLook) : after.waitMs };
    },
  };
}
