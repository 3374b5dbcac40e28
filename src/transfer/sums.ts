import { createHash, type Hash } from 'node:crypto';
import { eachStored } from '../ports/documents.ts';
import type { Doc, Store } from '../ports/store.ts';
import { storedTypes } from '../records/stored-types.ts';

/** What a store has of one type in one unit. */
export interface Sum {
  readonly unit: string;
  readonly type: string;
  readonly count: number;
  /** SHA-256 in hex of the documents in the order of their ids, without what the store adds. */
  readonly sha256: string;
}

/** @param as what each document would be in the other store */
export async function sumsOf(store: Store, as: (doc: Doc) => Doc = (doc) => doc): Promise<readonly Sum[]> {
  const sums: Sum[] = [];
  for (const type of storedTypes)
    for (const unit of [...(await store.totals(type)).keys()].sort()) {
      const hash = createHash('sha256');
      let count = 0;
      for await (const { doc } of eachStored(store, { unit, type })) {
        count += 1;
        add(hash, as(doc));
      }
      sums.push({ unit, type, count, sha256: hash.digest('hex') });
    }
  return sums;
}

/** What stands in one list and not in the other, as lines to be read; none when they are the same. */
export function differences(from: readonly Sum[], to: readonly Sum[]): string[] {
  const keyed = (sums: readonly Sum[]) => new Map(sums.map((sum) => [`${sum.unit} ${sum.type}`, sum]));
  const [before, after] = [keyed(from), keyed(to)];
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((key) => {
    const [a, b] = [before.get(key), after.get(key)];
    if (a?.sha256 === b?.sha256) return [];
    return [
      `${key}: ${a?.count ?? 0} documents, and ${b?.count ?? 0} there${a?.count === b?.count ? ' that differ' : ''}`,
    ];
  });
}

const add = (hash: Hash, doc: Doc): Hash => hash.update(canonical(doc)).update('\n');

/** The same text whichever order a store keeps the names of an object in. */
export const canonical = (doc: Doc): string =>
  JSON.stringify(doc, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
