import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { type Store, StoreError } from '../../ports/store.ts';
import { prepareSchema } from './schema.ts';
import { SqliteStore } from './sqlite-store.ts';

export interface SqliteOptions {
  /** The file, made with its directories when absent; `:memory:` for a store that lasts as long as it is open. */
  readonly path: string;
  /** How long a commit waits, blocking the process, for another process that writes. */
  readonly busyTimeoutMs?: number;
}

/**
 * Every acknowledged commit survives the end of the process and, as far as the disk keeps its word, of the machine.
 * @throws StoreError naming the path: Unavailable (not a database, not writable, cause kept), TooNew (a later release wrote it)
 */
export function openSqliteStore({ path, busyTimeoutMs = 5_000 }: SqliteOptions): Store {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    const db = new Database(path);
    try {
      db.pragma(`busy_timeout = ${busyTimeoutMs}`);
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
      prepareSchema(db, path);
      return new SqliteStore(db);
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    throw new StoreError('Unavailable', path, { cause });
  }
}
