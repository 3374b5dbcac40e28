import type { FileName, Files } from '../ports/files.ts';
import type { Lease } from '../ports/lease.ts';
import type { Store } from '../ports/store.ts';

/** Where a centre's data are. */
export interface Place {
  readonly store: Store;
  readonly files: Files;
  readonly lease: Lease;
}

/** The files that the records of a store name. */
export type NamedIn = (store: Store) => AsyncIterable<FileName>;
