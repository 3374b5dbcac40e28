import { stamp } from '../ports/commit.ts';
import { decode } from '../ports/documents.ts';
import { type Stored, StoreError } from '../ports/store.ts';
import { type Delivery, deliveryRecord } from '../records/message.ts';
import type { Loaded } from '../records/record.ts';
import { createDeliver, type DeliverDeps } from './deliver.ts';

const atOnce = 25;
/** Before looking for a free place again; a full house says nothing when someone leaves. */
const fullMs = 50;
const pauseMs = 60_000;
/** Requests for action have a lane of their own: behind a launch to thousands they would not be found before it is over. */
const lanes = ['sendUrgent', 'send'] as const;

/** Sends what is owed. One sender per tenant; what it has in flight it keeps in memory only, so after a crash that work is found again. */
export function createSender(deps: DeliverDeps) {
  const busy = new Map<string, Promise<void>>();
  const busyWith = new Set<string>();
  let pausedUntil = 0;
  const deliver = createDeliver(deps, (reason) => {
    pausedUntil = deps.monotonic() + pauseMs;
    deps.log.error({ reason }, 'sending is paused: the service refuses our credential or the app');
  });

  /** Starts what may start now. @returns milliseconds until it is worth asking again */
  async function step(): Promise<number> {
    const now = deps.monotonic();
    if (now < pausedUntil) return pausedUntil - now;
    let wait = 1_000;
    for (const delivery of await dueNow()) {
      if (busy.size >= atOnce) {
        wait = Math.min(wait, fullMs);
        break;
      }
      if (busyWith.has(delivery.data.to)) continue;
      const turn = deps.pace.take(delivery.data.to, deps.monotonic());
      if (!turn.ok) {
        wait = Math.min(wait, turn.waitMs);
        continue;
      }
      start(delivery);
    }
    return wait;
  }

  /** In each lane oldest first, by when it was owed: one that had to be tried again still goes before what came after it. */
  async function dueNow(): Promise<Loaded<Delivery>[]> {
    const until = stamp(deps.clock.now());
    const found = await Promise.all(lanes.map((lane) => deps.store.due({ lane, until, limit: 200 })));
    return found.flatMap((stored) =>
      stored
        .flatMap(readable)
        .filter((d) => !busy.has(d.id))
        .sort((a, b) => (a.data.createdAt < b.data.createdAt ? -1 : Number(a.data.createdAt > b.data.createdAt))),
    );
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

  function start(delivery: Loaded<Delivery>): void {
    busyWith.add(delivery.data.to);
    const work = deliver(delivery)
      .catch((error: unknown) => {
        // Someone else changed the document: it stays due and is looked at again.
        if (error instanceof StoreError && error.code === 'Conflict') return;
        deps.log.error({ err: error, delivery: delivery.id }, 'delivery failed; it stays due');
      })
      .finally(() => {
        busy.delete(delivery.id);
        busyWith.delete(delivery.data.to);
      });
    busy.set(delivery.id, work);
  }

  return {
    step,
    /** Waits for what is in flight. */
    idle: async (): Promise<void> => {
      while (busy.size > 0) await Promise.all(busy.values());
    },
  };
}
