import { DatabaseSync } from '@photostructure/sqlite';
import { type Store, StoreError } from '../../ports/store.ts';
import { SCHEMA_VERSION } from './schema.ts';
import { SqliteStore } from './sqlite-store.ts';

/** What the file says of itself. */
export interface Readable {
  /** What the engine found damaged; empty when nothing is. */
  readonly damage: string;
  /** Any write throws. */
  readonly store: Omit<Store, 'commit' | 'close'>;
  close(): void;
}

/**
 * The embedded store, to look into while the bot runs: nothing is made, changed or locked.
 * @throws StoreError TooNew when a later release wrote the file; what the engine says of one that is absent or no database of ours
 */
export function openReadOnly(path: string): Readable {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
    if (version > SCHEMA_VERSION) throw new StoreError('TooNew', path);
    const { quick_check: found } = db.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
    const store = new SqliteStore(db, { sync: () => Promise.resolve(), close: () => undefined });
    return { damage: found === 'ok' ? '' : found, store, close: () => db.close() };
  } catch (error) {
    db.close();
    throw error;
  }
}
