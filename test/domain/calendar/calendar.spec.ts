import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import {
  addWorkingDays,
  authenticatedInstant,
  instantOf,
  isBeforeDeadline,
  isWorkingDay,
  nextOfficeTime,
  nextWorkingDay,
  previousWorkingDay,
  stampedInstant,
} from '../../../src/domain/calendar/calendar.ts';
import { khanhHoaPlan as plan } from '../../support/khanh-hoa-plan.ts';

const local = (iso: string) => DateTime.fromISO(iso, { zone: plan.zone });
const text = (at: DateTime) => at.toFormat("yyyy-MM-dd'T'HH:mm");

describe('working days', () => {
  for (const [day, expected] of [
    ['2026-11-23', true],
    ['2026-11-24', false],
    ['2026-11-28', false],
    ['2026-11-29', false],
    ['2026-11-30', true],
    ['2026-02-16', false],
    ['2026-02-20', false],
    ['2026-02-23', true],
    ['2027-02-05', false],
    ['2027-02-12', true],
    ['2026-09-02', false],
    ['2030-11-30', false],
  ] as const) {
    it(`${day} is ${expected ? 'one' : 'none'}`, () => assert.equal(isWorkingDay(local(day), plan), expected));
  }

  it('goes by the local day, not by that of UTC', () => {
    assert.equal(isWorkingDay(DateTime.fromISO('2026-11-22T18:00:00Z', { zone: 'utc' }), plan), true);
    assert.equal(isWorkingDay(DateTime.fromISO('2026-11-27T18:00:00Z', { zone: 'utc' }), plan), false);
  });

  for (const [day, before, after] of [
    ['2026-11-30', '2026-11-27', '2026-12-01'],
    ['2026-11-25', '2026-11-23', '2026-11-26'],
    ['2026-02-18', '2026-02-13', '2026-02-23'],
    ['2030-11-30', '2030-11-29', '2030-12-02'],
  ] as const) {
    it(`${day} lies between ${before} and ${after}`, () => {
      assert.equal(previousWorkingDay(local(day), plan).toISODate(), before);
      assert.equal(nextWorkingDay(local(day), plan).toISODate(), after);
    });
  }

  for (const [from, count, end] of [
    ['2026-11-23T09:00', 1, '2026-11-25T17:00'],
    ['2026-11-20T16:59', 3, '2026-11-26T17:00'],
    ['2026-11-28T10:00', 1, '2026-11-30T17:00'],
    ['2026-02-13T10:00', 5, '2026-02-27T17:00'],
    ['2026-11-23T09:00', 0, '2026-11-23T17:00'],
  ] as const) {
    it(`${count} after ${from} end ${end}`, () => {
      assert.equal(text(addWorkingDays(local(from), count, plan)), end);
    });
  }

  for (const [at, next] of [
    ['2026-11-23T07:29', '2026-11-23T07:30'],
    ['2026-11-23T07:30', '2026-11-23T07:30'],
    ['2026-11-23T16:59', '2026-11-23T16:59'],
    ['2026-11-23T17:00', '2026-11-25T07:30'],
    ['2026-11-28T12:00', '2026-11-30T07:30'],
  ] as const) {
    it(`the office is there at ${next} when asked at ${at}`, () => {
      assert.equal(text(nextOfficeTime(local(at), plan)), next);
    });
  }
});

describe('instantOf', () => {
  it('is what any reading of the date is', () => {
    const any = fc.date({ noInvalidDate: true, min: new Date('1970-01-01'), max: new Date('2100-01-01') });
    fc.assert(
      fc.property(any, (date) => {
        const stored = date.toISOString();
        const read = DateTime.fromISO(stored, { zone: 'Asia/Ho_Chi_Minh' });
        assert.ok(instantOf(stored, 'Asia/Ho_Chi_Minh').equals(read));
      }),
    );
  });
});

describe('authenticatedInstant', () => {
  const receivedAt = local('2026-12-01T00:00:30');
  for (const [name, timestamp, expected] of [
    [
      'trusts a timestamp from before the deadline, received after it',
      '2026-11-30T16:59:59.900Z',
      '2026-11-30T23:59:59.900+07:00',
    ],
    ['trusts one exactly 60 s before', '2026-11-30T16:59:30.000Z', '2026-11-30T23:59:30.000+07:00'],
    ['takes the receipt for an older one', '2026-11-30T16:59:29.999Z', '2026-12-01T00:00:30.000+07:00'],
    ['takes the receipt for one from the future', '2026-11-30T17:01:30.001Z', '2026-12-01T00:00:30.000+07:00'],
    ['also when it is only a second ahead', '2026-11-30T17:00:31.000Z', '2026-12-01T00:00:30.000+07:00'],
    ['reads a timestamp without offset as UTC', '2026-11-30T17:00:00', '2026-12-01T00:00:00.000+07:00'],
    ['takes the receipt when there is none', undefined, '2026-12-01T00:00:30.000+07:00'],
    ['takes the receipt for nonsense', 'yesterday', '2026-12-01T00:00:30.000+07:00'],
  ] as const) {
    it(name, () =>
      assert.equal(authenticatedInstant(stampedInstant(timestamp, receivedAt), receivedAt).toISO(), expected),
    );
  }
});

describe('isBeforeDeadline', () => {
  const deadline = local('2026-11-30').endOf('day');
  for (const [at, expected] of [
    ['2026-11-30T16:59:59.999Z', true],
    ['2026-11-30T17:00:00.000Z', false],
    ['2026-11-30T23:59:59.999+07:00', true],
  ] as const) {
    it(`${at} is ${expected ? 'in time' : 'late'}`, () => {
      assert.equal(isBeforeDeadline(DateTime.fromISO(at), deadline), expected);
    });
  }
});
