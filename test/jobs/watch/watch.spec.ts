import assert from 'node:assert/strict';
import { useFakeTimers } from 'sinon';
import type { AlertId } from '../../../src/jobs/watch/alerts.ts';
import { createWatch } from '../../../src/jobs/watch/watch.ts';

const settled = { pending: 0, sending: 0, ambiguous: 0, unreachable: 0, refused: 0, recalling: 0, settled: 0 };

function setUp() {
  const t = {
    now: 0,
    trouble: '',
    oldest: undefined as { id: string; waitedMs: number } | undefined,
    fails: false,
    logged: [] as Record<string, unknown>[],
    gauge: {} as Partial<Record<AlertId, boolean>>,
    asked: 0,
  };
  const watch = createWatch({
    lease: { remainingMs: () => 1 },
    trouble: async () => t.trouble,
    deliveries: async () => {
      t.asked += 1;
      if (t.fails) throw new Error('away');
      return { byState: settled, oldest: t.oldest };
    },
    tell: (id, isSo) => {
      t.gauge[id] = isSo;
    },
    monotonic: () => t.now,
    log: { error: (about: Record<string, unknown>) => void t.logged.push(about) } as never,
  });
  const told = async (): Promise<string[]> => (await watch.look()).map(({ id }) => id);
  return { t, watch, told };
}

describe('the look of each minute', () => {
  it('needs two looks to call a message one that stands still; run twice at once it says the same', async () => {
    const { t, told } = setUp();
    t.oldest = { id: 'a', waitedMs: 3_600_000 };
    for (const _ of ['once', 'twice']) assert.deepEqual(await told(), []);
    t.now += 60_000;
    for (const _ of ['once', 'twice']) assert.deepEqual(await told(), ['deliveries-waiting']);
    assert.deepEqual(t.logged[0], { alert: 'deliveries-waiting', delivery: 'a', minutes: 60 });
    t.oldest = { id: 'b', waitedMs: 3_600_000 };
    assert.deepEqual(await told(), [], 'another is first now: the line moves');
    t.oldest = undefined;
    t.now += 60_000;
    assert.deepEqual(await told(), []);
  });
  it('counts what failed in the last ten minutes, and forgets', async () => {
    const { t, watch, told } = setUp();
    for (let n = 0; n < 20; n += 1) watch.note('notSent');
    t.now += 9 * 60_000;
    assert.deepEqual(await told(), ['sends-failing']);
    assert.equal(t.gauge['sends-failing'], true);
    t.now += 60_000;
    assert.deepEqual(await told(), []);
    assert.equal(t.gauge['sends-failing'], false);
  });
  it('holds us for refused until something is taken', async () => {
    const { watch, told } = setUp();
    for (const what of ['broken', 'broken'] as const) watch.note(what);
    assert.deepEqual(await told(), ['sign-in-failing']);
    watch.note('sent');
    assert.deepEqual(await told(), []);
  });
  it('asks nothing of a store that does not answer', async () => {
    const { t, told } = setUp();
    t.trouble = 'the store does not answer';
    assert.deepEqual(await told(), ['not-ready']);
    assert.equal(t.asked, 0);
  });
  it('tells the rest when messages cannot be counted, and says so', async () => {
    const { t, watch, told } = setUp();
    t.fails = true;
    for (const what of ['broken', 'broken'] as const) watch.note(what);
    assert.deepEqual(await told(), ['sign-in-failing']);
    assert.ok(t.logged[0]?.err instanceof Error);
  });
  it('is taken once a minute, as long as the process runs', async () => {
    const timers = useFakeTimers();
    try {
      const { t, watch } = setUp();
      t.trouble = 'full';
      watch.start();
      await timers.tickAsync(3 * 60_000);
      assert.equal(t.logged.length, 3);
      watch.stop();
      await timers.tickAsync(3 * 60_000);
      assert.equal(t.logged.length, 3);
    } finally {
      timers.restore();
    }
  });
});
