import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from '@photostructure/sqlite';
import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import type { Store } from '../../../src/ports/store.ts';
import { commitDocs } from './commit-docs.ts';

const CHILD = new URL('./commit-loop-child.ts', import.meta.url).pathname;

/** Coverage of one file from two processes does not add up. */
const unmeasured = { ...process.env, NODE_V8_COVERAGE: '' };

describe('SQLite store of a process that is killed, raced or refused', () => {
  let directory: string;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'thidua-crash-'));
  });
  after(() => rm(directory, { recursive: true }));

  function assertSound(path: string): void {
    const db = new DatabaseSync(path);
    assert.equal(db.prepare('PRAGMA integrity_check').get().integrity_check, 'ok');
    db.close();
  }

  async function presentParts(store: Store, n: number): Promise<number> {
    const found = await Promise.all(commitDocs(n).map(({ unit, id }) => store.get(unit, id)));
    return found.filter((stored) => stored !== undefined).length;
  }

  /** Whole or absent, and absent from every index too. Answers whether it is there. */
  async function isWhole(store: Store, n: number): Promise<boolean> {
    const docs = commitDocs(n);
    const present = await presentParts(store, n);
    assert.ok(present === 0 || present === docs.length, `commit ${n}: ${present} of ${docs.length} documents`);
    const where = { field: 'commit', equals: String(n) };
    const page = await store.query({ unit: 'unit-1', type: 'note', where, limit: 100 });
    assert.equal(page.items.length, present === 0 ? 0 : docs.length - 1, `commit ${n} by its field`);
    return present > 0;
  }

  function startLoops(file: string, first: number, loops = 1): ChildProcess {
    const args = ['--import', 'tsx', CHILD, file, String(first), String(loops)];
    return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env: unmeasured });
  }

  /** Reads acknowledgements, kills with -9 after so many, and answers all that were said before the end. */
  async function killAfter(child: ChildProcess, count: number): Promise<number[]> {
    const said: string[] = [];
    const exit = once(child, 'exit');
    for await (const line of createInterface({ input: child.stdout ?? assert.fail('no pipe') })) {
      said.push(line);
      if (said.length === count) child.kill('SIGKILL');
    }
    assert.deepEqual(await exit, [null, 'SIGKILL'], said.at(-1) ?? 'nothing said');
    return said.map(Number);
  }

  it('keeps every acknowledged commit whole, and the one under way whole or not at all', async function () {
    this.timeout(60_000);
    const path = join(directory, 'killed.db');
    let first = 0;
    for (const round of [1, 2, 3]) {
      const acknowledged = await killAfter(startLoops(path, first), 20 + Math.floor(Math.random() * 300));
      assert.ok(acknowledged.length >= 20, `round ${round}: commits were acknowledged`);
      assertSound(path);
      const store = openSqliteStore({ path });
      for (const n of acknowledged) assert.ok(await isWhole(store, n), `commit ${n} was acknowledged`);
      let last = acknowledged.at(-1) ?? assert.fail('nothing acknowledged');
      // Committed, but killed before it could say so: the audit document tells.
      if (await isWhole(store, last + 1)) last += 1;
      assert.equal(await isWhole(store, last + 1), false);
      assert.equal((await store.get('unit-1', `cursor:${first}`))?.doc.data, last);
      assert.equal((await store.totals('audit')).get('unit-1'), last + 1);
      await store.close();
      first = last + 1;
    }
  });

  it('keeps each of several commits that share a transaction whole or not at all, and nothing of one refused among them', async function () {
    this.timeout(60_000);
    const loops = 8;
    const path = join(directory, 'killed-together.db');
    let first = 0;
    for (const round of [1, 2, 3]) {
      const acknowledged = await killAfter(startLoops(path, first, loops), 20 + Math.floor(Math.random() * 300));
      assertSound(path);
      const store = openSqliteStore({ path });
      for (const n of acknowledged) assert.ok(await isWhole(store, n), `round ${round}: commit ${n} was acknowledged`);
      for (let from = first; from < first + loops; from += 1) {
        const own = acknowledged.filter((n) => n % loops === from % loops);
        let last = own.at(-1) ?? from - loops;
        if (await isWhole(store, last + loops)) last += loops;
        assert.equal(await isWhole(store, last + loops), false);
        if (last >= from) assert.equal((await store.get('unit-1', `cursor:${from}`))?.doc.data, last);
      }
      assert.equal((await store.totals('refused')).get('unit-1'), undefined);
      await store.close();
      first = (Math.floor(Math.max(...acknowledged) / loops) + 2) * loops;
    }
  });

  it('lets two processes write at once, each waiting for the other', async function () {
    this.timeout(60_000);
    const path = join(directory, 'shared.db');
    const children = [startLoops(path, 0, 4), startLoops(path, 1_000_000)];
    const all = await Promise.all(children.map((child) => killAfter(child, 100)));
    assertSound(path);
    const store = openSqliteStore({ path });
    for (const n of all.flat()) assert.ok(await isWhole(store, n), `commit ${n} was acknowledged`);
    await store.close();
  });

  for (const loops of [1, 8])
    it(`is Unavailable when the disk refuses, ${loops} at once, and keeps what it acknowledged`, async function () {
      if (process.platform === 'win32') return this.skip();
      this.timeout(60_000);
      const path = join(directory, `refused-${loops}.db`);
      const limited = `ulimit -f 2048; exec "$0" --import tsx "$@"`;
      const child = spawn('/bin/sh', ['-c', limited, process.execPath, CHILD, path, '0', String(loops)], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: unmeasured,
      });
      const lines: string[] = [];
      const exit = once(child, 'exit');
      for await (const line of createInterface({ input: child.stdout })) lines.push(line);
      assert.deepEqual(await exit, [3, null], lines.at(-1) ?? 'nothing said');
      const refused = lines.pop() ?? assert.fail('nothing said');
      assert.match(refused, /^Unavailable \d+ .*(full|I\/O)/);
      const store = openSqliteStore({ path });
      for (const n of lines.map(Number)) assert.ok(await isWhole(store, n), `commit ${n} was acknowledged`);
      for (let n = 0; n < lines.length + 2 * loops; n += 1) await isWhole(store, n);
      assert.equal((await store.totals('refused')).get('unit-1'), undefined);
      await store.close();
    });
});
