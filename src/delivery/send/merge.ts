import { DateTime } from 'luxon';
import { list, replace } from '../../ports/documents.ts';
import type { Change, StoreReads } from '../../ports/store.ts';
import { type Delivery, deliveryBy, deliveryRecord } from '../../records/message.ts';
import type { Loaded } from '../../records/record.ts';

/** With the message itself and its claim within what one commit takes; what is left goes with the next one. */
const mostAtOnce = 90;

/** Messages that merge with this one: waiting, or sent last. Bounded, whatever was sent over the years: see the record's index. */
export async function alikeOf(store: StoreReads, delivery: Loaded<Delivery>): Promise<Loaded<Delivery>[]> {
  if (delivery.data.coalesce === '') return [];
  const all = await list(store, {
    unit: delivery.unit,
    type: deliveryRecord,
    where: deliveryBy.alike(delivery.data),
  });
  return all.filter((other) => other.id !== delivery.id);
}

/** When the last of these was sent; undefined when none was, and the first goes at once. */
export function lastSent(alike: readonly Loaded<Delivery>[]): DateTime | undefined {
  const sent = alike.flatMap(({ data }) => data.sentAt ?? []).sort();
  const last = sent.at(-1);
  return last === undefined ? undefined : DateTime.fromISO(last);
}

/**
 * What goes with the claim of a message, before its page is composed anew for those that wait: they are shown by it and never sent
 * themselves. Whoever is owed after this list was read is not in it, and waits for the next time: nothing is merged unseen.
 */
export function mergedInto(delivery: Loaded<Delivery>, alike: readonly Loaded<Delivery>[]): Change[] {
  const page = JSON.stringify(delivery.data.show);
  return alike.slice(0, mostAtOnce).flatMap((other) => {
    const { data } = other;
    if (data.state === 'sent') return [replace(deliveryRecord, other, { ...data, coalesce: '' })];
    if (data.state !== 'pending' || JSON.stringify(data.show) !== page) return [];
    return [replace(deliveryRecord, other, { ...data, state: 'superseded', reason: 'merged' })];
  });
}
