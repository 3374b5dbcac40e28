import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import type { Store } from '../../src/ports/store.ts';

/** The real embedded store, in memory: empty, and gone when closed. */
export function memoryStore(): Store {
  return openSqliteStore({ path: ':memory:' });
}
