import assert from 'node:assert/strict';
import { createOpened } from '../../src/bot/opened.ts';

describe('pages that were opened', () => {
  it('are opened by the first of two clicks, until that is long ago', () => {
    let now = 0;
    const opened = createOpened(60, () => now);
    assert.deepEqual([opened.isFirst('a'), opened.isFirst('a'), opened.isFirst('b')], [true, false, true]);
    now = 60;
    assert.equal(opened.isFirst('a'), true);
  });
  it('are wanted again once turned over, or when they did not open', () => {
    const opened = createOpened(60, () => 0);
    opened.isFirst('a');
    opened.at('a', 'm1');
    opened.turnedOver('m2');
    assert.equal(opened.isFirst('a'), false);
    opened.turnedOver('m1');
    assert.equal(opened.isFirst('a'), true);
    opened.forget('a');
    assert.equal(opened.isFirst('a'), true);
  });
  it('are forgotten, the oldest first, when there are too many', () => {
    const opened = createOpened(60, () => 0, 3);
    for (const click of ['a', 'b', 'c', 'd']) opened.isFirst(click);
    assert.deepEqual([opened.isFirst('d'), opened.isFirst('a')], [false, true]);
  });
});
