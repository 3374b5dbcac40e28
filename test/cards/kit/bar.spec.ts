import assert from 'node:assert/strict';
import fc from 'fast-check';
import { progressBar } from '../../../cards/kit/kit.ts';

const drawn = (done: number, rest: number): string => {
  const bar = progressBar({ done, rest });
  return bar ? bar.inlines.map(({ text }) => text).join('') : '';
};

describe('progressBar', () => {
  it('is filled as far as there is done', () => {
    assert.equal(drawn(12, 8), '████████████░░░░░░░░');
    assert.equal(drawn(0, 7), '░'.repeat(20));
    assert.equal(drawn(7, 0), '█'.repeat(20));
  });
  it('is not there where there is nothing to do', () => assert.equal(progressBar({ done: 0, rest: 0 }), false));
  it('always has one length, shows the smallest part, and never says done of what is not', () =>
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), (done, rest) => {
        fc.pre(done + rest > 0);
        const bar = drawn(done, rest);
        assert.equal(bar.length, 20);
        assert.equal(bar.includes('█'), done > 0);
        assert.equal(bar.includes('░'), rest > 0);
        const full = [...bar].filter((sign) => sign === '█').length;
        assert.ok(Math.abs(full / 20 - done / (done + rest)) <= 0.05);
      }),
    ));
  it('has its colours from letters: the bar is good, the track subtle', () => {
    const bar = progressBar({ done: 1, rest: 1 }) || undefined;
    assert.deepEqual(
      bar?.inlines.map(({ color, isSubtle }) => [color, isSubtle]),
      [
        ['good', undefined],
        [undefined, true],
      ],
    );
  });
});
