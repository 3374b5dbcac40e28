import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type SinonFakeTimers, useFakeTimers } from 'sinon';
import { BlobLease } from '../../../src/adapters/blob/blob-lease.ts';
import type { LeaseService } from '../../../src/adapters/blob/leased-blob.ts';
import { StoreError } from '../../../src/ports/store.ts';

const lasts = 30_000;

/** An account that leases one blob, by the same clock that the holders' own is measured with. */
function anAccount() {
  let holder = '';
  let until = 0;
  const now = (): number => performance.now();
  const asked = { take: 0, renew: 0, letGo: 0 };
  /** How long a question is on its way, how long its answer, and which of them gets lost. */
  const way = { toMs: 0, backMs: 0, lost: 'none' as 'none' | 'question' | 'answer' };
  const pass = async (ms: number): Promise<void> => {
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
  };
  async function ask<T>(answer: () => T): Promise<T> {
    const { toMs, backMs, lost } = way;
    await pass(toMs);
    if (lost === 'question') throw new Error('no way there');
    const answered = answer();
    await pass(backMs);
    if (lost === 'answer') throw new Error('no way back');
    return answered;
  }
  const isFree = (): boolean => holder === '' || until <= now();
  return {
    asked,
    way,
    holder: () => (until > now() ? holder : ''),
    break: () => {
      holder = '';
    },
    of: (id: string): LeaseService => ({
      take: () => {
        asked.take += 1;
        return ask(() => {
          if (!isFree() && holder !== id) return false;
          holder = id;
          until = now() + lasts;
          return true;
        });
      },
      renew: () => {
        asked.renew += 1;
        return ask(() => {
          // As the service has it: what ran out may be renewed as long as nobody else took it.
          if (holder !== id) return false;
          until = now() + lasts;
          return true;
        });
      },
      letGo: () => {
        asked.letGo += 1;
        return ask(() => {
          if (holder === id) holder = '';
        });
      },
    }),
  };
}

describe('BlobLease', () => {
  let time: SinonFakeTimers;
  let account: ReturnType<typeof anAccount>;
  let lease: BlobLease;
  beforeEach(() => {
    time = useFakeTimers();
    account = anAccount();
    lease = new BlobLease(account.of('one'), 'leases/one');
  });
  afterEach(() => time.restore());
  const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
    await time.tickAsync(ms);
    return work;
  };
  const take = () => within(0, lease.acquire());

  it('counts from when it asked, and not from when it was answered', async () => {
    account.way.backMs = 4_000;
    assert.equal(await within(4_000, lease.acquire()), true);
    assert.equal(lease.remainingMs(), 26_000);
  });
  it('is not held when the answer took as long as the lease', async () => {
    account.way.backMs = lasts;
    assert.equal(await within(lasts, lease.acquire()), false);
    assert.equal(lease.remainingMs(), 0);
  });
  it('is renewed every ten seconds, so that there are always twenty left', async () => {
    await take();
    for (let second = 1; second <= 300; second += 1) {
      await time.tickAsync(1_000);
      assert.ok(lease.remainingMs() >= 20_000);
    }
    assert.deepEqual(account.asked, { take: 1, renew: 30, letGo: 0 });
  });
  it('asks again each second when a renewal gets no answer, and goes on as before once it does', async () => {
    await take();
    account.way.lost = 'question';
    await time.tickAsync(15_000);
    assert.deepEqual([account.asked.renew, lease.remainingMs()], [6, 15_000]);
    account.way.lost = 'none';
    await time.tickAsync(1_000);
    assert.deepEqual([account.asked.renew, lease.remainingMs()], [7, lasts]);
    await time.tickAsync(9_999);
    assert.equal(account.asked.renew, 7);
  });
  it('runs out when it is cut off, asks no more by itself, and may be taken again', async () => {
    await take();
    account.way.lost = 'question';
    await time.tickAsync(lasts);
    assert.equal(lease.remainingMs(), 0);
    const { renew } = account.asked;
    await time.tickAsync(60_000);
    assert.equal(account.asked.renew, renew);
    account.way.lost = 'none';
    assert.deepEqual([await take(), lease.remainingMs()], [true, lasts]);
  });
  it('is lost at once when a renewal is refused', async () => {
    await take();
    account.break();
    await time.tickAsync(10_000);
    assert.equal(lease.remainingMs(), 0);
    await time.tickAsync(60_000);
    assert.equal(account.asked.renew, 1);
  });
  it('is known to be over in the instant in which a stopped process goes on, and is not renewed then', async () => {
    await take();
    time.jump(lasts);
    assert.equal(lease.remainingMs(), 0);
    await time.tickAsync(60_000);
    assert.deepEqual([account.asked.renew, lease.remainingMs()], [0, 0]);
  });
  it('cannot be told without an answer; an answer that was lost is no harm to whoever asks again', async () => {
    account.way.lost = 'answer';
    const asking = lease.acquire();
    const isUnavailable = (error: unknown): boolean =>
      error instanceof StoreError && error.code === 'Unavailable' && error.id === 'leases/one';
    await Promise.all([assert.rejects(asking, isUnavailable), time.tickAsync(0)]);
    assert.deepEqual([account.holder(), lease.remainingMs()], ['one', 0]);
    account.way.lost = 'none';
    assert.equal(await take(), true);
  });
  it('waits for a renewal that is under way before it lets go', async () => {
    await take();
    account.way.backMs = 3_000;
    await time.tickAsync(10_000);
    const released = lease.release();
    assert.equal(lease.remainingMs(), 0);
    await within(6_000, released);
    assert.deepEqual([account.holder(), lease.remainingMs(), account.asked.letGo], ['', 0, 1]);
    await time.tickAsync(60_000);
    assert.equal(account.asked.renew, 1);
  });
  it('is let go even when nobody hears it: it runs out', async () => {
    await take();
    account.way.lost = 'question';
    await within(0, lease.release());
    assert.equal(lease.remainingMs(), 0);
  });

  it('is never thought to be ours while it is another’s, however slow and lossy the way is', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constantFrom('take' as const, 'release' as const), who: fc.nat(2) }),
      fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 45_000 }) }),
      fc.record({ do: fc.constant('stand still' as const), ms: fc.integer({ min: 1, max: 90_000 }) }),
      fc.record({
        do: fc.constant('way' as const),
        toMs: fc.nat(6_000),
        backMs: fc.nat(40_000),
        lost: fc.constantFrom('none' as const, 'question' as const, 'answer' as const),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const account = anAccount();
        const ids = ['one', 'two', 'three'];
        const leases = ids.map((id) => new BlobLease(account.of(id), id));
        const check = (): void => {
          for (const [i, each] of leases.entries())
            if (each.remainingMs() > 0) assert.equal(account.holder(), ids[i], `${ids[i]} believes it is theirs`);
        };
        const pass = async (ms: number): Promise<void> => {
          for (let left = ms; left > 0; left -= 500) {
            await time.tickAsync(Math.min(left, 500));
            check();
          }
        };
        for (const each of steps) {
          if (each.do === 'pass') await pass(each.ms);
          else if (each.do === 'stand still') time.jump(each.ms);
          else if (each.do === 'way') Object.assign(account.way, each);
          else if (each.do === 'release') void leases[each.who]?.release();
          else leases[each.who]?.acquire().catch(() => undefined);
          await time.tickAsync(0);
          check();
        }
      }),
      { numRuns: 150 },
    );
  }).timeout(60_000);
});
