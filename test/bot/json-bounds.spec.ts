import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isWithinBounds } from '../../src/bot/json-bounds.ts';

const nested = (deep: number): unknown => JSON.parse(`${'['.repeat(deep)}${']'.repeat(deep)}`);

describe('the bounds of JSON', () => {
  it('are 64 deep and 20,000 values wide', () => {
    assert.deepEqual([nested(64), nested(65)].map(isWithinBounds), [true, false]);
    const wide = (values: number): unknown[] => Array.from({ length: values - 1 }, () => 0);
    assert.deepEqual([wide(20_000), wide(20_001)].map(isWithinBounds), [true, false]);
    const spread = (lists: number): unknown[] => Array.from({ length: lists }, () => wide(101));
    assert.deepEqual([spread(198), spread(199)].map(isWithinBounds), [true, false]);
  });
  it('hold whatever is not JSON of an activity at all', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 12 }), (json) => isWithinBounds(json)));
  });
  it('are found without recursion', () => assert.equal(isWithinBounds(nested(120_000)), false));
});
