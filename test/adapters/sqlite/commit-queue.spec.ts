import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { createCommitQueue } from '../../../src/adapters/sqlite/commit-queue.ts';
import { openDatabase } from '../../../src/adapters/sqlite/open-database.ts';
import { prepareStatements } from '../../../src/adapters/sqlite/statements.ts';
import { toWrite } from '../../../src/adapters/sqlite/write.ts';
import { StoreError } from '../../../src/ports/store.ts';
import { aDoc } from '../../support/a-doc.ts';

describe('commit queue', () => {
  let db: DatabaseSyncInstance;
  /** What the connection is told, of the statements `insert` alone; `failing` is refused, once. */
  let told: string[];
  let failing: string | undefined;
  /** Stands for the disk; at once by default. */
  let sync: () => Promise<void>;
  let queue: ReturnType<typeof createCommitQueue>;

  beforeEach(() => {
    db = openDatabase({ path: ':memory:' });
    told = [];
    failing = undefined;
    const heard = {
      get isTransaction() {
        return db.isTransaction;
      },
      exec: (source: string): void => {
        told.push(source);
        if (source === failing) {
          failing = undefined;
          throw new Error(`${source} failed`);
        }
        db.exec(source);
      },
    };
    sync = () => Promise.resolve();
    const sql = prepareStatements(db);
    const insert: Pick<StatementSyncInstance, 'run'> = {
      run: (...values) => {
        told.push('insert');
        return sql.insert.run(...values);
      },
    };
    const heardSql = { ...sql, insert: insert as StatementSyncInstance };
    queue = createCommitQueue({ db: heard, sql: heardSql, sync: () => sync(), onLost: () => undefined });
  });
  afterEach(() => db.close());

  const add = (ids: readonly string[], bytes = 1_000) =>
    queue.add(
      ids.map((id) => toWrite('unit-1', { op: 'create', doc: aDoc({ id }) })),
      bytes,
    );
  const present = (): string[] =>
    (db.prepare('SELECT id FROM documents ORDER BY rowid').all() as { id: string }[]).map(({ id }) => id);
  /** Documents that each transaction wrote. */
  const groups = (): number[] =>
    told
      .join('|')
      .split('BEGIN IMMEDIATE')
      .slice(1)
      .map((one) => one.split('insert').length - 1);
  const codes = async (commits: readonly Promise<unknown>[]): Promise<string[]> =>
    (await Promise.allSettled(commits)).map((one) =>
      one.status === 'fulfilled' ? 'done' : one.reason instanceof StoreError ? one.reason.code : String(one.reason),
    );

  it('writes what is asked for in one turn in one transaction, in the order it came', async () => {
    const all = ['c', 'a', 'b'].map((id) => add([id]));
    assert.deepEqual(present(), [], 'not before the turn is over');
    await Promise.all(all);
    assert.deepEqual(present(), ['c', 'a', 'b']);
    assert.deepEqual(groups(), [3]);
  });

  it('lets the first of two that want the same win', async () => {
    assert.deepEqual(await codes([add(['a', 'x']), add(['b', 'x']), add(['c'])]), ['done', 'Duplicate', 'done']);
    assert.deepEqual(present(), ['a', 'x', 'c']);
  });

  it('writes nothing of one that is refused', async () => {
    await add(['a']);
    assert.deepEqual(await codes([add(['b', 'a'])]), ['Duplicate']);
    assert.deepEqual(told, ['BEGIN IMMEDIATE', 'insert', 'COMMIT', 'BEGIN IMMEDIATE', 'COMMIT']);
    assert.deepEqual(present(), ['a']);
  });

  it('writes nothing at all when the engine fails in the middle of one', async () => {
    const broken = { ...aDoc({ id: 'b' }), tenant: {} as string };
    const middle = queue.add([toWrite('unit-1', { op: 'create', doc: broken })], 1_000);
    assert.deepEqual(await codes([add(['a']), middle, add(['c'])]), Array(3).fill('Unavailable'));
    assert.deepEqual(present(), []);
  });

  it('puts into one transaction 400 writes and 8 MB at most, but always one commit', async () => {
    const hundred = (n: number) => Array.from({ length: 100 }, (_, i) => `${n}:${i}`);
    await Promise.all([0, 1, 2, 3, 4].map((n) => add(hundred(n))));
    assert.deepEqual(groups(), [400, 100]);
    told.length = 0;
    const megabyte = 1024 * 1024;
    await Promise.all([9, 3, 3, 2, 1].map((size, n) => add([`large:${n}`], size * megabyte)));
    assert.deepEqual(groups(), [1, 3, 1]);
  });

  for (const command of ['BEGIN IMMEDIATE', 'COMMIT'])
    it(`is Unavailable to all when ${command} fails, also to who would have been refused, and goes on`, async () => {
      failing = command;
      assert.deepEqual(await codes([add(['a']), add(['a']), add(['b'])]), Array(3).fill('Unavailable'));
      assert.deepEqual(present(), []);
      await add(['a']);
      assert.deepEqual(present(), ['a']);
    });

  it('answers and refuses only once the disk has it, and gathers meanwhile', async () => {
    const disk: (() => void)[] = [];
    const hasIt = async (): Promise<void> => {
      while (disk.length === 0) await nextTurn();
      disk.shift()?.();
    };
    sync = () => new Promise((resolve) => disk.push(resolve));
    const heard: string[] = [];
    const hear = (name: string, commit: Promise<unknown>): Promise<unknown> =>
      commit.then(
        () => heard.push(`${name} done`),
        (error: StoreError) => heard.push(`${name} ${error.code}`),
      );
    const first = [hear('a', add(['a'])), hear('a again', add(['a']))];
    while (disk.length === 0) await nextTurn();
    assert.deepEqual(present(), ['a'], 'written');
    const later = [hear('b', add(['b'])), hear('c', add(['c']))];
    await nextTurn();
    assert.deepEqual(heard, [], 'but not yet said');
    await hasIt();
    await Promise.all(first);
    assert.deepEqual(heard, ['a done', 'a again Duplicate']);
    await hasIt();
    await Promise.all(later);
    assert.deepEqual(groups(), [1, 2]);
  });

  it('trusts nothing any more once the disk has not kept what was written', async () => {
    sync = () => Promise.reject(new Error('EIO'));
    assert.deepEqual(await codes([add(['a']), add(['b'])]), ['Unavailable', 'Unavailable']);
    sync = () => Promise.resolve();
    assert.deepEqual(await codes([add(['c'])]), ['Unavailable']);
    assert.throws(
      () => queue.assertKept(),
      (error) => error instanceof StoreError && error.code === 'Unavailable',
    );
    assert.deepEqual(present(), ['a', 'b'], 'what was written may be there or not: nobody is told that it is');
  });

  it('tells when nothing waits any more', async () => {
    const all = ['a', 'b'].map((id) => add([id]));
    await queue.idle();
    assert.deepEqual(present(), ['a', 'b']);
    assert.deepEqual(await codes(all), ['done', 'done']);
    await queue.idle();
  });
});
