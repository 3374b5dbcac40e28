import { eachStored } from '../ports/documents.ts';
import {
  type Change,
  type CountBy,
  type Doc,
  type Page,
  type Query,
  type Store,
  type Stored,
  StoreError,
  type StoreReads,
} from '../ports/store.ts';
import { standingChanges } from '../ports/with-standings.ts';
import { createPointReads } from './point-reads.ts';

/** Etag of a document as the turn is going to write it: nobody else can have seen it. */
const unwritten = 'unwritten:';
let stagings = 0;

interface Staged {
  readonly change: Change;
  /** As the turn sees it from now on; undefined once deleted. */
  readonly doc: Doc | undefined;
  readonly etag: string;
}
type Listing = Pick<Query, 'type' | 'where'>;

/**
 * The documents of one unit as one turn sees them: each is read from the store once, and what the turn is going to write is already there.
 */
export interface Memory extends StoreReads {
  /** Every page of a query, remembered. */
  all(listing: Listing): Promise<readonly Stored[]>;
  /** @throws StoreError Conflict for a document that the turn has changed since it was read */
  stage(changes: readonly Change[]): void;
  /** What is to be written: one change a document. */
  readonly staged: readonly Change[];
  /** It is written. */
  settled(etags: ReadonlyMap<string, string>): void;
  /** What was read is read anew; what is to be written stays. */
  reread(): void;
  /** Nothing is known any more, and nothing is to be written. */
  forget(): void;
}

export function createMemory(store: Store, unit: string): Memory {
  const known = new Map<string, Promise<Stored | undefined>>();
  const lists = new Map<string, Promise<readonly Stored[]>>();
  const staged = new Map<string, Staged>();
  const point = createPointReads(store, unit);

  const here = (wanted: string): void => {
    if (wanted !== unit) throw new RangeError(`a turn of ${unit} reads nothing of ${wanted}`);
  };

  function get(id: string): Promise<Stored | undefined> {
    const change = staged.get(id);
    if (change !== undefined) return Promise.resolve(asStored(change));
    let reading = known.get(id);
    if (reading === undefined) {
      reading = point(id);
      known.set(id, reading);
    }
    return reading;
  }

  /** A part of a listing as the turn has changed it: from after the id `after` up to the id `upTo`. */
  function changed(items: readonly Stored[], listing: Listing & { after?: string; upTo?: string }): readonly Stored[] {
    if (staged.size === 0) return items;
    const { after = '', upTo } = listing;
    const kept = items.filter(({ doc }) => !staged.has(doc.id));
    const mine = [...staged.values()]
      .flatMap((change) => asStored(change) ?? [])
      .filter(({ doc }) => isListed(doc, listing) && doc.id > after && (upTo === undefined || doc.id <= upTo));
    return [...kept, ...mine].sort((a, b) => (a.doc.id < b.doc.id ? -1 : 1));
  }

  async function query(asked: Query): Promise<Page> {
    here(asked.unit);
    const page = await store.query(asked);
    const items = changed(page.items, page.next === undefined ? asked : { ...asked, upTo: page.next });
    return { ...page, items };
  }

  async function readAll(listing: Listing): Promise<readonly Stored[]> {
    const items: Stored[] = [];
    for await (const stored of eachStored(store, { unit, ...listing })) items.push(stored);
    for (const stored of items) if (!known.has(stored.doc.id)) known.set(stored.doc.id, Promise.resolve(stored));
    return items;
  }

  async function all(listing: Listing): Promise<readonly Stored[]> {
    const { type, where } = listing;
    const key = where === undefined ? type : `${type} ${where.field} ${where.equals}`;
    let reading = lists.get(key);
    if (reading === undefined) {
      reading = readAll(listing);
      lists.set(key, reading);
    }
    return changed(await reading, listing);
  }

  /** Each of these documents as it is stored, and as the turn leaves it. */
  async function* turned(
    changes: readonly Change[],
  ): AsyncGenerator<{ before: Doc | undefined; after: Doc | undefined }> {
    for (const change of changes) {
      const id = idOf(change);
      const before = change.op === 'create' ? undefined : await (known.get(id) ?? store.get(unit, id));
      yield { before: before?.doc, after: docOf(change) };
    }
  }
  const decided = (): Change[] => [...staged.values()].map(({ change }) => change);

  async function count(listing: Pick<Query, 'unit' | 'type' | 'where'>): Promise<number> {
    here(listing.unit);
    let n = await store.count(listing);
    for await (const { before, after } of turned(decided())) {
      n += Number(after !== undefined && isListed(after, listing));
      n -= Number(before !== undefined && isListed(before, listing));
    }
    return n;
  }

  async function countBy(asked: CountBy): Promise<ReadonlyMap<string, number>> {
    here(asked.unit);
    const counts = new Map(await store.countBy(asked));
    const add = (doc: Doc | undefined, n: number): void => {
      const value = doc?.type === asked.type ? doc.index[asked.field] : undefined;
      if (value?.startsWith(asked.prefix)) counts.set(value, (counts.get(value) ?? 0) + n);
    };
    const changes = decided();
    for await (const { before, after } of turned([...changes, ...(await standingChanges(store, unit, changes))])) {
      add(after, 1);
      add(before, -1);
    }
    return new Map([...counts].filter(([, n]) => n !== 0));
  }

  function stage(changes: readonly Change[]): void {
    for (const change of changes) {
      const id = idOf(change);
      const earlier = staged.get(id);
      stagings += 1;
      const etag = `${unwritten}${stagings}`;
      staged.set(id, { change: earlier === undefined ? change : merged(earlier, change), doc: docOf(change), etag });
    }
  }

  return {
    async get(of, id) {
      here(of);
      return get(id);
    },
    async getMany(of, ids) {
      here(of);
      const found = await Promise.all(ids.map(async (id) => [id, await get(id)] as const));
      return new Map(found.filter((each): each is readonly [string, Stored] => each[1] !== undefined));
    },
    query,
    count,
    countBy,
    all,
    stage,
    get staged() {
      return decided();
    },
    settled(etags) {
      for (const [id, { doc }] of staged) {
        const etag = etags.get(id);
        if (doc === undefined) known.set(id, Promise.resolve(undefined));
        else if (etag !== undefined) known.set(id, Promise.resolve({ doc, etag }));
        else known.delete(id);
      }
      for (const id of etags.keys()) if (!staged.has(id)) known.delete(id);
      staged.clear();
      lists.clear();
    },
    reread() {
      known.clear();
      lists.clear();
    },
    forget() {
      for (const map of [known, lists, staged]) map.clear();
    },
  };
}

export const idOf = (change: Change): string => (change.op === 'delete' ? change.id : change.doc.id);
const docOf = (change: Change): Doc | undefined => (change.op === 'delete' ? undefined : change.doc);
const asStored = ({ doc, etag }: Staged): Stored | undefined => doc && { doc, etag };

const isListed = (doc: Doc, { type, where }: Listing): boolean =>
  doc.type === type && (where === undefined || doc.index[where.field] === where.equals);

/** Two changes of one document as one. @throws StoreError Conflict when the later one was decided without knowing the earlier */
function merged({ change: first, doc }: Staged, then: Change): Change {
  const id = idOf(then);
  if (then.op === 'create') {
    if (doc !== undefined) throw new StoreError('Duplicate', id);
    // Deleted and created anew in one turn: what is stored is replaced.
    return first.op === 'create' ? then : { op: 'replace', doc: then.doc, etag: first.etag };
  }
  if (doc === undefined || !then.etag.startsWith(unwritten)) throw new StoreError('Conflict', id);
  if (then.op === 'replace')
    return first.op === 'create' ? { op: 'create', doc: then.doc } : { ...first, op: 'replace', doc: then.doc };
  throw new StoreError('Conflict', id);
}
