import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { StoreError } from '../../ports/store.ts';
import { restrict } from './restrict.ts';
import { prepareSchema } from './schema.ts';

export interface SqliteOptions {
  /** The file, made with its directories when absent, for this user alone; `:memory:` for a store that lasts as long as it is open. */
  readonly path: string;
  /** How long a commit waits, blocking the process, for another process that writes. */
  readonly busyTimeoutMs?: number;
}

const makingMs = 2_000;

/**
 * A file without a byte had a content once: a full disk or a failed copy took it, and to begin anew would hide that. One that is just
 * being made by another process has some in a moment.
 * @throws StoreError Unavailable, with what to do as its cause
 */
function refuseEmptied(path: string): void {
  const isEmpty = (): boolean => statSync(path, { throwIfNoEntry: false })?.size === 0;
  const until = performance.now() + makingMs;
  while (isEmpty() && performance.now() < until) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  if (!isEmpty()) return;
  const cause = new Error('the database is empty: put back a backup, or remove the file to begin anew');
  throw new StoreError('Unavailable', path, { cause });
}

/**
 * A connection on a file at the current schema. What it commits is in the file's log, and safe from the end of the process, but the disk has
 * it only once the log is synced (`log-sync.ts`); the engine itself waits for the disk only before it moves the log into the file.
 */
export function openDatabase({ path, busyTimeoutMs = 5_000 }: SqliteOptions): DatabaseSyncInstance {
  if (path !== ':memory:') {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    refuseEmptied(path);
  }
  const db = new DatabaseSync(path, { timeout: busyTimeoutMs });
  try {
    restrict(path);
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    prepareSchema(db, path);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
