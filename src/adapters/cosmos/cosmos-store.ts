import type { Container, CosmosClient, SqlQuerySpec } from '@azure/cosmos';
import { checkCommit, checkId, checkIds, checkLimit } from '../../ports/limits.ts';
import {
  type Change,
  type CountBy,
  type Page,
  type Query,
  type Store,
  type Stored,
  StoreError,
} from '../../ports/store.ts';
import { etagsOf, toOperation } from './batch.ts';
import { createDueSoon, type Soon } from './due-soon.ts';
import { type Item, toStored } from './item.ts';
import * as queries from './queries.ts';

/** Told after each request that was answered, with the request units it was charged. */
export type OnCharge = (asked: keyof Store, requestUnits: number) => void;

interface Deps {
  readonly client: CosmosClient;
  readonly container: Container;
  readonly onCharge: OnCharge;
}

/** Of all lanes together; as often as a lane looks that nobody wakes. */
const soonEveryMs = 1_000;
/** Each is paid for; a lane that is not among so many is asked for by itself. */
const soonMost = 20;

/** The store in one container, one partition a unit. The engine's order of strings is taken to be that of their UTF-8 bytes. */
export class CosmosStore implements Store {
  readonly #client: CosmosClient;
  readonly #container: Container;
  readonly #onCharge: OnCharge;
  readonly #soon = createDueSoon({
    ask: (until) => this.#all<Soon>('due', queries.dueSoon(until, soonMost)),
    most: soonMost,
    everyMs: soonEveryMs,
    monotonic: () => performance.now(),
  });
  #isOpen = true;

  constructor({ client, container, onCharge }: Deps) {
    this.#client = client;
    this.#container = container;
    this.#onCharge = onCharge;
  }

  async get(unit: string, id: string): Promise<Stored | undefined> {
    checkId(id);
    const read = await this.#ask('get', () => this.#container.item(id, unit).read<Item>());
    // The document, and not the container, is what is missing.
    if (read.statusCode === 404 && (read.substatus ?? 0) !== 0) throw unavailable(new Error('no container'));
    return read.resource && toStored(read.resource);
  }

  async getMany(unit: string, ids: readonly string[]): Promise<ReadonlyMap<string, Stored>> {
    checkIds(ids);
    const wanted = [...new Set(ids)];
    const [first] = wanted;
    if (first === undefined) return new Map();
    // The dearest way to read one document is to look for it.
    const found =
      wanted.length === 1
        ? [await this.get(unit, first)]
        : await this.#stored('getMany', queries.byIds(unit, wanted), unit);
    const byId = new Map(found.flatMap((stored) => (stored === undefined ? [] : [[stored.doc.id, stored]])));
    return new Map(wanted.flatMap((id) => entryOf(byId.get(id))));
  }

  async query({ after = '', limit, ...of }: Query): Promise<Page> {
    checkLimit(limit);
    // One more than asked for tells whether there is a next page.
    const found = await this.#stored('query', queries.byType(of, after, limit + 1), of.unit);
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return found.length > limit && last ? { items, next: last.doc.id } : { items };
  }

  async count(of: Pick<Query, 'unit' | 'type' | 'where'>): Promise<number> {
    // The engine may count in parts.
    const parts = await this.#all<number>('count', queries.countOf(of), of.unit);
    return parts.reduce((sum, part) => sum + part, 0);
  }

  async countBy(of: CountBy): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const value of await this.#all<string>('countBy', queries.valuesIn(of), of.unit))
      counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  }

  async findEverywhere(id: string): Promise<readonly Stored[]> {
    checkId(id);
    return this.#stored('findEverywhere', queries.everywhere(id));
  }

  async due({ lane, until, limit }: { lane: string; until: string; limit: number }): Promise<readonly Stored[]> {
    checkLimit(limit);
    return this.#soon.find(lane, until, () => this.#stored('due', queries.dueIn(lane, until, limit)));
  }

  async totals(type: string): Promise<ReadonlyMap<string, number>> {
    const totals = new Map<string, number>();
    for (let after = ''; ; ) {
      const [unit] = await this.#all<string>('totals', queries.unitAfter(type, after));
      if (unit === undefined) return totals;
      totals.set(unit, await this.count({ unit, type }));
      after = unit;
    }
  }

  async commit(unit: string, changes: readonly Change[]): Promise<ReadonlyMap<string, string>> {
    checkCommit(unit, changes);
    if (changes.length === 0) return new Map();
    const operations = changes.map(toOperation);
    try {
      const { results } = await this.#ask('commit', async () => {
        const { result, headers } = await this.#container.items.batch(operations, unit, withoutContent);
        return { results: result ?? [], requestCharge: Number(headers['x-ms-request-charge'] ?? 0) };
      });
      return etagsOf(changes, results);
    } finally {
      this.#soon.committed(changes);
    }
  }

  async close(): Promise<void> {
    this.#isOpen = false;
    this.#client.dispose();
  }

  async #stored(asked: keyof Store, query: SqlQuerySpec, unit?: string): Promise<Stored[]> {
    return (await this.#all<Item>(asked, query, unit)).map(toStored);
  }

  /** Every page of the answer: one may end early, at 4 MB or after a while. Without a unit, of all partitions. */
  async #all<T>(asked: keyof Store, query: SqlQuerySpec, unit?: string): Promise<T[]> {
    const options = { maxItemCount: -1, ...(unit === undefined ? {} : { partitionKey: unit }) };
    return (await this.#ask(asked, () => this.#container.items.query<T>(query, options).fetchAll())).resources;
  }

  /** Whatever the SDK throws leaves the outcome in doubt. */
  async #ask<T extends { readonly requestCharge: number }>(asked: keyof Store, work: () => Promise<T>): Promise<T> {
    if (!this.#isOpen) throw unavailable(new Error('the store is closed'));
    try {
      const answer = await work();
      this.#onCharge(asked, answer.requestCharge);
      return answer;
    } catch (cause) {
      throw unavailable(cause);
    }
  }
}

/** What was written need not come back. */
const withoutContent = { contentResponseOnWriteEnabled: false };

const unavailable = (cause: unknown): StoreError => new StoreError('Unavailable', undefined, { cause });

const entryOf = (stored: Stored | undefined): [id: string, stored: Stored][] =>
  stored === undefined ? [] : [[stored.doc.id, stored]];
