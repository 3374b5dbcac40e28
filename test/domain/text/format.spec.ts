import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { formatDate, formatIsoDate, twoDigits } from '../../../src/domain/text/format.ts';

const at = DateTime.fromISO('2026-12-01T09:05', { zone: 'Asia/Ho_Chi_Minh' });

describe('format', () => {
  it('writes days before months, with leading zeros', () => {
    assert.equal(formatDate(at), '01/12/2026');
    assert.equal(formatIsoDate('2026-11-30'), '30/11/2026');
  });

  for (const [count, text] of [
    [0, '00'],
    [2, '02'],
    [12, '12'],
    [105, '105'],
  ] as const) {
    it(`counts ${text}`, () => assert.equal(twoDigits(count), text));
  }
});
