import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { openingLook } from '../../../src/domain/calendar/opening.ts';
import { khanhHoaPlan } from '../../support/khanh-hoa-plan.ts';

const zone = 'Asia/Ho_Chi_Minh';
const at = (iso: string): DateTime => DateTime.fromISO(iso, { zone });
const look = (now: string, settled: string, opened: readonly string[] = [], plan = khanhHoaPlan) => {
  const { due, next } = openingLook({ plan, opened: new Set(opened), settledAt: at(settled), now: at(now) });
  return [due.map(({ id }) => id), next?.toFormat('yyyy-MM-dd HH:mm')];
};
const opensOn = (day: string) => ({
  ...khanhHoaPlan,
  calendar: {
    ...khanhHoaPlan.calendar,
    rounds: khanhHoaPlan.calendar.rounds.map((round) => ({ ...round, opensOn: day })),
  },
});

describe('openingLook', () => {
  it('waits for the planned day, then for each Monday', () => {
    assert.deepEqual(look('2026-06-15T09:00', '2026-06-15T09:00'), [[], '2026-10-01 08:30']);
    assert.deepEqual(look('2026-10-01T08:30', '2026-06-15T09:00'), [['annual-2026'], '2026-10-05 08:30']);
    assert.deepEqual(look('2026-10-01T08:30', '2026-10-01T08:30'), [[], '2026-10-05 08:30']);
  });

  it('a planned Monday is one day, not two; a planned Saturday is the Monday after', () => {
    assert.deepEqual(look('2026-10-05T08:30', '2026-10-01T08:30', [], opensOn('10-05')), [
      ['annual-2026'],
      '2026-10-12 08:30',
    ]);
    const saturday = opensOn('10-03');
    assert.deepEqual(look('2026-10-03T09:00', '2026-10-01T08:30', [], saturday), [[], '2026-10-05 08:30']);
    assert.deepEqual(look('2026-10-05T08:30', '2026-10-01T08:30', [], saturday), [['annual-2026'], '2026-10-12 08:30']);
  });

  it('a Monday that is a holiday gives way to the next working day', () => {
    const { calendar } = khanhHoaPlan;
    const holidays = [...calendar.holidays, { on: '2026-10-12', name: 'Nghỉ bù' }];
    const plan = { ...khanhHoaPlan, calendar: { ...calendar, holidays } };
    assert.deepEqual(look('2026-10-06T09:00', '2026-10-05T08:30', [], plan), [[], '2026-10-13 08:30']);
  });

  it('many missed days are one reminder, and wait for the office to open', () => {
    assert.deepEqual(look('2026-10-25T10:00', '2026-06-15T09:00'), [[], '2026-10-26 07:30']);
    assert.deepEqual(look('2026-10-26T07:30', '2026-06-15T09:00'), [['annual-2026'], '2026-10-26 08:30']);
  });

  it('says nothing of what is opened, over or past; both rounds of 2030 are one look', () => {
    assert.deepEqual(look('2026-10-05T08:30', '2026-10-01T08:30', ['annual-2026']), [[], '2027-10-01 08:30']);
    assert.deepEqual(look('2026-12-01T08:30', '2026-10-01T08:30'), [[], '2027-10-01 08:30']);
    assert.deepEqual(look('2030-10-01T08:30', '2030-01-01T08:30')[0], ['annual-2030', 'final-2030']);
    assert.deepEqual(look('2030-12-02T08:30', '2030-10-01T08:30'), [[], undefined]);
  });
});
