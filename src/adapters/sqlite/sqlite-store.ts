import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type Database from 'libsql';
import { checkCommit, checkId, checkIds, checkLimit } from '../../ports/limits.ts';
import {
  type Change,
  type Doc,
  type Page,
  type Query,
  type Store,
  type Stored,
  StoreError,
} from '../../ports/store.ts';
import { type Row, toStored, toValues } from './row.ts';
import { SQL } from './sql.ts';
import { transact } from './transact.ts';

type Statements = Record<keyof typeof SQL, Database.Statement>;
type Head = Pick<Row, 'etag' | 'type' | 'fields'>;

/** At 0.2 ms a commit, other work waits 5 ms for a loop over the store. */
const CALLS_PER_TURN = 25;
const ROWS_PER_TURN = 100;

/** The store on one connection. The engine is synchronous, so a commit is never interleaved with another of this process. */
export class SqliteStore implements Store {
  readonly #db: Database.Database;
  readonly #sql: Statements;
  #isOpen = true;
  #calls = 0;

  /** @param db configured and at the current schema */
  constructor(db: Database.Database) {
    this.#db = db;
    this.#sql = Object.fromEntries(Object.entries(SQL).map(([name, text]) => [name, db.prepare(text)])) as Statements;
  }

  async get(unit: string, id: string): Promise<Stored | undefined> {
    checkId(id);
    return (await this.#rows('get', id, unit))[0];
  }

  async getMany(unit: string, ids: readonly string[]): Promise<ReadonlyMap<string, Stored>> {
    checkIds(ids);
    return this.#ask(() => {
      const found = new Map<string, Stored>();
      for (const id of new Set(ids)) {
        // The engine is in the process: a hundred point reads cost what one call with a hundred ids would.
        const [row] = this.#sql.get.all(id, unit) as Row[];
        if (row !== undefined) found.set(id, toStored(row));
      }
      return found;
    });
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
    // The only read that takes longer the more there is: 10 ms for a hundred thousand.
    await nextTurn();
    const [row] = (await this.#ask(() =>
      where ? this.#sql.countByField.all(type, unit, where.field, where.equals) : this.#sql.countByType.all(type, unit),
    )) as { total: number }[];
    return row?.total ?? 0;
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
    checkCommit(unit, changes);
    if (changes.length === 0) return new Map();
    return this.#ask(() =>
      transact(this.#db, () => {
        const etags = new Map<string, string>();
        for (const change of changes) {
          if (change.op === 'create') etags.set(change.doc.id, this.#create(change.doc));
          else if (change.op === 'replace') etags.set(change.doc.id, this.#replace(change.doc, change.etag));
          else this.#delete(unit, change.id, change.etag);
        }
        return etags;
      }),
    );
  }

  async close(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    // The engine keeps its lock on the log until the statements are collected: leave nothing in the log that a copy would miss.
    this.#db.pragma('wal_checkpoint(TRUNCATE)');
    this.#db.close();
  }

  #create(doc: Doc): string {
    const etag = randomUUID();
    if (this.#sql.insert.run(doc.unit, doc.id, ...toValues(doc, etag)).changes === 0)
      throw new StoreError('Duplicate', doc.id);
    this.#addFields(doc);
    return etag;
  }

  #replace(doc: Doc, expected: string): string {
    const old = this.#head(doc.unit, doc.id, expected);
    const etag = randomUUID();
    this.#sql.update.run(...toValues(doc, etag), doc.id, doc.unit);
    if (old.type !== doc.type || old.fields !== JSON.stringify(doc.index)) {
      this.#removeFields(doc.unit, doc.id, old);
      this.#addFields(doc);
    }
    return etag;
  }

  #delete(unit: string, id: string, expected: string): void {
    const old = this.#head(unit, id, expected);
    this.#removeFields(unit, id, old);
    this.#sql.remove.run(id, unit);
  }

  #head(unit: string, id: string, expected: string): Head {
    const [head] = this.#sql.head.all(id, unit) as Head[];
    if (head?.etag !== expected) throw new StoreError('Conflict', id);
    return head;
  }

  #addFields({ unit, type, id, index }: Doc): void {
    for (const [field, value] of Object.entries(index)) this.#sql.addField.run(unit, type, field, value, id);
  }

  #removeFields(unit: string, id: string, { type, fields }: Head): void {
    for (const [field, value] of Object.entries(JSON.parse(fields) as Doc['index']))
      this.#sql.removeField.run(unit, type, field, value, id);
  }

  #rows(name: keyof typeof SQL, ...values: readonly unknown[]): Promise<Stored[]> {
    return this.#ask(() => (this.#sql[name].all(...values) as Row[]).map(toStored));
  }

  /** Whatever the engine throws leaves the outcome in doubt; what the store itself refuses does not. */
  async #ask<T>(work: () => T): Promise<T> {
    // The engine answers at once, so a loop that awaits only the store would keep all else waiting, and the engine's rows in
    // memory: they are released between turns.
    this.#calls += 1;
    if (this.#calls % CALLS_PER_TURN === 0) await nextTurn();
    // Checked here because prepared statements of a closed connection still answer.
    if (!this.#isOpen) throw new StoreError('Unavailable', undefined, { cause: new Error('the store is closed') });
    try {
      return work();
    } catch (cause) {
      if (cause instanceof StoreError) throw cause;
      throw new StoreError('Unavailable', undefined, { cause });
    }
  }
}
