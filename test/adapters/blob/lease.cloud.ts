import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { openContainer } from '../../../src/adapters/blob/account.ts';
import type { Lease } from '../../../src/ports/lease.ts';
import { StoreError } from '../../../src/ports/store.ts';
import { describeLease, type LeaseChild, startLeaseChild } from '../../ports/lease-contract.ts';
import { type AnyAccount, openAnyAccount } from '../../support/blob/any-account.ts';
import { startAzurite } from '../../support/blob/azurite.ts';
import { openTestLease, seconds } from '../../support/blob/test-lease.ts';

describe('Azure Blob Storage', () => {
  let account: AnyAccount;
  let container: string;
  before(async () => {
    account = await openAnyAccount();
  });
  after(() => account.close());
  beforeEach(() => {
    container = `thidua-test-${randomUUID()}`;
  });
  const dispose = async (): Promise<void> => {
    const opened = await openContainer(account, container, { timeoutMs: 3_000, tries: 1 });
    await opened.delete();
  };
  const open = () => openTestLease(account.connectionString, container);

  describeLease('of a blob', async () => ({
    lease: open,
    elsewhere: ['blob', account.connectionString, container],
    outlivesMs: seconds * 1_000,
    dispose,
  }));

  describe('a lease of a blob, beyond the contract', () => {
    let here: Lease;
    let other: LeaseChild | undefined;
    beforeEach(async () => {
      here = await open();
    });
    afterEach(async () => {
      await other?.kill();
      await here.release();
      await dispose();
    });

    it('is renewed for as long as its holder lives', async () => {
      await here.acquire();
      const another = await open();
      for (const until = performance.now() + seconds * 1_000 + 3_000; performance.now() < until; await pause(500)) {
        assert.equal(await another.acquire(), false);
        assert.ok(here.remainingMs() > 10_000, `${here.remainingMs()} ms are left`);
      }
    });
    it('passes on from a process that is stopped, which knows it in the instant in which it goes on', async () => {
      other = startLeaseChild(['blob', account.connectionString, container]);
      await other.said('held');
      await pause(3_000);
      other.child.kill('SIGSTOP');
      const stoppedAt = performance.now();
      while (!(await here.acquire())) await pause(100);
      const waited = performance.now() - stoppedAt;
      assert.ok(waited > seconds * 1_000 - 2_500 && waited < seconds * 1_000 + 500, `after ${waited} ms`);
      const before = other.lines.length;
      assert.notEqual(other.lines.at(-1), 'for 0');
      other.child.kill('SIGCONT');
      await other.said('for 0');
      await pause(500);
      assert.deepEqual([...new Set(other.lines.slice(before))], ['for 0']);
    });
    it('cannot be told of an account that is away', async () => {
      const azurite = await startAzurite();
      const lease = await openTestLease(azurite.connectionString, container);
      await azurite.stop();
      await assert.rejects(
        lease.acquire(),
        (error) => error instanceof StoreError && error.code === 'Unavailable' && error.cause instanceof Error,
      );
      assert.equal(lease.remainingMs(), 0);
      await lease.release();
    });
  });
});
