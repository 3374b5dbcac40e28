import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { formatAmount, formatDate, formatIsoDate, twoDigits } from '../../../src/domain/text/format.ts';

const at = DateTime.fromISO('2026-12-01T09:05', { zone: 'Asia/Ho_Chi_Minh' });

describe('format', () => {
  it('writes days before months, with leading zeros', () => {
    assert.equal(formatDate(at), '01/12/2026');
    assert.equal(formatIsoDate('2026-11-30'), '30/11/2026');
  });

  for (const [amount, text] of [
    [0, '0'],
    [999, '999'],
    [10_000, '10.000'],
    [760_000, '760.000'],
    [1_520_000, '1.520.000'],
    [-1_000, '-1.000'],
  ] as const) {
    it(`writes ${amount} as ${text}`, () => assert.equal(formatAmount(amount), text));
  }

  for (const [count, text] of [
    [0, '00'],
    [2, '02'],
    [12, '12'],
    [105, '105'],
  ] as const) {
    it(`counts ${text}`, () => assert.equal(twoDigits(count), text));
  }
});
