import type { StoreReads } from '../../ports/store.ts';
import { type DeliveryOutcome, deliveryBy, deliveryRecord, outcomes, type Spread } from '../../records/message.ts';
import type { Loaded } from '../../records/record.ts';
import { peopleFrom, reaches, sizeOf } from './audience.ts';

export type OutcomeFigures = Readonly<Record<DeliveryOutcome, number>>;

/**
 * How far a spread has come, counted from the index alone. Messages go out while it is counted: whoever is owed one is counted once all the
 * same, and nobody both as told and as still to come.
 */
export interface Figures extends OutcomeFigures {
  /** People whom a running spread will still look at. */
  readonly toCome: number;
  /** Of those who have it: from whom it is being taken back. */
  readonly recalling: number;
  /** Of those who have it: from whom it could not be taken back. */
  readonly unrecalled: number;
}

export async function figuresOf(store: StoreReads, spread: Loaded<Spread>): Promise<Figures> {
  const { unit, id } = spread;
  const settled = await countEach(store, unit, (outcome) => deliveryBy.outcome(id, outcome));
  // One count of all, after the others: what has moved on meanwhile is no longer waiting, and the parts go on adding up.
  const all = await store.count({ unit, type: deliveryRecord.type, where: deliveryBy.cause(id) });
  const told = { ...settled, waiting: Math.max(0, all - (owedTo(settled) - settled.waiting)) };
  const toCome = spread.data.state === 'running' ? await stillToCome(store, spread, told) : 0;
  const recallOf = (how: 'going' | 'failed') =>
    store.count({ unit, type: deliveryRecord.type, where: deliveryBy.recall(id, how) });
  return { ...told, toCome, recalling: await recallOf('going'), unrecalled: await recallOf('failed') };
}

/** As many are looked at one by one, so that the last figures are exact; more are counted, whoever has left among them. */
const lookedAt = 500;

async function stillToCome(store: StoreReads, spread: Loaded<Spread>, told: OutcomeFigures): Promise<number> {
  const { audience, dueAt } = spread.data;
  const counted = await untold(store, spread, told);
  if (counted > lookedAt) return counted;
  const { people, next } = await peopleFrom(store, spread, lookedAt);
  const day = dueAt.slice(0, 10);
  const left = people.filter((person) => reaches(audience, person, day)).length;
  // It may have gone on since it was read: whoever was owed it meanwhile is told, and not to come.
  return next === undefined ? Math.max(0, left - (owedTo(told) - spread.data.owed)) : counted;
}

/** Of one department, of those whom it was owed to so far. */
export const figuresIn = (store: StoreReads, spread: Loaded<Spread>, department: string): Promise<OutcomeFigures> =>
  countEach(store, spread.unit, (outcome) => deliveryBy.outcomeIn(spread.id, department, outcome));

/** Everyone to whom it was owed so far. */
export const owedTo = (figures: OutcomeFigures): number => outcomes.reduce((sum, outcome) => sum + figures[outcome], 0);

/**
 * People of the audience whom the spread has not come to, or who joined when it had passed and have not been told in any other way. Those who
 * had left when it passed are not among them.
 */
export async function untold(store: StoreReads, spread: Loaded<Spread>, told: OutcomeFigures): Promise<number> {
  const { audience, passed, owed } = spread.data;
  const all = await sizeOf(store, spread.unit, audience);
  return Math.max(0, all - passed - (owedTo(told) - owed));
}

async function countEach(
  store: StoreReads,
  unit: string,
  where: (outcome: DeliveryOutcome) => { field: string; equals: string },
): Promise<OutcomeFigures> {
  const found: [DeliveryOutcome, number][] = [];
  // One after the other: each may have a hundred thousand entries to count, and other work comes between.
  for (const outcome of outcomes)
    found.push([outcome, await store.count({ unit, type: deliveryRecord.type, where: where(outcome) })]);
  return Object.fromEntries(found) as OutcomeFigures;
}
