import { oweRefresh } from '../../delivery/owe/owe.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { decode, replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { addressId, addressRecord, purposeOf } from '../../records/address.ts';
import { type Delivery, deliveryRecord, heldDropped, spreadRecord } from '../../records/message.ts';
import type { Loaded, RecordType } from '../../records/record.ts';
import { heldBy, type Restoration, restorationRecord, unreachedBy } from '../../records/restoration.ts';

/** Each may bring along a second change: with the restoration itself within what one commit takes. */
const stepSize = 30;

/**
 * One step of what the office chose: up to 30 of what is held back, and the count, in one transaction, so that a crash repeats nothing. What
 * somebody else has written meanwhile is no longer held, and is not found. The step that finds nothing ends it. An announcement on its way goes
 * on in either case: dropped, it says of each whom it had not come to that they were not told, and they can be sent it again.
 */
export async function dealWithHeld(turn: Turn, restoration: Loaded<Restoration>): Promise<void> {
  const { data, id } = restoration;
  if (data.choice === 'open' || data.isDone) return;
  const isSent = data.choice === 'send';
  const spreads = await some(turn, spreadRecord, id, stepSize);
  const deliveries = await some(turn, deliveryRecord, id, stepSize - spreads.length);
  const dealt = spreads.length + deliveries.length;
  const unreached = await some(turn, deliveryRecord, id, stepSize - dealt, unreachedBy);
  const reached = await reachedAmong(turn, unreached);
  const now = turn.clock.now();
  const next = { ...data, dealt: data.dealt + dealt, isDone: dealt + unreached.length === 0 };
  turn.commit({
    command: `restoration.${data.choice}`,
    subject: id,
    facts: { n: String(dealt) },
    changes: [
      ...spreads.flatMap((spread) => [
        replace(spreadRecord, spread, { ...spread.data, dropped: !isSent }),
        oweRefresh(turn.scope, now, spread.id, spread.rev + 1),
      ]),
      ...deliveries.flatMap((delivery) => [
        replace(deliveryRecord, delivery, isSent ? delivery.data : dropped(delivery.data)),
        ...cardsAbout(turn, delivery),
      ]),
      ...unreached.flatMap((one) => [
        replace(deliveryRecord, one, later(one.data, reached, { isSent, at: stamp(now) })),
        ...cardsAbout(turn, one),
      ]),
      replace(restorationRecord, restoration, next),
      ...(next.isDone ? [oweRefresh(turn.scope, now, id, restoration.rev + 1)] : []),
    ],
  });
}

async function some<T>(
  turn: Turn,
  type: RecordType<T>,
  restoration: string,
  limit: number,
  by = heldBy,
): Promise<Loaded<T>[]> {
  if (limit === 0) return [];
  const { unit } = turn.scope;
  const { items } = await turn.store.query({ unit, type: type.type, where: by(restoration), limit });
  return items.map((item) => decode(type, item));
}

/** Of whom these are for, those who can be reached now. */
async function reachedAmong(turn: Turn, deliveries: readonly Loaded<Delivery>[]): Promise<ReadonlySet<string>> {
  const addresses = await turn.getMany(addressRecord, [...new Set(deliveries.map(({ data }) => addressId(data.to)))]);
  return new Set([...addresses.values()].flatMap(({ data }) => (data.reachable === 'yes' ? [data.owner] : [])));
}

/** What could not be delivered then: whoever is reached by now gets it, or does not, as the office chose; for all others it waits as before. */
function later(
  data: Delivery,
  reached: ReadonlySet<string>,
  { isSent, at }: { isSent: boolean; at: string },
): Delivery {
  if (!reached.has(data.to)) return data;
  return isSent ? { ...data, state: 'pending', dueAt: at, reason: '' } : dropped(data);
}

/** One that was being posted when the backup was made may have arrived: that is not known better for having been dropped. */
const dropped = (data: Delivery): Delivery =>
  data.state === 'sending'
    ? { ...data, state: 'ambiguous', doubtful: true, reason: 'interrupted' }
    : { ...data, ...heldDropped };

/** Cards say whether it stands in the channel; for a message to a person the figures do. */
const cardsAbout = (turn: Turn, { id, rev, data }: Loaded<Delivery>): Change[] =>
  purposeOf(data.to) === undefined ? [] : [oweRefresh(turn.scope, turn.clock.now(), data.cause, `${id}@${rev + 1}`)];
