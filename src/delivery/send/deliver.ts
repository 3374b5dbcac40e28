import { stamp } from '../../ports/commit.ts';
import { load, replace } from '../../ports/documents.ts';
import { mayBegin } from '../../ports/lease.ts';
import type { PostOutcome } from '../../ports/messenger.ts';
import type { Shown, Viewer } from '../../ports/pages.ts';
import { type Change, StoreError } from '../../ports/store.ts';
import { type Address, addressId, addressRecord } from '../../records/address.ts';
import { type Delivery, deliveryRecord } from '../../records/message.ts';
import type { Loaded } from '../../records/record.ts';
import { isCancelled } from '../spread/cancelled.ts';
import { composeOwed } from './compose-owed.ts';
import type { DeliverDeps } from './deliver-deps.ts';
import { alikeOf, lastSent, mergedInto } from './merge.ts';
import { afterUnknown } from './outcome.ts';
import { createRecording, type Told } from './recording.ts';
import { stampCard } from './stamp-card.ts';
import { viewerOf } from './viewer.ts';

/** What a message waits in line with. A card that has waited longer may be out of date, and is composed anew. */
const freshMs = 5_000;

/** A message that may go out: to whom, and the card as it is now. */
type Ready = Pick<Told, 'address' | 'shown' | 'drawnAt'> & { readonly alike: readonly Loaded<Delivery>[] };

/**
 * Deals with one due message: composes it, waits for its turn, claims it, posts it once, records what became of it.
 * @param hear told each answer of the service
 */
export function createDeliver(deps: DeliverDeps, hear: (outcome: PostOutcome) => void) {
  const recording = createRecording(deps, hear);

  return async (delivery: Loaded<Delivery>): Promise<void> => {
    const now = deps.clock.now();
    const { data } = delivery;
    if (await recording.finish(delivery)) return;
    // Claimed and never settled: the process died between the two, so nobody knows whether it was sent.
    const current = data.state === 'sending' ? afterUnknown(data, 'interrupted', now) : data;
    if (current.state === 'ambiguous') return settle(delivery, current);
    if (data.expiresAt !== null && data.expiresAt < stamp(now))
      return settle(delivery, { ...current, state: 'expired' });
    if (await isCancelled(deps.store, delivery))
      return settle(delivery, { ...current, state: 'superseded', reason: 'cancelled' });
    const ready = await prepare(delivery, current);
    if (ready === undefined || !(await turnOf(data.to))) return;
    // Cancelled while it waited in line: it is dropped at the next look. Asked before as well, so that the dropped take no turns.
    if (await isCancelled(deps.store, delivery)) return;
    const held = await claim(delivery, saying(current, ready.shown), mergedInto(delivery, ready.alike));
    if (!mayBegin(deps.lease)) return settle(held, current);
    const outcome = await deps.messenger.post(ready.address.data, ready.shown);
    await recording.record(held, { ...ready, outcome });
  };

  /** @returns undefined when there is nothing to post: it is settled, or waits for its like */
  async function prepare(delivery: Loaded<Delivery>, current: Delivery): Promise<Ready | undefined> {
    const { to } = delivery.data;
    const alike = await alikeOf(deps.store, delivery);
    const drawnAt = deps.clock.now();
    const last = lastSent(alike);
    const from = last && (await deps.nextRequestAt(delivery.unit, { last, now: drawnAt }));
    if (from !== undefined && from > drawnAt) {
      await settle(delivery, { ...current, dueAt: stamp(from) });
      return undefined;
    }
    const address = await load(deps.store, delivery.unit, addressRecord, addressId(to));
    if (address?.data.reachable !== 'yes') {
      await setAside(delivery, current, address);
      return undefined;
    }
    const viewer = await viewerOf(deps.store, { unit: delivery.unit, owner: to, at: drawnAt });
    const shown = viewer === undefined ? null : await compose(delivery, viewer);
    if (shown === 'failed') {
      await settle(delivery, { ...current, state: 'refused', reason: 'page-failed' });
      return undefined;
    }
    if (shown === null) {
      await settle(delivery, { ...current, state: 'superseded' });
      return undefined;
    }
    return { address, alike, drawnAt, shown: { ...shown, card: stampCard(shown.card, delivery.id) } };
  }

  /** A page that breaks would break again each second: the message is put aside, visibly, and the fault is logged once. */
  async function compose(delivery: Loaded<Delivery>, viewer: Viewer): Promise<Shown | null | 'failed'> {
    try {
      return await composeOwed(deps.pages, delivery.data.show, { viewer });
    } catch (error) {
      if (error instanceof StoreError) throw error;
      const { cause, show } = delivery.data;
      deps.log.error({ err: error, delivery: delivery.id, cause, page: show.page }, 'a message cannot be composed');
      return 'failed';
    }
  }

  /** @returns false when it may not go now, or not as it was composed: it stays due */
  async function turnOf(owner: string): Promise<boolean> {
    const since = deps.monotonic();
    return (await deps.pace.turn(owner)) && deps.monotonic() - since <= freshMs;
  }

  async function settle(delivery: Loaded<Delivery>, data: Delivery): Promise<void> {
    await deps.store.commit(delivery.unit, [replace(deliveryRecord, delivery, data)]);
  }

  async function claim(delivery: Loaded<Delivery>, current: Delivery, merged: readonly Change[]) {
    const data: Delivery = { ...current, state: 'sending', attempts: current.attempts + 1 };
    return written(delivery, data, merged);
  }

  async function written(delivery: Loaded<Delivery>, data: Delivery, more: readonly Change[] = []) {
    const etags = await deps.store.commit(delivery.unit, [replace(deliveryRecord, delivery, data), ...more]);
    return { ...delivery, rev: delivery.rev + 1, etag: etags.get(delivery.id) ?? '', data };
  }

  /** Nobody to send it to. Somebody who installs the app at this very moment did not find it among what could not be delivered: it is looked at again. */
  async function setAside(delivery: Loaded<Delivery>, current: Delivery, address: Loaded<Address> | undefined) {
    const { to } = current;
    const reason = address?.data.reason ?? 'not-installed';
    const aside = await written(delivery, { ...current, state: 'unreachable', reason });
    const again = await load(deps.store, delivery.unit, addressRecord, addressId(to));
    if (again?.data.reachable === 'yes') await settle(aside, { ...current, state: 'pending', reason: '' });
  }
}

/** A message remembers what it said, for whoever compares with it later; what goes to Teams is this very composition. */
const saying = (data: Delivery, { said }: Shown): Delivery =>
  said === undefined ? data : { ...data, show: { ...data.show, params: { ...data.show.params, ...said } } };
