import { type Store, StoreError } from '../../ports/store.ts';
import { openLogSync } from './log-sync.ts';
import { openDatabase, type SqliteOptions } from './open-database.ts';
import { SqliteStore } from './sqlite-store.ts';

export interface SqliteStoreOptions extends SqliteOptions {
  /** Told once when the disk did not keep what was written: from then on the store answers nothing. */
  readonly onLost?: (error: StoreError) => void;
}

/**
 * Every acknowledged commit survives the end of the process and, as far as the disk keeps its word, of the machine.
 * @throws StoreError naming the path: Unavailable (not a database, not writable, cause kept), TooNew (a later release wrote it)
 */
export function openSqliteStore(options: SqliteStoreOptions): Store {
  try {
    return opened(options);
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    throw new StoreError('Unavailable', options.path, { cause });
  }
}

function opened(options: SqliteStoreOptions): Store {
  const db = openDatabase(options);
  try {
    return new SqliteStore(db, openLogSync(options.path), options.onLost);
  } catch (error) {
    db.close();
    throw error;
  }
}
