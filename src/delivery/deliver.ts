import { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { Clock } from '../ports/clock.ts';
import { stamp } from '../ports/commit.ts';
import { load, put, replace } from '../ports/documents.ts';
import type { Messenger, Outcome } from '../ports/messenger.ts';
import type { Pages, Shown, Viewer } from '../ports/pages.ts';
import { type Change, type Store, StoreError } from '../ports/store.ts';
import { type Address, addressId, addressRecord } from '../records/address.ts';
import { type Delivery, deliveryRecord, mirrorId, mirrorRecord } from '../records/message.ts';
import type { Loaded } from '../records/record.ts';
import { composeOwed } from './compose-owed.ts';
import { alikeOf, mergedInto, notBefore } from './merge.ts';
import { afterOutcome, afterUnknown } from './outcome.ts';
import type { Pace } from './pace.ts';
import { viewerOf } from './viewer.ts';

export interface DeliverDeps {
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

/** What was learnt about a claimed message, and what is to be written of it. */
interface Told {
  readonly outcome: Outcome;
  readonly address: Loaded<Address>;
  readonly shown: Shown;
  /** When the page was composed: what changed later is not in it. */
  readonly drawnAt: DateTime;
}

/**
 * Deals with one due message: claims it, posts it once, records what became of it.
 * @param onBroken the service refuses our credential or the app as a whole: nothing else will pass
 */
export function createDeliver(deps: DeliverDeps, onBroken: (reason: string) => void) {
  /** Outcomes that the store could not take: while the process lives, nobody has to guess whether the message was sent. */
  const unrecorded = new Map<string, Told>();

  return async (delivery: Loaded<Delivery>): Promise<void> => {
    const now = deps.clock.now();
    const { data } = delivery;
    const told = unrecorded.get(delivery.id);
    if (told !== undefined && data.state === 'sending') return record(delivery, told);
    // Claimed and never settled: the process died between the two, so nobody knows whether it was sent.
    const current = data.state === 'sending' ? afterUnknown(data, 'interrupted', now) : data;
    if (current.state === 'ambiguous') return settle(delivery, current);
    if (data.expiresAt !== null && data.expiresAt < stamp(now))
      return settle(delivery, { ...current, state: 'expired' });
    const alike = await alikeOf(deps.store, delivery);
    const from = notBefore(alike, now);
    if (from > now.toMillis()) return settle(delivery, { ...current, dueAt: stamp(DateTime.fromMillis(from)) });
    const address = await load(deps.store, delivery.unit, addressRecord, addressId(data.to));
    if (address?.data.reachable !== 'yes') return setAside(delivery, current, address);
    const drawnAt = deps.clock.now();
    const viewer = await viewerOf(deps.store, { unit: delivery.unit, owner: data.to, at: drawnAt });
    if (viewer === undefined) return settle(delivery, { ...current, state: 'superseded' });
    const shown = await compose(delivery, viewer);
    if (shown === 'failed') return settle(delivery, { ...current, state: 'refused', reason: 'page-failed' });
    if (shown === null) return settle(delivery, { ...current, state: 'superseded' });
    const held = await claim(delivery, current, mergedInto(delivery, alike));
    const outcome = await deps.messenger.post(address.data, shown);
    if (outcome.kind === 'broken') onBroken(outcome.reason);
    await record(held, { outcome, address, shown, drawnAt });
  };

  /** A page that breaks would break again each second: the message is put aside, visibly, and the fault is logged once. */
  async function compose(delivery: Loaded<Delivery>, viewer: Viewer): Promise<Shown | null | 'failed'> {
    try {
      return await composeOwed(deps.pages, delivery.data.show, { viewer });
    } catch (error) {
      if (error instanceof StoreError) throw error;
      const { page } = delivery.data.show;
      deps.log.error({ err: error, delivery: delivery.id, page }, 'a message cannot be composed');
      return 'failed';
    }
  }

  async function settle(delivery: Loaded<Delivery>, data: Delivery): Promise<void> {
    await deps.store.commit(delivery.unit, [replace(deliveryRecord, delivery, data)]);
  }

  async function claim(delivery: Loaded<Delivery>, current: Delivery, merged: readonly Change[]) {
    const data: Delivery = { ...current, state: 'sending', attempts: current.attempts + 1 };
    return written(delivery, data, [replace(deliveryRecord, delivery, data), ...merged]);
  }

  async function written(delivery: Loaded<Delivery>, data: Delivery, changes: readonly Change[]) {
    const etags = await deps.store.commit(delivery.unit, changes);
    return { ...delivery, rev: delivery.rev + 1, etag: etags.get(delivery.id) ?? '', data };
  }

  /** Nobody to send it to. Who comes in this very moment did not find it among what could not be delivered: it is looked at again. */
  async function setAside(delivery: Loaded<Delivery>, current: Delivery, address: Loaded<Address> | undefined) {
    const data: Delivery = {
      ...current,
      state: 'unreachable',
      reason: address?.data.reason ?? 'not-installed',
    };
    const aside = await written(delivery, data, [replace(deliveryRecord, delivery, data)]);
    const again = await load(deps.store, delivery.unit, addressRecord, addressId(data.to));
    if (again?.data.reachable === 'yes') await settle(aside, { ...current, state: 'pending', reason: '' });
  }

  async function record(held: Loaded<Delivery>, told: Told): Promise<void> {
    unrecorded.set(held.id, told);
    const { outcome, address } = told;
    const now = deps.clock.now();
    const data = afterOutcome(held.data, outcome, now, deps.random());
    if (outcome.kind === 'retry') hold(outcome, data, now);
    const changes = [replace(deliveryRecord, held, data)];
    if (outcome.kind === 'sent') changes.push(...(await mirrorOf(held, told, outcome.activityId)));
    if (outcome.kind === 'unreachable') {
      const blocked = { ...address.data, reachable: 'blocked' as const, reason: outcome.reason, at: stamp(now) };
      changes.push(replace(addressRecord, address, blocked));
    }
    try {
      await deps.store.commit(held.unit, changes);
    } catch (error) {
      const isBack = outcome.kind === 'unreachable' && error instanceof StoreError && error.code === 'Conflict';
      if (!isBack) throw error;
      // The person wrote to us meanwhile, so the way to them is another one.
      await settle(held, { ...held.data, state: 'pending', dueAt: stamp(now) });
    }
    unrecorded.delete(held.id);
  }

  /** What comes after it to the same person waits with it; if the service asked for silence, everybody does. */
  function hold(outcome: Outcome & { kind: 'retry' }, data: Delivery, now: DateTime): void {
    const until = deps.monotonic() + (Date.parse(data.dueAt) - now.toMillis());
    deps.pace.hold(until, data.to);
    if (outcome.afterMs !== undefined) deps.pace.hold(until);
  }

  /** A message without an id cannot be updated, so it is not kept in step. */
  async function mirrorOf(delivery: Loaded<Delivery>, { address, shown, drawnAt }: Told, activityId: string) {
    if (shown.subject === '' || activityId === '') return [];
    const { conversationId } = address.data;
    const id = mirrorId(conversationId, activityId);
    const known = await load(deps.store, delivery.unit, mirrorRecord, id);
    const mirror = {
      subject: shown.subject,
      to: delivery.data.to,
      conversationId,
      activityId,
      show: delivery.data.show,
      delivery: delivery.id,
      updatedAt: stamp(drawnAt),
      dueAt: null,
    };
    return [put(mirrorRecord, { tenant: delivery.tenant, unit: delivery.unit, id }, known, mirror)];
  }
}
