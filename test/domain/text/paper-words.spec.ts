import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inFigures, inWords, longDate } from '../../../src/domain/text/paper-words.ts';

describe('the words of papers', () => {
  it('write a date with two digits below the tenth and in the first two months', () => {
    assert.equal(longDate('2027-01-05'), 'ngày 05 tháng 01 năm 2027');
    assert.equal(longDate('2026-12-10'), 'ngày 10 tháng 12 năm 2026');
    assert.equal(longDate('2026-03-09'), 'ngày 09 tháng 3 năm 2026');
  });
  it('write an amount behind its figures', () => {
    for (const [n, words] of [
      [0, 'Không'],
      [10, 'Mười'],
      [15, 'Mười lăm'],
      [21, 'Hai mươi mốt'],
      [105, 'Một trăm linh năm'],
      [760_000, 'Bảy trăm sáu mươi nghìn'],
      [1_050_000, 'Một triệu không trăm năm mươi nghìn'],
      [1_520_000, 'Một triệu năm trăm hai mươi nghìn'],
      [2_530_001, 'Hai triệu năm trăm ba mươi nghìn không trăm linh một'],
      [1_000_000_000, 'Một tỷ'],
      [12_000_000_500, 'Mười hai tỷ năm trăm'],
    ] as const)
      assert.equal(inWords(n), words);
    assert.equal(inFigures(1_520_000), '1.520.000');
  });
  it('never write two amounts alike', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), fc.nat(2_000_000_000), (a, b) => a === b || inWords(a) !== inWords(b)),
    );
  });
});
