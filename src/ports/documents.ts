import type { Loaded, RecordType, Scope, Where } from '../records/record.ts';
import { MAX_IDS } from './limits.ts';
import { type Change, type Doc, type Page, type Query, type Stored, StoreError, type StoreReads } from './store.ts';

/** Records that nearly every turn reads, as last read: what an etag stands for never changes, and checking a shape costs more than reading it. */
const known = new Map<string, Loaded<unknown>>();
const mostKnown = 4_000;

/** Reads a stored document as its record: upcasts older shapes, refuses newer ones with TooNew. */
export function decode<T>(type: RecordType<T>, stored: Stored): Loaded<T> {
  if (!type.isOften) return read(type, stored);
  const { unit, id, v, rev } = stored.doc;
  const key = [unit, id, v, rev, stored.etag].join(' ');
  const before = known.get(key);
  if (before !== undefined) return before as Loaded<T>;
  const loaded = read(type, stored);
  if (known.size >= mostKnown) for (const old of [...known.keys()].slice(0, mostKnown / 4)) known.delete(old);
  known.set(key, loaded);
  return loaded;
}

/** The data of a document that is about to be written. */
export const dataOf = <T>(type: RecordType<T>, doc: Doc): T =>
  doc.v === type.v ? (doc.data as T) : read(type, { doc, etag: '' }).data;

function read<T>(type: RecordType<T>, { doc, etag }: Stored): Loaded<T> {
  if (doc.v > type.v) throw new StoreError('TooNew', doc.id);
  let data = doc.data;
  for (let v = doc.v; v < type.v; v++) data = type.upcasts[v]?.(data);
  return { tenant: doc.tenant, unit: doc.unit, id: doc.id, rev: doc.rev, etag, data: type.schema.parse(data) };
}

export async function load<T>(
  store: StoreReads,
  unit: string,
  type: RecordType<T>,
  id: string,
): Promise<Loaded<T> | undefined> {
  const stored = await store.get(unit, id);
  // An id from a card may be that of another kind of record.
  return stored === undefined || stored.doc.type !== type.type ? undefined : decode(type, stored);
}

/**
 * As `load`, for many ids: the records by id, in the order asked. Who is not there, or is another kind of record, is missing.
 * One call to the store for each 100 ids.
 */
export async function loadMany<T>(
  store: StoreReads,
  unit: string,
  type: RecordType<T>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Loaded<T>>> {
  const wanted = [...new Set(ids)];
  const found = new Map<string, Loaded<T>>();
  for (let start = 0; start < wanted.length; start += MAX_IDS) {
    const batch = await store.getMany(unit, wanted.slice(start, start + MAX_IDS));
    for (const [id, stored] of batch) if (stored.doc.type === type.type) found.set(id, decode(type, stored));
  }
  return found;
}

interface Listing<T> {
  readonly unit: string;
  readonly type: RecordType<T>;
  readonly where?: Where;
}

const pageSize = 200;

/** Every matching document in id order, read page by page; stop the loop and no more is read. */
export async function* eachStored(
  store: Pick<StoreReads, 'query'>,
  listing: Pick<Query, 'unit' | 'type' | 'where'>,
): AsyncGenerator<Stored> {
  let after: string | undefined;
  do {
    const page: Page = await store.query({ ...listing, limit: pageSize, ...(after === undefined ? {} : { after }) });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

/** As `eachStored`, as records. */
export async function* each<T>(store: StoreReads, { type, ...listing }: Listing<T>): AsyncGenerator<Loaded<T>> {
  for await (const stored of eachStored(store, { ...listing, type: type.type })) yield decode(type, stored);
}

/** As `each`, gathered; for lists bounded by a department, a dossier or a round of one unit. */
export async function list<T>(store: StoreReads, listing: Listing<T>): Promise<Loaded<T>[]> {
  const all: Loaded<T>[] = [];
  for await (const record of each(store, listing)) all.push(record);
  return all;
}

function envelope<T>(type: RecordType<T>, at: Scope & { id: string; rev: number }, data: NoInfer<T>): Doc {
  const owed = type.owed(data);
  return {
    unit: at.unit,
    tenant: at.tenant,
    id: at.id,
    type: type.type,
    v: type.v,
    rev: at.rev,
    index: type.index(data),
    data,
    ...(owed === undefined ? {} : { lane: owed.lane, dueAt: owed.dueAt }),
  };
}

export function create<T>(type: RecordType<T>, scope: Scope, id: string, data: NoInfer<T>): Change {
  return { op: 'create', doc: envelope(type, { tenant: scope.tenant, unit: scope.unit, id, rev: 1 }, data) };
}

/** Succeeds only if the record is still as `loaded` was read. */
export function replace<T>(type: RecordType<T>, loaded: Loaded<NoInfer<T>>, data: NoInfer<T>): Change {
  return { op: 'replace', doc: envelope(type, { ...loaded, rev: loaded.rev + 1 }, data), etag: loaded.etag };
}

/** The record as it is, in its present shape. It stays the same revision, by which cards know it: nothing has happened to it. */
export function anew<T>(type: RecordType<T>, loaded: Loaded<T>): Change {
  return { op: 'replace', doc: envelope(type, loaded, loaded.data), etag: loaded.etag };
}

export function remove<T>(loaded: Loaded<T>): Change {
  return { op: 'delete', id: loaded.id, etag: loaded.etag };
}

/** Creates when there was nothing to load, replaces otherwise. */
export function put<T>(
  type: RecordType<T>,
  at: Scope & { id: string },
  loaded: Loaded<T> | undefined,
  data: T,
): Change {
  return loaded === undefined ? create(type, at, at.id, data) : replace(type, loaded, data);
}
