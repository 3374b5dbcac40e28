import { type Store, StoreError } from '../../ports/store.ts';
import { openLogSync } from './log-sync.ts';
import { openDatabase, type SqliteOptions } from './open-database.ts';
import { SqliteStore } from './sqlite-store.ts';

/**
 * Every acknowledged commit survives the end of the process and, as far as the disk keeps its word, of the machine.
 * @throws StoreError naming the path: Unavailable (not a database, not writable, cause kept), TooNew (a later release wrote it)
 */
export function openSqliteStore(options: SqliteOptions): Store {
  try {
    return opened(options);
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    throw new StoreError('Unavailable', options.path, { cause });
  }
}

function opened(options: SqliteOptions): Store {
  const db = openDatabase(options);
  try {
    return new SqliteStore(db, openLogSync(options.path));
  } catch (error) {
    db.close();
    throw error;
  }
}
