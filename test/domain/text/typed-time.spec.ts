import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { knownDate, parseDate, parseTime } from '../../../src/domain/text/typed-time.ts';

describe('parseDate', () => {
  for (const [text, expected] of [
    ['1/12/2026', '2026-12-01'],
    ['01-12-2026', '2026-12-01'],
    ['1.12.2026', '2026-12-01'],
    [' 30 / 11 / 2026 ', '2026-11-30'],
    ['5/9/2026', '2026-09-05'],
    ['05-09-2016', '2016-09-05'],
    ['2026-12-01', '2026-12-01'],
    ['2026-12-9', '2026-12-09'],
    ['2026/1/9', '2026-01-09'],
    ['２０２６-１２-０９', '2026-12-09'],
    ['9\u200b/12/2026\u00a0', '2026-12-09'],
    ['ngày 9/12/2026', '2026-12-09'],
    ['Ngày 09 tháng 12 năm 2026', '2026-12-09'],
    ['2026-12-09T00:00:00', '2026-12-09'],
    ['05/09/2016 00:00', '2016-09-05'],
    ['5/9/2016 12:00:00 AM', '2016-09-05'],
    ['29/02/2028', '2028-02-29'],
    ['29/02/2027', undefined],
    ['12/31/2026', undefined],
    ['31/11/2026', undefined],
    ['1/12-2026', undefined],
    ['1/12/26', undefined],
    ['0/12/2026', undefined],
    ['2026-13-01', undefined],
    ['2026-12-09T17:00:00Z', undefined],
    ['2026-12', undefined],
    ['20261201', undefined],
    ['', undefined],
    ['mai', undefined],
  ] as const) {
    it(`${JSON.stringify(text)} → ${expected}`, () => assert.equal(parseDate(text), expected));
  }

  it('reads whatever way a day is written', () => {
    const days = fc.date({ min: new Date('1900-01-02'), max: new Date('2100-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(
        days,
        fc.constantFrom('d/M/yyyy', 'dd/MM/yyyy', 'd-M-yyyy', 'd.M.yyyy', 'yyyy-M-d', 'yyyy-MM-dd'),
        (day, as) => {
          const date = DateTime.fromJSDate(day, { zone: 'utc' });
          assert.equal(parseDate(date.toFormat(as)), date.toISODate());
        },
      ),
    );
  });

  it('refuses a year that nobody can mean, with the reason', () => {
    for (const [text, code, facts] of [
      ['9/12/2569', 'DATE_BUDDHIST', { year: '2569', meant: '2026' }],
      ['2569-12-9', 'DATE_BUDDHIST', { year: '2569', meant: '2026' }],
      ['1/1/0226', 'DATE_YEAR', { year: '226' }],
      ['1/1/1899', 'DATE_YEAR', { year: '1899' }],
      ['1/1/9999', 'DATE_YEAR', { year: '9999' }],
    ] as const) {
      assert.throws(
        () => parseDate(text),
        (error: object) => {
          const { code: found, facts: told } = error as { code: string; facts: object };
          assert.deepEqual([found, told], [code, facts]);
          return true;
        },
      );
      assert.equal(knownDate(text), undefined);
    }
    assert.equal(parseDate('31/02/2569'), undefined);
  });
});

describe('parseTime', () => {
  for (const [text, expected] of [
    ['07:30', '07:30'],
    ['7:30', '07:30'],
    ['07:30:00', '07:30'],
    ['07:30:00.000', '07:30'],
    ['7:30 AM', '07:30'],
    ['7:30am', '07:30'],
    ['7:30 p.m.', '19:30'],
    ['07:30 CH', '19:30'],
    ['7:30 SA', '07:30'],
    ['12:00 AM', '00:00'],
    ['12:00 PM', '12:00'],
    ['12:15 SA', '00:15'],
    ['7h30', '07:30'],
    ['7h', '07:00'],
    ['7 giờ', '07:00'],
    ['7 giờ 5 phút', '07:05'],
    ['14g30', '14:30'],
    ['7.30', '07:30'],
    ['2 giờ chiều', '14:00'],
    ['7 giờ 30 tối', '19:30'],
    ['11 giờ trưa', '11:00'],
    ['1h trưa', '13:00'],
    ['７：３０', '07:30'],
    [' 00:00 ', '00:00'],
    ['23:59', '23:59'],
    ['24:00', undefined],
    ['25:00', undefined],
    ['7:60', undefined],
    ['14:00 AM', undefined],
    ['7', undefined],
    ['730', undefined],
    ['7:3', undefined],
    ['sáng', undefined],
    ['', undefined],
  ] as const) {
    it(`${JSON.stringify(text)} → ${expected}`, () => assert.equal(parseTime(text), expected));
  }
  it('reads back every minute of a day, however it is written', () => {
    fc.assert(
      fc.property(
        fc.nat(1_439),
        fc.constantFrom('HH:mm', 'H:mm', 'HH:mm:ss', 'h:mm a', "H'h'mm", "H 'giờ' m"),
        (minute, as) => {
          const at = DateTime.fromISO('2026-12-09T00:00').plus({ minutes: minute });
          assert.equal(parseTime(at.setLocale('en').toFormat(as)), at.toFormat('HH:mm'));
        },
      ),
    );
  });
});
