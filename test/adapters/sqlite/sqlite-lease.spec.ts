import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { SqliteLease } from '../../../src/adapters/sqlite/sqlite-lease.ts';
import { StoreError } from '../../../src/ports/store.ts';

const CHILD = new URL('./lease-child.ts', import.meta.url).pathname;

describe('SQLite lease', () => {
  let directory: string;
  let path: string;
  let children: ChildProcess[];
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'thidua-lease-'));
    path = join(directory, 'sender.lock');
    children = [];
  });
  afterEach(async () => {
    for (const child of children) await kill(child);
    rmSync(directory, { recursive: true });
  });

  /** Another process that wants the lease. `said` resolves when it has said the word from now on. */
  function start() {
    const child = spawn(process.execPath, ['--import', 'tsx', CHILD, path], {
      stdio: ['pipe', 'pipe', 'inherit'],
      // Coverage of one file from two processes does not add up.
      env: { ...process.env, NODE_V8_COVERAGE: '' },
    });
    children.push(child);
    const lines = createInterface({ input: child.stdout });
    const said = async (word: string): Promise<void> => {
      for (;;) if ((await once(lines, 'line', { signal: AbortSignal.timeout(8_000) }))[0] === word) return;
    };
    return { child, said };
  }
  async function kill(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
  const holds = async (lease: SqliteLease): Promise<boolean> => {
    const answered = await lease.acquire();
    assert.equal(lease.remainingMs(), answered ? Number.POSITIVE_INFINITY : 0);
    return answered;
  };

  it('is one holder’s, who may ask again, and the next one’s when let go', async () => {
    const [one, two] = [new SqliteLease(path), new SqliteLease(path)];
    assert.equal(one.remainingMs(), 0);
    assert.deepEqual([await holds(one), await holds(two), await holds(one)], [true, false, true]);
    await one.release();
    assert.equal(one.remainingMs(), 0);
    assert.deepEqual([await holds(two), await holds(one)], [true, false]);
    await two.release();
    assert.equal(await holds(one), true, 'who let it go may have it again');
    await one.release();
  });
  it('one who does not hold it may let it go, and takes it from nobody', async () => {
    const [holder, other, third] = [new SqliteLease(path), new SqliteLease(path), new SqliteLease(path)];
    await holder.acquire();
    await other.acquire();
    await other.release();
    assert.deepEqual([await holds(third), await holds(other), await holds(holder)], [false, false, true]);
    for (const lease of [other, third, holder]) await lease.release();
  });
  it('leaves one empty file', async () => {
    const lease = new SqliteLease(path);
    await lease.acquire();
    assert.deepEqual(readdirSync(directory), ['sender.lock']);
    await lease.release();
    assert.deepEqual(readdirSync(directory), ['sender.lock']);
  });
  it('is a file that other users cannot lock', async () => {
    if (process.platform === 'win32') return;
    const lease = new SqliteLease(path);
    assert.equal(statSync(path).mode & 0o777, 0o600);
    await lease.release();
  });
  it('in memory it is always free', async () => {
    const [one, two] = [new SqliteLease(':memory:'), new SqliteLease(':memory:')];
    assert.deepEqual([await holds(one), await holds(two)], [true, true]);
    await one.release();
    await two.release();
  });
  it('a file that is no lock is named, and so is a place where none can be', async () => {
    const broken = (error: unknown): boolean =>
      error instanceof StoreError && error.code === 'Unavailable' && error.id === path && error.cause instanceof Error;
    writeFileSync(path, 'họ tên,phòng\n'.repeat(100));
    const lease = new SqliteLease(path);
    await assert.rejects(lease.acquire(), broken);
    assert.equal(lease.remainingMs(), 0);
    await lease.release();
    path = join(path, 'below-a-file');
    assert.throws(() => new SqliteLease(path), broken);
  });

  it('a process that is killed frees it at once; one that merely stands still keeps it', async () => {
    const here = new SqliteLease(path);
    const { child, said } = start();
    await said('held');
    assert.equal(await holds(here), false);
    child.kill('SIGSTOP');
    assert.equal(await holds(here), false);
    await kill(child);
    assert.equal(await holds(here), true);
    assert.deepEqual(readdirSync(directory), ['sender.lock']);
    await here.release();
  });
  it('goes from process to process when let go', async () => {
    const here = new SqliteLease(path);
    await here.acquire();
    const { child, said } = start();
    await said('waits');
    const visitor = new SqliteLease(path);
    assert.equal(await holds(visitor), false);
    await visitor.release();
    await said('waits');
    const takes = said('held');
    await here.release();
    await takes;
    assert.equal(await holds(here), false);
    const letsGo = said('released');
    child.stdin?.write('go\n');
    await letsGo;
    assert.equal(await holds(here), true);
    await here.release();
  });
});
