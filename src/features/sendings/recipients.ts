import { figuresIn, figuresOf, type OutcomeFigures, owedTo } from '../../delivery/spread/figures.ts';
import { sortByName } from '../../domain/text/vietnamese.ts';
import { type Window, windowOf } from '../../pipeline/paging.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { decode } from '../../ports/documents.ts';
import { type Delivery, type DeliveryOutcome, deliveryBy, deliveryRecord, type Spread } from '../../records/message.ts';
import { type Person, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { everyone, noDepartment } from './refs.ts';

/** What asks for something first. */
export const byConcern: readonly DeliveryOutcome[] = [
  'unreachable',
  'refused',
  'ambiguous',
  'waiting',
  'recalled',
  'dropped',
  'delivered',
  'answered',
];

/** So many are read at once, to be listed by given name; more come a page at a time in the order of the store. */
export const readAtOnce = 300;

export interface Recipient {
  readonly delivery: Loaded<Delivery>;
  /** Undefined when the roster no longer has them. */
  readonly person: Loaded<Person> | undefined;
}

interface Among {
  readonly spread: Loaded<Spread>;
  readonly department: string;
}
interface Asked extends Among {
  readonly outcomes: readonly DeliveryOutcome[];
  readonly page: string;
  readonly size: number;
}

export const figuresAmong = (turn: Turn, { spread, department }: Among): Promise<OutcomeFigures> =>
  department === everyone
    ? figuresOf(turn.store, spread)
    : figuresIn(turn.store, spread, department === noDepartment ? '' : department);

function whereOf({ spread, department }: Among, outcome: DeliveryOutcome) {
  if (department === everyone) return deliveryBy.outcome(spread.id, outcome);
  const key = department === noDepartment ? '' : department;
  return deliveryBy.outcomeIn(spread.id, key, outcome);
}

/** One page of a list that is short enough to be read whole: by outcome as asked for, within one by given name. */
export async function sortedPage(turn: Turn, asked: Asked): Promise<Window & { items: readonly Recipient[] }> {
  const found: Recipient[] = [];
  for (const outcome of asked.outcomes) {
    const where = whereOf(asked, outcome);
    const deliveries = await turn.list(deliveryRecord, where);
    found.push(...sorted(await withPeople(turn, deliveries)));
  }
  const window = windowOf(found.length, asked.page, asked.size);
  return { ...window, items: found.slice(window.start, window.start + asked.size) };
}

/**
 * One page of any list of one outcome, however long: by given name within the page.
 * @param after the last recipient of the page before, as a card carried it; empty for the first
 * @returns `next` to go on with, empty on the last page
 */
export async function nextPage(
  turn: Turn,
  asked: Among & { outcome: DeliveryOutcome; after: string; size: number },
): Promise<{ items: readonly Recipient[]; next: string }> {
  const page = await turn.store.query({
    unit: turn.scope.unit,
    type: deliveryRecord.type,
    where: whereOf(asked, asked.outcome),
    limit: asked.size,
    ...(asked.after === '' ? {} : { after: asked.after }),
  });
  const deliveries = page.items.map((stored) => decode(deliveryRecord, stored));
  return { items: sorted(await withPeople(turn, deliveries)), next: page.next ?? '' };
}

export const countAmong = (figures: OutcomeFigures, outcome: DeliveryOutcome | undefined): number =>
  outcome === undefined ? owedTo(figures) : figures[outcome];

async function withPeople(turn: Turn, deliveries: readonly Loaded<Delivery>[]): Promise<Recipient[]> {
  const found: Recipient[] = [];
  for (const delivery of deliveries) found.push({ delivery, person: await turn.get(personRecord, delivery.data.to) });
  return found;
}

const sorted = (recipients: readonly Recipient[]): Recipient[] =>
  sortByName(recipients, ({ person }) => person?.data.fullName ?? '');
