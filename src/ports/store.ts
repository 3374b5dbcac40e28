import type { Where } from '../records/record.ts';

/**
 * Versioned JSON documents, partitioned by unit (one awarding authority).
 * The limits are those of Cosmos DB, enforced by every adapter: an id is at most 1,023 bytes of UTF-8 without `/ \ ? #`
 * and not `.` or `..`, a document at most 2 MB, a commit at most 100 changes and 2 MB of one unit.
 */
export interface Doc {
  readonly unit: string;
  readonly tenant: string;
  readonly id: string;
  readonly type: string;
  /** Version of the shape of `data`. */
  readonly v: number;
  /** 1 when created, one more at each replace; set by the caller. */
  readonly rev: number;
  /** Present only while the document owes work; together with `dueAt` it is what `due` finds. */
  readonly lane?: string;
  /** UTC instant, `yyyy-MM-ddTHH:mm:ss.SSSZ`. */
  readonly dueAt?: string;
  /** Declared indexed fields: name to value. */
  readonly index: Readonly<Record<string, string>>;
  readonly data: unknown;
}

export interface Stored {
  readonly doc: Doc;
  readonly etag: string;
}

export type Change =
  | { readonly op: 'create'; readonly doc: Doc }
  | { readonly op: 'replace'; readonly doc: Doc; readonly etag: string }
  | { readonly op: 'delete'; readonly id: string; readonly etag: string };

export interface Query {
  readonly unit: string;
  readonly type: string;
  readonly where?: Where;
  /** Only ids greater than this one, in code-point order. */
  readonly after?: string;
  readonly limit: number;
}

/** Which values to count: those of one field of one type that begin so. */
export interface CountBy extends Pick<Query, 'unit' | 'type'> {
  readonly field: string;
  /** Empty = every value. */
  readonly prefix: string;
}

export interface Page {
  readonly items: readonly Stored[];
  /** Pass as `after` to go on; absent on the last page. */
  readonly next?: string;
}

/** What can be asked of one unit's documents. */
export interface StoreReads {
  get(unit: string, id: string): Promise<Stored | undefined>;
  /**
   * Up to 100 documents of the unit in one call, by id, in the order asked: an id asked twice is answered once, one that is not there
   * is missing. Not one moment's picture where another process writes.
   * @throws StoreError TooLarge for more than 100 ids, BadId, Unavailable
   */
  getMany(unit: string, ids: readonly string[]): Promise<ReadonlyMap<string, Stored>>;
  query(query: Query): Promise<Page>;
  /** How many documents `query` would find in all its pages, from the index alone. */
  count(query: Pick<Query, 'unit' | 'type' | 'where'>): Promise<number>;
  /** How many documents have each value of a declared field, from the index alone. A value that none has is missing. */
  countBy(query: CountBy): Promise<ReadonlyMap<string, number>>;
}

export interface Store extends StoreReads {
  /**
   * All or nothing. Answers the new etag of each created or replaced id.
   * @throws StoreError Duplicate (created id exists), Conflict (etag differs or document is gone), TooLarge, BadId, Unavailable (outcome unknown)
   */
  commit(unit: string, changes: readonly Change[]): Promise<ReadonlyMap<string, string>>;
  /** Across units: every document with this id (who is this person). */
  findEverywhere(id: string): Promise<readonly Stored[]>;
  /** Across units: documents of the lane whose `dueAt` ≤ `until`, soonest first. */
  due(query: { readonly lane: string; readonly until: string; readonly limit: number }): Promise<readonly Stored[]>;
  /** Across units: how many documents of the type each unit has. */
  totals(type: string): Promise<ReadonlyMap<string, number>>;
  close(): Promise<void>;
}

export type StoreErrorCode = 'Conflict' | 'Duplicate' | 'TooNew' | 'TooLarge' | 'BadId' | 'Unavailable';

/** What a store may refuse. `id` names the document where one is to blame. */
export class StoreError extends Error {
  constructor(
    readonly code: StoreErrorCode,
    readonly id?: string,
    options?: ErrorOptions,
  ) {
    super(id === undefined ? code : `${code}: ${id}`, options);
    this.name = 'StoreError';
  }
}
