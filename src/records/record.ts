import type { z } from 'zod';

/** Whose documents: the Teams tenant and the unit (one awarding authority) inside it. */
export interface Scope {
  readonly tenant: string;
  readonly unit: string;
}

/** A record as read: what a later replace needs to be safe. */
export interface Loaded<T> extends Scope {
  readonly id: string;
  /** Counts the writes of this record; cards carry it to tell that they are stale. */
  readonly rev: number;
  readonly etag: string;
  readonly data: T;
}

/** A declared indexed field and its value. */
export interface Where {
  readonly field: string;
  readonly equals: string;
}

/** What a record is found by: the same builders that queries use, so that a key is spelt once. */
export const indexed = (...keys: readonly (Where | undefined)[]): Readonly<Record<string, string>> =>
  Object.fromEntries(keys.flatMap((key) => (key === undefined ? [] : [[key.field, key.equals]])));

/** When a record owes work: the lane whose handler takes it, and the UTC instant from which. */
export interface Owed {
  readonly lane: string;
  readonly dueAt: string;
}

/**
 * One stored shape. To change it: raise `v`, add the upcast from the version before under its number,
 * keep a golden document of every version in test/records, and release the reader one release before the writer.
 */
export interface RecordType<T> {
  readonly type: string;
  readonly v: number;
  readonly schema: z.ZodType<T>;
  /** From version n to n + 1, pure. */
  readonly upcasts: Readonly<Record<number, (data: unknown) => unknown>>;
  readonly index: (data: T) => Readonly<Record<string, string>>;
  readonly owed: (data: T) => Owed | undefined;
  /** Small, read again and again and seldom written: kept in memory once it was read. */
  readonly isOften: boolean;
}

interface RecordSpec<T> {
  type: string;
  v: number;
  schema: z.ZodType<T>;
  upcasts?: Readonly<Record<number, (data: unknown) => unknown>>;
  index?: (data: T) => Readonly<Record<string, string>>;
  owed?: (data: T) => Owed | undefined;
  isOften?: boolean;
}

export function defineRecord<T>(spec: RecordSpec<T>): RecordType<T> {
  return { upcasts: {}, index: () => ({}), owed: () => undefined, isOften: false, ...spec };
}
