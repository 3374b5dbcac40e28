import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { checkCommit, checkId, checkIds, checkLimit } from '../../ports/limits.ts';
import {
  type Change,
  type CountBy,
  type Page,
  type Query,
  type Store,
  type Stored,
  StoreError,
} from '../../ports/store.ts';
import { type CommitQueue, createCommitQueue } from './commit-queue.ts';
import type { LogSync } from './log-sync.ts';
import { toStoreError } from './refusal.ts';
import { type Row, toStored } from './row.ts';
import { prepareStatements, type Statements } from './statements.ts';
import { toWrite } from './write.ts';

/** Reads until the rest of the process gets its turn: at 0.01 ms each it waits less than a millisecond for a loop over the store. */
const CALLS_PER_TURN = 25;
const ROWS_PER_TURN = 100;
/** Above every letter. */
const HIGHEST = '\u{10FFFF}';

/** The store on one connection. The engine is synchronous: nothing of this process comes between the writes of a commit. */
export class SqliteStore implements Store {
  readonly #db: DatabaseSyncInstance;
  readonly #log: LogSync;
  readonly #sql: Statements;
  readonly #commits: CommitQueue;
  #isOpen = true;
  #calls = 0;

  /**
   * @param db configured and at the current schema
   * @param log of the same file
   * @param onLost told once when the disk did not keep what was written: from then on the store answers nothing
   */
  constructor(db: DatabaseSyncInstance, log: LogSync, onLost: (error: StoreError) => void = () => undefined) {
    this.#db = db;
    this.#log = log;
    this.#sql = prepareStatements(db);
    this.#commits = createCommitQueue({ db, sql: this.#sql, sync: log.sync, onLost });
  }

  async get(unit: string, id: string): Promise<Stored | undefined> {
    checkId(id);
    return this.#ask(() => {
      const row = this.#sql.get.get(id, unit) as Row | undefined;
      return row && toStored(row);
    });
  }

  async getMany(unit: string, ids: readonly string[]): Promise<ReadonlyMap<string, Stored>> {
    checkIds(ids);
    const found = await this.#rows('many', JSON.stringify([...new Set(ids)]), unit);
    return new Map(found.map((stored) => [stored.doc.id, stored]));
  }

  async query({ unit, type, where, after = '', limit }: Query): Promise<Page> {
    checkLimit(limit);
    // One more than asked for tells whether there is a next page.
    const found = where
      ? await this.#rows('byField', type, unit, where.field, where.equals, after, limit + 1)
      : await this.#rows('byType', type, unit, after, limit + 1);
    // A long page takes milliseconds, here and with whoever reads it: a loop over thousands must not keep all else waiting.
    if (found.length > ROWS_PER_TURN) await nextTurn();
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return found.length > limit && last ? { items, next: last.doc.id } : { items };
  }

  async count({ unit, type, where }: Pick<Query, 'unit' | 'type' | 'where'>): Promise<number> {
    // It takes longer the more there is, as `countBy` does: 10 ms for a hundred thousand.
    await nextTurn();
    const { total } = (await this.#ask(() =>
      where ? this.#sql.countByField.get(type, unit, where.field, where.equals) : this.#sql.countByType.get(type, unit),
    )) as { total: number };
    return total;
  }

  async countBy({ unit, type, field, prefix }: CountBy): Promise<ReadonlyMap<string, number>> {
    await nextTurn();
    const rows = (await this.#ask(() => this.#sql.countBy.all(type, unit, field, prefix, `${prefix}${HIGHEST}`))) as {
      value: string;
      total: number;
    }[];
    return new Map(rows.map(({ value, total }) => [value, total]));
  }

  async findEverywhere(id: string): Promise<readonly Stored[]> {
    checkId(id);
    return this.#rows('everywhere', id);
  }

  async due({ lane, until, limit }: { lane: string; until: string; limit: number }): Promise<readonly Stored[]> {
    checkLimit(limit);
    return this.#rows('due', lane, until, limit);
  }

  async totals(type: string): Promise<ReadonlyMap<string, number>> {
    const rows = (await this.#ask(() => this.#sql.totals.all(type))) as { unit: string; total: number }[];
    return new Map(rows.map(({ unit, total }) => [unit, total]));
  }

  async commit(unit: string, changes: readonly Change[]): Promise<ReadonlyMap<string, string>> {
    const bytes = checkCommit(unit, changes);
    if (changes.length === 0) return new Map();
    this.#assertOpen();
    return this.#commits.add(
      changes.map((change) => toWrite(unit, change)),
      bytes,
    );
  }

  async close(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    await this.#commits.idle();
    // The engine keeps the log until the statements are collected: leave nothing in it that a copy would miss.
    this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.#log.close();
    this.#db.close();
  }

  #rows(name: 'many' | 'byField' | 'byType' | 'everywhere' | 'due', ...values: readonly unknown[]): Promise<Stored[]> {
    return this.#ask(() => (this.#sql[name].all(...values) as Row[]).map(toStored));
  }

  async #ask<T>(work: () => T): Promise<T> {
    // The engine answers at once, so a loop that awaits only the store would keep all else waiting.
    this.#calls += 1;
    if (this.#calls % CALLS_PER_TURN === 0) await nextTurn();
    this.#assertOpen();
    try {
      return work();
    } catch (error) {
      throw toStoreError(error);
    }
  }

  #assertOpen(): void {
    if (!this.#isOpen) throw new StoreError('Unavailable', undefined, { cause: new Error('the store is closed') });
    this.#commits.assertKept();
  }
}
