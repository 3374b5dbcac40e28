import type { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { Clock } from '../ports/clock.ts';
import { stamp } from '../ports/commit.ts';
import { create, decode, list, load, replace } from '../ports/documents.ts';
import type { Messenger, Outcome } from '../ports/messenger.ts';
import type { Pages, Shown, Viewer } from '../ports/pages.ts';
import { type Store, type Stored, StoreError } from '../ports/store.ts';
import { type Address, addressId, addressRecord } from '../records/address.ts';
import { type Delivery, deliveryRecord, mirrorId, mirrorRecord } from '../records/message.ts';
import type { Loaded } from '../records/record.ts';
import { composeOwed } from './compose-owed.ts';
import { afterOutcome, afterUnknown } from './outcome.ts';
import type { Pace } from './pace.ts';
import { viewerOf } from './viewer.ts';

export interface SenderDeps {
  readonly store: Store;
  readonly messenger: Messenger;
  readonly pages: Pages;
  readonly pace: Pace;
  readonly clock: Clock;
  /** Monotonic milliseconds; the pace is kept in real time whatever the clock says. */
  readonly monotonic: () => number;
  readonly random: () => number;
  readonly log: Logger;
}

const atOnce = 25;
/** Before looking for a free place again; a full house says nothing when someone leaves. */
const fullMs = 50;
const coalesceMinutes = 30;
const pauseMs = 60_000;

/** Sends what is owed. One sender per tenant; what it has in flight it keeps in memory only, so after a crash that work is found again. */
export function createSender(deps: SenderDeps) {
  const busy = new Map<string, Promise<void>>();
  const busyWith = new Set<string>();
  let pausedUntil = 0;

  /** Starts what may start now. @returns milliseconds until it is worth asking again */
  async function step(): Promise<number> {
    const now = deps.monotonic();
    if (now < pausedUntil) return pausedUntil - now;
    const due = await deps.store.due({ lane: 'send', until: stamp(deps.clock.now()), limit: 200 });
    const deliveries = due.flatMap(readable).filter((d) => !busy.has(d.id));
    deliveries.sort((a, b) => Number(b.data.urgent) - Number(a.data.urgent));
    let wait = 1_000;
    for (const delivery of deliveries) {
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
        // Someone else changed the document, or the store is away: it stays due and is looked at again.
        if (!(error instanceof StoreError)) deps.log.error({ err: error, delivery: delivery.id }, 'delivery failed');
      })
      .finally(() => {
        busy.delete(delivery.id);
        busyWith.delete(delivery.data.to);
      });
    busy.set(delivery.id, work);
  }

  async function settle(delivery: Loaded<Delivery>, data: Delivery): Promise<void> {
    await deps.store.commit(delivery.unit, [replace(deliveryRecord, delivery, data)]);
  }

  async function deliver(delivery: Loaded<Delivery>): Promise<void> {
    const now = deps.clock.now();
    const { data } = delivery;
    // Claimed and never settled: the process died between the two, so nobody knows whether it was sent.
    const current = data.state === 'sending' ? afterUnknown(data, 'interrupted', now) : data;
    if (current.state === 'ambiguous') return settle(delivery, current);
    if (data.expiresAt !== null && data.expiresAt < stamp(now))
      return settle(delivery, { ...current, state: 'expired' });
    const merged = await coalesced(delivery, current, now);
    if (merged !== undefined) return settle(delivery, merged);
    const address = await load(deps.store, delivery.unit, addressRecord, addressId(data.to));
    if (address === undefined || address.data.reachable === 'blocked') {
      return settle(delivery, { ...current, state: 'unreachable', reason: address?.data.reason ?? 'not-installed' });
    }
    const viewer = await viewerOf(deps.store, { unit: delivery.unit, owner: data.to, at: now });
    if (viewer === undefined) return settle(delivery, { ...current, state: 'superseded' });
    const shown = await compose(delivery, viewer);
    if (shown === 'failed') return settle(delivery, { ...current, state: 'refused', reason: 'page-failed' });
    if (shown === null) return settle(delivery, { ...current, state: 'superseded' });
    await post(delivery, { current, address: address.data, shown, addressRecord: address });
  }

  /** A page that breaks would break again each second: the message is put aside, visibly, and the fault is logged once. */
  async function compose(delivery: Loaded<Delivery>, viewer: Viewer): Promise<Shown | null | 'failed'> {
    try {
      return await composeOwed(deps.pages, delivery.data.show, { viewer });
    } catch (error) {
      if (error instanceof StoreError) throw error;
      deps.log.error(
        { err: error, delivery: delivery.id, page: delivery.data.show.page },
        'a message cannot be composed',
      );
      return 'failed';
    }
  }

  async function post(
    delivery: Loaded<Delivery>,
    what: { current: Delivery; address: Address; addressRecord: Loaded<Address>; shown: Shown },
  ): Promise<void> {
    const claimed: Delivery = { ...what.current, state: 'sending', attempts: what.current.attempts + 1 };
    const etags = await deps.store.commit(delivery.unit, [replace(deliveryRecord, delivery, claimed)]);
    const held: Loaded<Delivery> = {
      ...delivery,
      rev: delivery.rev + 1,
      etag: etags.get(delivery.id) ?? '',
      data: claimed,
    };
    const outcome = await deps.messenger.post(what.address, what.shown);
    const now = deps.clock.now();
    if (outcome.kind === 'retry' && outcome.afterMs !== undefined) deps.pace.hold(deps.monotonic() + outcome.afterMs);
    if (outcome.kind === 'broken') {
      pausedUntil = deps.monotonic() + pauseMs;
      deps.log.error({ reason: outcome.reason }, 'sending is paused: the service refuses our credential or the app');
    }
    const changes = [replace(deliveryRecord, held, afterOutcome(claimed, outcome, now, deps.random()))];
    if (outcome.kind === 'sent' && what.shown.subject !== '') changes.push(mirrorOf(held, what, outcome, now));
    if (outcome.kind === 'unreachable') {
      changes.push(
        replace(addressRecord, what.addressRecord, {
          ...what.address,
          reachable: 'blocked',
          reason: outcome.reason,
          at: stamp(now),
        }),
      );
    }
    await deps.store.commit(delivery.unit, changes);
  }

  function mirrorOf(
    delivery: Loaded<Delivery>,
    what: { address: Address; shown: Shown },
    outcome: Outcome & { kind: 'sent' },
    now: DateTime,
  ) {
    return create(mirrorRecord, delivery, mirrorId(what.address.conversationId, outcome.activityId), {
      subject: what.shown.subject,
      to: delivery.data.to,
      conversationId: what.address.conversationId,
      activityId: outcome.activityId,
      show: delivery.data.show,
      updatedAt: stamp(now),
      dueAt: null,
    });
  }

  /** Requests of one kind to one person merge: the first goes at once, then one each half hour shows all that wait. */
  async function coalesced(
    delivery: Loaded<Delivery>,
    current: Delivery,
    now: DateTime,
  ): Promise<Delivery | undefined> {
    if (current.coalesce === '') return undefined;
    const alike = await list(deps.store, {
      unit: delivery.unit,
      type: deliveryRecord,
      where: { field: 'coalesce', equals: `${current.coalesce}:${current.to}` },
    });
    const lastSent =
      alike
        .map((d) => d.data.sentAt ?? '')
        .sort()
        .at(-1) ?? '';
    if (lastSent === '') return undefined;
    if (lastSent >= current.createdAt) return { ...current, state: 'superseded' };
    const next = now.setZone('utc').minus({ minutes: coalesceMinutes });
    if (lastSent <= stamp(next)) return undefined;
    const dueAt = stamp(now.plus({ milliseconds: Date.parse(lastSent) - next.toMillis() }));
    return { ...current, state: 'pending', dueAt };
  }

  return {
    step,
    /** Waits for what is in flight. */
    idle: async (): Promise<void> => {
      while (busy.size > 0) await Promise.all(busy.values());
    },
  };
}
