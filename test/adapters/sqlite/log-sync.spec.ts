import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LogSync, openLogSync } from '../../../src/adapters/sqlite/log-sync.ts';
import { openDatabase } from '../../../src/adapters/sqlite/open-database.ts';
import { SqliteStore } from '../../../src/adapters/sqlite/sqlite-store.ts';
import { StoreError } from '../../../src/ports/store.ts';
import { aDoc } from '../../support/a-doc.ts';

describe('sync of the log', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'thidua-log-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  const storeWith = (around: (log: LogSync) => LogSync['sync'], onLost?: (error: StoreError) => void): SqliteStore => {
    const path = join(directory, 'thidua.db');
    const db = openDatabase({ path });
    const log = openLogSync(path);
    return new SqliteStore(db, { ...log, sync: around(log) }, onLost);
  };
  const creating = (id: string) => [{ op: 'create', doc: aDoc({ id }) }] as const;

  it('comes after what is written and before the answer, once for commits of one moment', async () => {
    const seen: boolean[] = [];
    const store = storeWith((log) => async () => {
      seen.push((await store.get('unit-1', 'b')) !== undefined);
      await log.sync();
    });
    await Promise.all(['a', 'b'].map((id) => store.commit('unit-1', creating(id))));
    assert.deepEqual(seen, [true]);
    await store.close();
  });

  it('is of the log that the engine writes, as long as the database is open', async () => {
    const path = join(directory, 'thidua.db');
    const [db, other] = [openDatabase({ path }), openDatabase({ path })];
    const log = openLogSync(path);
    // Emptied, but never another file.
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    other.close();
    assert.ok(existsSync(`${path}-wal`));
    await log.sync();
    log.close();
    await assert.rejects(log.sync(), { code: 'EBADF' });
    db.close();
  });

  it('that fails is told once and leaves a store that answers nothing: what the disk has is not known', async () => {
    let fails = false;
    const told: StoreError[] = [];
    const store = storeWith(
      (log) => () => (fails ? Promise.reject(new Error('EIO')) : log.sync()),
      (error) => void told.push(error),
    );
    await store.commit('unit-1', creating('a'));
    fails = true;
    const isAway = (error: unknown): boolean => error instanceof StoreError && error.code === 'Unavailable';
    await assert.rejects(store.commit('unit-1', creating('b')), isAway);
    fails = false;
    await assert.rejects(store.get('unit-1', 'a'), isAway);
    await assert.rejects(store.commit('unit-1', creating('c')), isAway);
    assert.deepEqual(
      told.map(({ code, cause }) => [code, (cause as Error).message]),
      [['Unavailable', 'EIO']],
    );
    await store.close();
  });

  it('of a store in memory is nothing to wait for', async () => {
    const log = openLogSync(':memory:');
    await log.sync();
    log.close();
  });
});
