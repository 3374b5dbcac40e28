import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { StoreError } from '../../ports/store.ts';
import { transact } from './transact.ts';

/** Kept in `PRAGMA user_version`. A change here needs a step in `prepareSchema` that takes files of every older version along. */
export const SCHEMA_VERSION = 1;

/**
 * `documents` keeps its rowid, because rows are large; `document_fields` is all key, one row per declared indexed field.
 * The key starts with `id`, so that it answers both the point read and the search across units.
 */
const CREATE = `
  CREATE TABLE documents (
    unit TEXT NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL, tenant TEXT NOT NULL,
    v INTEGER NOT NULL, rev INTEGER NOT NULL, etag TEXT NOT NULL,
    lane TEXT, due_at TEXT, fields TEXT NOT NULL, data TEXT,
    PRIMARY KEY (id, unit)
  ) STRICT;
  CREATE INDEX documents_by_type ON documents (type, unit, id);
  CREATE INDEX documents_due ON documents (lane, due_at, id, unit) WHERE lane IS NOT NULL;
  CREATE TABLE document_fields (
    unit TEXT NOT NULL, type TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, id TEXT NOT NULL,
    PRIMARY KEY (unit, type, field, value, id)
  ) STRICT, WITHOUT ROWID;`;

/**
 * Leaves the file at `SCHEMA_VERSION`. Writes even when there is nothing to do, so that a read-only file is refused at start
 * and not at the first commit (the write lock alone is granted on one).
 * @throws StoreError TooNew when a later release wrote the file
 */
export function prepareSchema(db: DatabaseSyncInstance, path: string): void {
  transact(db, () => {
    const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
    if (version > SCHEMA_VERSION) throw new StoreError('TooNew', path);
    if (version === 0) db.exec(CREATE);
    db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  });
}
