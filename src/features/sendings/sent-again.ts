import type { DateTime } from 'luxon';
import type { Owing } from '../../delivery/owe/owe.ts';
import { isHere } from '../../model/people/people.ts';
import type { Deps } from '../../pipeline/context.ts';
import { each, load } from '../../ports/documents.ts';
import { addressId, addressRecord } from '../../records/address.ts';
import {
  type Delivery,
  type DeliveryOutcome,
  deliveryId,
  deliveryRecord,
  outcomeKey,
  outcomeOf,
  resentId,
} from '../../records/message.ts';
import { type Person, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { type Listed, nowOf, type Sending, sendingOf } from './listed.ts';

/** Who may be sent it once more. `still`: cannot be reached now either; it goes out by itself when they come. */
export type Again = 'unreachable' | 'refused' | 'ambiguous' | 'still';
/** Outcomes of a first sending after which anybody may need it again. */
const unsettled = ['unreachable', 'refused', 'ambiguous'] as const satisfies readonly DeliveryOutcome[];

const isUnsettled = (outcome: DeliveryOutcome): outcome is (typeof unsettled)[number] =>
  unsettled.some((one) => one === outcome);

/** The sending that this one repeats, or itself. @throws CodedError SENDING_UNKNOWN */
export async function firstOf(deps: Deps, listed: Listed, sending: Sending): Promise<Sending> {
  const { of } = sending.spread.data.params;
  return sending.spread.data.kind === 'resend' ? sendingOf(deps, listed, of ?? '') : sending;
}

/**
 * How a person stands after the first sending and those that repeated it, so far as somebody might send it again; undefined when they
 * have it, it was taken back, it is on its way, or they are not owed it any more.
 * @param n of the sending that is about to be decided on: 2 for the first repeat
 */
export async function againFor(
  deps: Deps,
  first: Sending,
  ask: { n: number; at: DateTime; person: Loaded<Person> },
): Promise<{ again: Again; owing: Owing } | undefined> {
  const owing = await first.def.owes(deps, nowOf(first, ask.at), ask.person);
  if (owing === undefined || !isHere(deps, ask.person.data)) return undefined;
  const id = deliveryId(owing.subject, owing.rev, owing.kind, owing.to);
  const sent = await load(deps.store, deps.scope.unit, deliveryRecord, id);
  if (sent === undefined || sent.data.cause !== first.spread.id) return undefined;
  const outcomes = [sent, ...(await repeatsOf(deps, sent, ask.n))].map(({ data }) => outcomeOf(data));
  if (!outcomes.every(isUnsettled)) return undefined;
  // Whoever may have one of them is not among those who certainly have none.
  const last = outcomes.includes('ambiguous') ? 'ambiguous' : outcomes.at(-1);
  if (last === undefined || !isUnsettled(last)) return undefined;
  return { again: (await isReachable(deps, owing.to)) ? last : 'still', owing };
}

async function repeatsOf(deps: Deps, sent: Loaded<Delivery>, before: number): Promise<Loaded<Delivery>[]> {
  const found: Loaded<Delivery>[] = [];
  for (let n = 2; n < before; n++) {
    const repeat = await load(deps.store, deps.scope.unit, deliveryRecord, resentId(sent, n));
    // One that was cancelled never went out.
    if (repeat !== undefined && repeat.data.reason !== 'cancelled') found.push(repeat);
  }
  return found;
}

async function isReachable({ store, scope }: Deps, owner: string): Promise<boolean> {
  return (await load(store, scope.unit, addressRecord, addressId(owner)))?.data.reachable === 'yes';
}

export type AgainFigures = Readonly<Record<Again, number>>;

/** How many of each kind there are now. Reads those who have not got it one by one, keeping none. */
export async function countAgain(deps: Deps, first: Sending, ask: { n: number; at: DateTime }): Promise<AgainFigures> {
  const { unit } = deps.scope;
  const counts = { unreachable: 0, refused: 0, ambiguous: 0, still: 0 };
  for (const outcome of unsettled) {
    const where = { field: 'outcome', equals: outcomeKey(first.spread.id, outcome) };
    for await (const { data } of each(deps.store, { unit, type: deliveryRecord, where })) {
      const person = await load(deps.store, unit, personRecord, data.to);
      const found = person && (await againFor(deps, first, { ...ask, person }));
      if (found !== undefined) counts[found.again] += 1;
    }
  }
  return counts;
}
