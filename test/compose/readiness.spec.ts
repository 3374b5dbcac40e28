import assert from 'node:assert/strict';
import { useFakeTimers } from 'sinon';
import { createReadiness } from '../../src/compose/readiness.ts';

function setUp() {
  const t = { now: 0, store: true, room: true, asked: 0, logged: [] as string[] };
  const trouble = createReadiness({
    checks: {
      'no store': async () => {
        t.asked += 1;
        if (!t.store) throw new Error('away');
        return true;
      },
      'no room': async () => t.room,
    },
    monotonic: () => t.now,
    log: {
      error: (about: { trouble: string }) => void t.logged.push(about.trouble),
      info: (text: string) => void t.logged.push(text),
    } as never,
  });
  return { t, trouble };
}

describe('readiness', () => {
  it('ends with a store that is away or a disk that is full, and comes back with them; the log is told once', async () => {
    const { t, trouble } = setUp();
    const then = async (change: Partial<typeof t>): Promise<string> => {
      Object.assign(t, change);
      t.now += 2_000;
      return trouble();
    };
    assert.equal(await trouble(), '');
    for (const [change, words] of [
      [{ store: false }, 'no store'],
      [{ room: false }, 'no room'],
    ] as const) {
      assert.equal(await then(change), words);
      assert.equal(await then({}), words);
      assert.equal(await then({ store: true, room: true }), '');
    }
    assert.deepEqual(t.logged, ['no store', 'ready again', 'no room', 'ready again']);
  });
  it('is looked at once in two seconds, however often it is asked', async () => {
    const { t, trouble } = setUp();
    await Promise.all(Array.from({ length: 100 }, trouble));
    t.now = 1_999;
    await trouble();
    assert.equal(t.asked, 1);
  });
  it('ends with what never answers, as a share that hangs', async () => {
    const timers = useFakeTimers();
    try {
      const hangs = () => new Promise<boolean>(() => undefined);
      const log = { error: () => undefined, info: () => undefined };
      const trouble = createReadiness({ checks: { 'a share hangs': hangs }, monotonic: () => 0, log });
      const told = trouble();
      await timers.tickAsync(4_000);
      assert.equal(await told, 'a share hangs');
    } finally {
      timers.restore();
    }
  });
});
