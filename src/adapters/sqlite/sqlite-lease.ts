import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Lease } from '../../ports/lease.ts';
import { StoreError } from '../../ports/store.ts';
import { restrict } from './restrict.ts';

const SQLITE_BUSY = 5;

/** The journal, which nothing is written to, stays in memory: a process that is killed leaves no second file behind. */
const TAKE = 'PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE';

/**
 * The lease as a lock on an empty file: the operating system takes it from a process that ends, however it ends, and from no other.
 * The lock is the process's. Reading the file by other means in the holding process, to copy it for instance, loses the lock
 * unseen; so does removing the file.
 */
export class SqliteLease implements Lease {
  readonly #path: string;
  #db: DatabaseSyncInstance | undefined;
  #isHeld = false;

  /** @param path of a file of its own, made when absent; `:memory:` is always free */
  constructor(path: string) {
    this.#path = path;
    this.#db = open(path);
  }

  async acquire(): Promise<boolean> {
    if (this.#isHeld) return true;
    try {
      this.#db ??= open(this.#path);
      this.#db.exec(TAKE);
      this.#isHeld = true;
    } catch (cause) {
      if (!isBusy(cause)) throw unavailable(this.#path, cause);
    }
    return this.#isHeld;
  }

  remainingMs(): number {
    return this.#isHeld ? Number.POSITIVE_INFINITY : 0;
  }

  async release(): Promise<void> {
    this.#db?.close();
    this.#db = undefined;
    this.#isHeld = false;
  }
}

function open(path: string): DatabaseSyncInstance {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // Who is not the holder must not stand still, and the whole process with him, until he is.
    const db = new DatabaseSync(path, { timeout: 0 });
    // A lock taken by a reader would stop the sender.
    restrict(path);
    return db;
  } catch (cause) {
    throw unavailable(path, cause);
  }
}

/** The low byte; the rest says why it is busy. */
const isBusy = (error: unknown): boolean => ((error as { errcode?: number }).errcode ?? 0) % 256 === SQLITE_BUSY;

const unavailable = (path: string, cause: unknown): StoreError => new StoreError('Unavailable', path, { cause });
