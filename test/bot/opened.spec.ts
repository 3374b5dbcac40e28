import assert from 'node:assert/strict';
import { createOpened } from '../../src/bot/opened.ts';

describe('pages that were opened', () => {
  it('stand for the second of two clicks, until that is long ago', () => {
    let now = 0;
    const opened = createOpened(60, () => now);
    assert.equal(opened.stands('a'), false);
    opened.at('a', 'm1');
    assert.deepEqual([opened.stands('a'), opened.stands('b')], [true, false]);
    now = 60;
    assert.equal(opened.stands('a'), false);
  });
  it('are wanted again once turned over', () => {
    const opened = createOpened(60, () => 0);
    opened.at('a', 'm1');
    opened.turnedOver('m2');
    assert.equal(opened.stands('a'), true);
    opened.turnedOver('m1');
    assert.equal(opened.stands('a'), false);
  });
  it('are forgotten, the oldest first, when there are too many', () => {
    const opened = createOpened(60, () => 0, 3);
    for (const click of ['a', 'b', 'c', 'd']) opened.at(click, `m ${click}`);
    assert.deepEqual([opened.stands('d'), opened.stands('a')], [true, false]);
  });
});
