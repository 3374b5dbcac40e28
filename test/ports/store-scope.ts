import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  type Change,
  type Doc,
  type Query,
  type Store,
  type Stored,
  StoreError,
  type StoreErrorCode,
} from '../../src/ports/store.ts';
import { aDoc } from '../support/a-doc.ts';

/** Names nobody else has used, so that tests can share a store that is not empty. */
export interface Scope {
  /** A name of this scope: use it for units, types, lanes and for ids that are searched across units. */
  name(text: string): string;
  /** A document of unit `a` and type `note` of this scope. */
  doc(overrides?: Partial<Doc>): Doc;
}

export function newScope(): Scope {
  const prefix = randomUUID();
  const name = (text: string): string => `${prefix}:${text}`;
  return { name, doc: (overrides = {}) => aDoc({ unit: name('a'), type: name('note'), ...overrides }) };
}

export const create = (doc: Doc): Change => ({ op: 'create', doc });

/** Creates the documents, 100 a commit, each unit by itself. */
export async function createAll(store: Store, docs: readonly Doc[]): Promise<void> {
  for (const unit of new Set(docs.map((doc) => doc.unit))) {
    const own = docs.filter((doc) => doc.unit === unit);
    for (let start = 0; start < own.length; start += 100)
      await store.commit(unit, own.slice(start, start + 100).map(create));
  }
}

/** Every page of the query, one after another. */
export async function listAll(store: Store, query: Query): Promise<Stored[]> {
  const items: Stored[] = [];
  let after = query.after;
  do {
    const page = await store.query({ ...query, ...(after === undefined ? {} : { after }) });
    items.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return items;
}

export const ids = (items: readonly Stored[]): string[] => items.map(({ doc }) => doc.id);

export async function rejectsWith(promise: Promise<unknown>, code: StoreErrorCode, id?: string): Promise<void> {
  await assert.rejects(promise, (error) => {
    assert.ok(error instanceof StoreError, `expected a StoreError, got ${String(error)}`);
    assert.equal(error.code, code);
    if (id !== undefined) assert.equal(error.id, id);
    return true;
  });
}
