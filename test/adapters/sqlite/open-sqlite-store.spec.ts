import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { openDatabase } from '../../../src/adapters/sqlite/open-database.ts';
import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import { SCHEMA_VERSION } from '../../../src/adapters/sqlite/schema.ts';
import { StoreError, type StoreErrorCode } from '../../../src/ports/store.ts';
import { rejectsWith } from '../../ports/store-scope.ts';
import { aDoc } from '../../support/a-doc.ts';

describe('openSqliteStore', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'thidua-open-'));
  });
  afterEach(async () => {
    await chmod(directory, 0o700);
    await rm(directory, { recursive: true });
  });

  function assertRefused(path: string, code: StoreErrorCode): StoreError {
    let refusal: unknown;
    try {
      openSqliteStore({ path });
    } catch (error) {
      refusal = error;
    }
    assert.ok(refusal instanceof StoreError, `expected a StoreError, got ${String(refusal)}`);
    assert.equal(refusal.code, code);
    assert.ok(refusal.message.includes(path), 'the message names the path');
    return refusal;
  }

  const causeOf = (error: StoreError): string => String((error.cause as Error).message);

  it('takes no emptied file for a new one, and says what to do', async function () {
    this.timeout(10_000);
    const path = join(directory, 'thidua.db');
    await writeFile(path, '');
    const refusal = assertRefused(path, 'Unavailable');
    assert.match(causeOf(refusal), /is empty: put back a backup, or remove the file/);
    assert.equal((await stat(path)).size, 0);
  });

  it('makes the directories on the way', async () => {
    const path = join(directory, 'dữ liệu', 'năm 2026', 'thidua.db');
    const store = openSqliteStore({ path });
    await store.commit('unit-1', [{ op: 'create', doc: aDoc() }]);
    await store.close();
    assert.ok((await stat(path)).isFile());
  });

  it('keeps folder, database and log from other users, also those that an earlier release let them read', async function () {
    if (process.platform === 'win32') return this.skip();
    const folder = join(directory, 'new');
    const path = join(folder, 'thidua.db');
    const modes = async () => {
      const files = [folder, path, `${path}-wal`, `${path}-shm`];
      return Promise.all(files.map(async (file) => ((await stat(file)).mode & 0o777).toString(8)));
    };
    const store = openSqliteStore({ path });
    await store.commit('unit-1', [{ op: 'create', doc: aDoc() }]);
    assert.deepEqual(await modes(), ['700', '600', '600', '600']);
    for (const file of [path, `${path}-wal`, `${path}-shm`]) await chmod(file, 0o644);
    const other = openSqliteStore({ path });
    assert.deepEqual(await modes(), ['700', '600', '600', '600']);
    await other.close();
    await store.close();
  });

  it('refuses a file that is not a database, and leaves it as it was', async () => {
    const path = join(directory, 'thidua.db');
    const content = 'họ tên,phòng\n'.repeat(1_000);
    await writeFile(path, content);
    assert.match(causeOf(assertRefused(path, 'Unavailable')), /not a database/);
    assert.equal((await stat(path)).size, Buffer.byteLength(content));
  });

  it('refuses a directory, and a path below a file', async () => {
    const file = join(directory, 'file');
    await writeFile(file, '');
    assertRefused(directory, 'Unavailable');
    assert.match(causeOf(assertRefused(join(file, 'thidua.db'), 'Unavailable')), /EEXIST|ENOTDIR/);
  });

  it('refuses a read-only directory and a read-only file at start, not at the first commit', async function () {
    if (process.getuid?.() === 0) return this.skip(); // root may write anywhere
    const path = join(directory, 'thidua.db');
    await openSqliteStore({ path }).close();
    await chmod(path, 0o400);
    assertRefused(path, 'Unavailable');
    await chmod(directory, 0o500);
    assertRefused(join(directory, 'new.db'), 'Unavailable');
  });

  it('refuses a file of a later release, and leaves it as it was', async () => {
    const path = join(directory, 'thidua.db');
    await openSqliteStore({ path }).close();
    const db = new DatabaseSync(path);
    db.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`);
    assertRefused(path, 'TooNew');
    db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
    db.close();
    await openSqliteStore({ path }).close();
  });

  it('keeps a write-ahead log, which the engine syncs before it moves it into the file', () => {
    const db = openDatabase({ path: join(directory, 'thidua.db') });
    assert.equal(db.prepare('PRAGMA journal_mode').get().journal_mode, 'wal');
    assert.equal(db.prepare('PRAGMA synchronous').get().synchronous, 1);
    db.close();
  });

  it('sees the commits of another opener of the file; one of two racing writers wins', async () => {
    const path = join(directory, 'thidua.db');
    const [one, two] = [openSqliteStore({ path }), openSqliteStore({ path })];
    const etag = (await one.commit('unit-1', [{ op: 'create', doc: aDoc() }])).get('note:1') ?? '';
    assert.equal((await two.get('unit-1', 'note:1'))?.etag, etag);
    await two.commit('unit-1', [{ op: 'replace', doc: aDoc({ rev: 2 }), etag }]);
    await rejectsWith(one.commit('unit-1', [{ op: 'replace', doc: aDoc({ rev: 2 }), etag }]), 'Conflict');
    await one.close();
    await two.close();
  });

  it('is Unavailable, the cause kept, while another process holds the write lock; then goes on', async () => {
    const path = join(directory, 'thidua.db');
    const store = openSqliteStore({ path, busyTimeoutMs: 20 });
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    await assert.rejects(store.commit('unit-1', [{ op: 'create', doc: aDoc() }]), (error: StoreError) => {
      assert.equal(error.code, 'Unavailable');
      assert.match(causeOf(error), /database is locked/);
      return true;
    });
    assert.equal(await store.get('unit-1', 'note:1'), undefined, 'reads go on');
    other.exec('ROLLBACK');
    other.close();
    await store.commit('unit-1', [{ op: 'create', doc: aDoc() }]);
    await store.close();
  });

  it('leaves the whole content in the one file when closed', async () => {
    const path = join(directory, 'thidua.db');
    const store = openSqliteStore({ path });
    await store.commit('unit-1', [{ op: 'create', doc: aDoc() }]);
    await store.close();
    const log = await stat(`${path}-wal`).catch(() => undefined);
    assert.equal(log?.size ?? 0, 0);
  });
});
