import assert from 'node:assert/strict';
import { backoffMs } from '../../src/delivery/outcome.ts';
import { createPace } from '../../src/delivery/pace.ts';

const limits = { perSecond: 48, conversationGapMs: 2_100 };

describe('pace', () => {
  it('starts empty: a restart spends nothing that was spent before', () => {
    const pace = createPace(limits, 0);
    assert.equal(pace.take('a', 0).ok, false);
    assert.equal(pace.take('a', 21).ok, true);
  });
  it('never gives more than 48 in any second once full', () => {
    const pace = createPace(limits, 0);
    const given: number[] = [];
    for (let ms = 0, n = 0; ms < 5_000; ms++) {
      while (pace.take(`c${n}`, ms).ok) {
        given.push(ms);
        n += 1;
      }
    }
    const inFirstSecond = given.filter((ms) => ms < 1_000).length;
    assert.ok(inFirstSecond <= 48, String(inFirstSecond));
    assert.ok(given.length >= 48 * 4.9 && given.length <= 48 * 5, String(given.length));
  });
  it('leaves 2.1 seconds between two sends to one conversation, and says how long to wait', () => {
    const pace = createPace(limits, 0);
    assert.equal(pace.take('a', 1_000).ok, true);
    assert.deepEqual(pace.take('a', 2_000), { ok: false, waitMs: 1_100 });
    assert.equal(pace.take('b', 2_000).ok, true);
    assert.equal(pace.take('a', 3_100).ok, true);
  });
  it('Retry-After holds everybody', () => {
    const pace = createPace(limits, 0);
    pace.hold(5_000);
    assert.deepEqual(pace.take('a', 4_000), { ok: false, waitMs: 1_000 });
    assert.equal(pace.take('a', 5_000).ok, true);
  });
});

describe('backoff', () => {
  it('doubles from two seconds to five minutes, jittered by a fifth', () => {
    assert.deepEqual(
      [1, 2, 3, 20].map((n) => backoffMs(n, 0.5)),
      [2_000, 4_000, 8_000, 300_000],
    );
    assert.deepEqual([backoffMs(1, 0), backoffMs(1, 0.999_999)], [1_600, 2_400]);
  });
});
