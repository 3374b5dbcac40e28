import type { DateTime } from 'luxon';
import type { Owing } from '../../delivery/owe/owe.ts';
import { isHere } from '../../model/people/people.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { addressId, addressRecord } from '../../records/address.ts';
import {
  type Delivery,
  type DeliveryOutcome,
  deliveryBy,
  deliveryId,
  deliveryRecord,
  heldDropped,
  outcomeOf,
  resentId,
} from '../../records/message.ts';
import { type Person, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { type Listed, nowOf, type Sending, sendingOf } from './listed.ts';

/**
 * Who may be sent it once more. `still`: cannot be reached now either; it goes out by itself when they come. `dropped`: the office did not want
 * it sent after a restoration, when they may have had it.
 */
export type Again = 'unreachable' | 'refused' | 'ambiguous' | 'dropped' | 'still';
/** Outcomes of a first sending after which anybody may need it again. */
const unsettled = ['unreachable', 'refused', 'ambiguous', 'dropped'] as const satisfies readonly DeliveryOutcome[];
type Unsettled = (typeof unsettled)[number];

/** @returns undefined when there is nothing to send again: what was dropped for any other reason was needed no more */
function unsettledBy(delivery: Delivery): Unsettled | undefined {
  const outcome = outcomeOf(delivery);
  if (outcome === 'dropped' && delivery.reason !== heldDropped.reason) return undefined;
  return unsettled.find((one) => one === outcome);
}

/** The sending that this one repeats, or itself. @throws CodedError SENDING_UNKNOWN */
export async function firstOf(turn: Turn, listed: Listed, sending: Sending): Promise<Sending> {
  const { of } = sending.spread.data.params;
  return sending.spread.data.kind === 'resend' ? sendingOf(turn, listed, of ?? '') : sending;
}

/**
 * How a person stands after the first sending and those that repeated it, so far as somebody might send it again; undefined when they
 * have it, it was taken back, it is on its way, or they are not owed it any more.
 * @param n of the sending that is about to be decided on: 2 for the first repeat
 */
export async function againFor(
  turn: Turn,
  first: Sending,
  ask: { n: number; at: DateTime; person: Loaded<Person> },
): Promise<{ again: Again; owing: Owing } | undefined> {
  const owing = await first.def.owes(turn, nowOf(first, ask.at), ask.person);
  if (owing === undefined || !isHere(turn, ask.person.data)) return undefined;
  const id = deliveryId(owing.subject, owing.rev, owing.kind, owing.to);
  const sent = await turn.get(deliveryRecord, id);
  if (sent === undefined || sent.data.cause !== first.spread.id) return undefined;
  const outcomes = [sent, ...(await repeatsOf(turn, sent, ask.n))].map(({ data }) => unsettledBy(data));
  // Whoever may have one of them is not among those who certainly have none.
  const last = (['ambiguous', 'dropped'] as const).find((one) => outcomes.includes(one)) ?? outcomes.at(-1);
  if (last === undefined || outcomes.includes(undefined)) return undefined;
  // What was dropped does not go out by itself either.
  const waits = last !== 'dropped' || outcomes.includes('unreachable');
  return { again: !waits || (await isReachable(turn, owing.to)) ? last : 'still', owing };
}

async function repeatsOf(turn: Turn, sent: Loaded<Delivery>, before: number): Promise<Loaded<Delivery>[]> {
  const found: Loaded<Delivery>[] = [];
  for (let n = 2; n < before; n++) {
    const repeat = await turn.get(deliveryRecord, resentId(sent, n));
    // One that was cancelled never went out.
    if (repeat !== undefined && repeat.data.reason !== 'cancelled') found.push(repeat);
  }
  return found;
}

async function isReachable(turn: Turn, owner: string): Promise<boolean> {
  return (await turn.get(addressRecord, addressId(owner)))?.data.reachable === 'yes';
}

export type AgainFigures = Readonly<Record<Again, number>>;

/** How many of each kind there are now. Reads those who have not got it one by one, keeping none. */
export async function countAgain(turn: Turn, first: Sending, ask: { n: number; at: DateTime }): Promise<AgainFigures> {
  const counts = { unreachable: 0, refused: 0, ambiguous: 0, dropped: 0, still: 0 };
  for (const outcome of unsettled) {
    const where = deliveryBy.outcome(first.spread.id, outcome);
    for await (const { data } of turn.each(deliveryRecord, where)) {
      const person = await turn.get(personRecord, data.to);
      const found = person && (await againFor(turn, first, { ...ask, person }));
      if (found !== undefined) counts[found.again] += 1;
    }
  }
  return counts;
}
