import type { Loaded, RecordType, Where } from '../records/record.ts';

/** Reads of the turn's unit; each document is read from the store once. */
export interface Reads {
  /** Undefined too when the id is that of another kind of record: ids come from cards. */
  get<T>(type: RecordType<T>, id: string): Promise<Loaded<T> | undefined>;
  /** By id, in the order asked; what is not there is missing. */
  getMany<T>(type: RecordType<T>, ids: readonly string[]): Promise<ReadonlyMap<string, Loaded<T>>>;
  /** Every matching record in id order; for lists bounded by a department, a dossier or a round of one unit. */
  list<T>(type: RecordType<T>, where?: Where): Promise<Loaded<T>[]>;
  /** As `list`, page by page and not remembered: stop the loop and no more is read. */
  each<T>(type: RecordType<T>, where?: Where): AsyncGenerator<Loaded<T>>;
  /** From the index alone. */
  count<T>(type: RecordType<T>, where?: Where): Promise<number>;
  /** How many have each value of a declared field that begins so; from the index alone. */
  countBy<T>(type: RecordType<T>, field: string, prefix?: string): Promise<ReadonlyMap<string, number>>;
}
