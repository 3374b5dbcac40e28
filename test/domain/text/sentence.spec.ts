import assert from 'node:assert/strict';
import { lowerFirst, upperFirst } from '../../../src/domain/text/sentence.ts';

describe('the first letter', () => {
  it('is small within a sentence and a capital on a line of its own', () => {
    assert.equal(lowerFirst('Đợt xét khen thưởng năm 2026'), 'đợt xét khen thưởng năm 2026');
    assert.equal(upperFirst('đến hết ngày 30/11/2026'), 'Đến hết ngày 30/11/2026');
    assert.equal(upperFirst(''), '');
    assert.equal(lowerFirst('2026'), '2026');
  });
});
