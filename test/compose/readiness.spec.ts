import assert from 'node:assert/strict';
import { createReadiness } from '../../src/compose/readiness.ts';

function setUp() {
  const t = { now: 0, store: true, room: true, asked: 0, logged: [] as string[] };
  const isReady = createReadiness({
    askStore: async () => {
      t.asked += 1;
      if (!t.store) throw new Error('away');
    },
    hasRoom: async () => t.room,
    monotonic: () => t.now,
    log: {
      error: (about: { trouble: string }) => void t.logged.push(about.trouble),
      info: (text: string) => void t.logged.push(text),
    } as never,
  });
  return { t, isReady };
}

describe('readiness', () => {
  it('ends with a store that is away or a disk that is full, and comes back with them; the log is told once', async () => {
    const { t, isReady } = setUp();
    const then = async (change: Partial<typeof t>): Promise<boolean> => {
      Object.assign(t, change);
      t.now += 2_000;
      return isReady();
    };
    assert.equal(await isReady(), true);
    for (const trouble of [{ store: false }, { room: false }]) {
      assert.equal(await then(trouble), false);
      assert.equal(await then({}), false);
      assert.equal(await then({ store: true, room: true }), true);
    }
    assert.deepEqual(t.logged, [
      'the store does not answer',
      'ready again',
      'the disk of DATA_DIR is full or cannot be written',
      'ready again',
    ]);
  });
  it('is looked at once in two seconds, however often it is asked', async () => {
    const { t, isReady } = setUp();
    await Promise.all(Array.from({ length: 100 }, isReady));
    t.now = 1_999;
    await isReady();
    assert.equal(t.asked, 1);
  });
});
