import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteLease } from '../../../src/adapters/sqlite/sqlite-lease.ts';
import { StoreError } from '../../../src/ports/store.ts';
import { describeLease, type LeaseChild, startLeaseChild } from '../../ports/lease-contract.ts';

describeLease('of SQLite', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'thidua-lease-'));
  const path = join(directory, 'sender.lock');
  return {
    lease: async () => new SqliteLease(path),
    elsewhere: ['sqlite', path],
    outlivesMs: 0,
    dispose: async () => rmSync(directory, { recursive: true }),
  };
});

describe('SQLite lease', () => {
  let directory: string;
  let path: string;
  let child: LeaseChild | undefined;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'thidua-lease-'));
    path = join(directory, 'sender.lock');
  });
  afterEach(async () => {
    await child?.kill();
    child = undefined;
    rmSync(directory, { recursive: true });
  });

  const holds = async (lease: SqliteLease): Promise<boolean> => {
    const answered = await lease.acquire();
    assert.equal(lease.remainingMs(), answered ? Number.POSITIVE_INFINITY : 0);
    return answered;
  };

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
    child = startLeaseChild(['sqlite', path]);
    await child.said('held');
    assert.equal(await holds(here), false);
    child.child.kill('SIGSTOP');
    assert.equal(await holds(here), false);
    await child.kill();
    assert.equal(await holds(here), true);
    assert.deepEqual(readdirSync(directory), ['sender.lock']);
    await here.release();
  });
});
