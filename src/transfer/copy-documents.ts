import { eachStored } from '../ports/documents.ts';
import { changeBytes, MAX_CHANGES, MAX_COMMIT_BYTES, MAX_IDS } from '../ports/limits.ts';
import type { Change, Doc, Store } from '../ports/store.ts';
import { storedTypes } from '../records/stored-types.ts';
import { TransferRefusal } from './refusal.ts';
import { canonical } from './sums.ts';

/** What a document becomes on the way. */
export type As = (doc: Doc) => Doc;

/** Every document into another store, as it is: also its count of writes, and what it owes. What is there already is passed over. */
export async function copyDocuments(from: Store, to: Store, as: As): Promise<void> {
  for await (const { unit, docs } of batches(from, MAX_CHANGES)) {
    const there = await to.getMany(unit, idsOf(docs));
    const missing = docs.filter(({ id }) => !there.has(id));
    for (const changes of bySize(missing.map((doc) => ({ op: 'create', doc: as(doc) }))))
      await to.commit(unit, changes);
  }
}

/**
 * A store that is copied into has nothing, or a part of what comes: a copy that broke off.
 * @throws TransferRefusal naming a document that is another's
 */
export async function requirePartOf(from: Store, to: Store, as: As): Promise<void> {
  for await (const { unit, docs } of batches(to, MAX_IDS)) {
    const source = await from.getMany(unit, idsOf(docs));
    for (const doc of docs) {
      const same = source.get(doc.id);
      if (same === undefined || canonical(as(same.doc)) !== canonical(doc))
        throw new TransferRefusal(
          `what is copied into has documents of its own, such as ${doc.id} of ${unit}: it must be empty`,
        );
    }
  }
}

interface Batch {
  readonly unit: string;
  readonly docs: readonly Doc[];
}

async function* batches(store: Store, size: number): AsyncGenerator<Batch> {
  for (const type of storedTypes)
    for (const unit of (await store.totals(type)).keys()) {
      let docs: Doc[] = [];
      for await (const { doc } of eachStored(store, { unit, type })) {
        docs.push(doc);
        if (docs.length < size) continue;
        yield { unit, docs };
        docs = [];
      }
      if (docs.length > 0) yield { unit, docs };
    }
}

const idsOf = (docs: readonly Doc[]): string[] => docs.map(({ id }) => id);

/** As many together as one commit takes. */
function* bySize(changes: readonly Change[]): Generator<Change[]> {
  let together: Change[] = [];
  let bytes = 0;
  for (const change of changes) {
    const more = changeBytes(change);
    if (together.length > 0 && bytes + more > MAX_COMMIT_BYTES) {
      yield together;
      together = [];
      bytes = 0;
    }
    together.push(change);
    bytes += more;
  }
  if (together.length > 0) yield together;
}
