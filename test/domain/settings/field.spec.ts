import assert from 'node:assert/strict';
import { CodedError } from '../../../src/domain/errors.ts';
import {
  days,
  daysBefore,
  type Field,
  fraction,
  limit,
  megabytes,
  monthDay,
  tenths,
  text,
  textOrNone,
  time,
  weekday,
  whole,
  wholeOrNone,
  yes,
} from '../../../src/domain/settings/field.ts';

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof CodedError) return error.code;
    throw error;
  }
  return 'none';
};

describe('a value as it is typed', () => {
  for (const [name, field, good] of [
    ['text', text, [['  Sở  Nội vụ ', 'Sở Nội vụ']]],
    [
      'text that may be missing',
      textOrNone,
      [
        ['', ''],
        [' Mẫu 1.1 ', 'Mẫu 1.1'],
      ],
    ],
    [
      'a whole number',
      whole(50, 3_000_000),
      [
        ['70', 70],
        ['2.530.000', 2_530_000],
        ['2 530 000', 2_530_000],
      ],
    ],
    [
      'tenths',
      tenths,
      [
        ['0,3', 3],
        ['0.3', 3],
        ['1', 10],
      ],
    ],
    [
      'a fraction',
      fraction,
      [
        ['2/3', { numerator: 2, denominator: 3 }],
        [' 3 / 4 ', { numerator: 3, denominator: 4 }],
      ],
    ],
    [
      'a time',
      time,
      [
        ['7h30', '07:30'],
        ['17:00', '17:00'],
      ],
    ],
    [
      'a day of every year',
      monthDay,
      [
        ['30/11', '11-30'],
        ['1/10', '10-01'],
      ],
    ],
    [
      'a quota',
      limit,
      [
        ['', ''],
        ['5', '5'],
        ['20 %', '20%'],
      ],
    ],
    [
      'yes or no',
      yes,
      [
        ['yes', true],
        ['no', false],
      ],
    ],
    [
      'a number that may be missing',
      wholeOrNone(1, 100),
      [
        [' ', null],
        ['20', 20],
      ],
    ],
    [
      'days before a deadline',
      daysBefore,
      [
        ['0; 7 14,1, 7', [14, 7, 1, 0]],
        ['30', [30]],
      ],
    ],
    ['a day of the week', weekday, [['1', 1]]],
    ['megabytes', megabytes(1, 100), [['20', 20 * 1024 * 1024]]],
    [
      'days',
      days(2027),
      [
        [
          '02/09/2027 Quốc khánh\n\n1/1/2027  Tết Dương lịch',
          [
            { on: '2027-01-01', name: 'Tết Dương lịch' },
            { on: '2027-09-02', name: 'Quốc khánh' },
          ],
        ],
      ],
    ],
  ] as const satisfies readonly (readonly [string, Field, readonly (readonly [string, unknown])[]])[])
    it(`${name} is read, and stands in a form as it is read again`, () => {
      for (const [typed, value] of good) {
        assert.deepEqual(field.value(typed), value);
        assert.deepEqual(field.value(field.typed(value)), value);
      }
    });
  for (const [name, field, typed, code] of [
    ['nothing', text, '  ', 'SETTING_EMPTY'],
    ['too much', text, 'x'.repeat(301), 'SETTING_TOO_LONG'],
    ['no number', whole(1, 9), 'năm', 'SETTING_NUMBER'],
    ['a number beyond', whole(1, 9), '10', 'SETTING_NUMBER'],
    ['a negative one', whole(0, 9), '-1', 'SETTING_NUMBER'],
    ['two digits behind the comma', tenths, '0,35', 'SETTING_TENTHS'],
    ['a part of nothing', fraction, '2/0', 'SETTING_FRACTION'],
    ['no fraction', fraction, '0,66', 'SETTING_FRACTION'],
    ['no time', time, '25:00', 'SETTING_TIME'],
    ['no day', monthDay, '31/02', 'SETTING_MONTH_DAY'],
    ['a month first', monthDay, '11/30', 'SETTING_MONTH_DAY'],
    ['a share above all', limit, '101%', 'SETTING_LIMIT'],
    ['no quota', limit, 'vài', 'SETTING_LIMIT'],
    ['another choice', yes, 'maybe', 'BAD_CARD'],
    ['a Sunday', weekday, '7', 'BAD_CARD'],
    ['no period', wholeOrNone(1, 100), '0', 'SETTING_NUMBER'],
    ['no days', daysBefore, 'một tuần', 'SETTING_DAYS_BEFORE'],
    ['a day too far', daysBefore, '61, 1', 'SETTING_DAYS_BEFORE'],
    ['a file beyond all sizes', megabytes(1, 100), '101', 'SETTING_NUMBER'],
    ['a day of another year', days(2027), '02/09/2026 Quốc khánh', 'SETTING_DAY'],
    ['a day without a name', days(2027), '02/09/2027', 'SETTING_DAY'],
    ['a day twice', days(2027), '02/09/2027 Quốc khánh\n2/9/2027 Quốc khánh', 'SETTING_DAY_TWICE'],
    ['more days than a year has', days(2027), '02/09/2027 a\n'.repeat(400), 'SETTING_DAYS_MANY'],
  ] as const)
    it(`${name} is refused`, () =>
      assert.equal(
        codeOf(() => field.value(typed)),
        code,
      ));
});
