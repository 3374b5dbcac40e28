import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { graceEndsBy, graceUntil, lapsesFrom } from '../../../src/domain/calendar/closing.ts';

const zone = 'Asia/Ho_Chi_Minh';
const at = (iso: string): DateTime => DateTime.fromISO(iso, { zone });
const deadline = at('2026-11-30T23:59:59.999');
const facts = (now: string, closes = deadline) => ({ at: at(now), deadline, closesAt: closes });

describe('the end of the time to send', () => {
  it('lapsing starts two minutes after it', () => {
    assert.equal(lapsesFrom(deadline).toISO(), '2026-12-01T00:01:59.999+07:00');
  });

  it('a grace window takes the whole minute that was typed', () => {
    const until = graceUntil({ day: '4/12/2026', time: '9:05' }, facts('2026-12-01T08:00'));
    assert.equal(until.toISO(), '2026-12-04T09:05:59.999+07:00');
  });

  for (const [name, typed, given, code] of [
    ['four days before', { day: '2026-12-04', time: '17:00' }, facts('2026-11-26T23:59'), 'GRACE_TOO_EARLY'],
    ['thirty days after', { day: '2026-12-31', time: '17:00' }, facts('2026-12-30T23:59:59.999'), 'GRACE_TOO_LATE'],
    ['not a day', { day: 'mai', time: '17:00' }, facts('2026-12-01T08:00'), 'GRACE_UNREADABLE'],
    ['not a time', { day: '2026-12-04', time: 'năm giờ' }, facts('2026-12-01T08:00'), 'GRACE_UNREADABLE'],
    ['the minute just over', { day: '2026-12-01', time: '07:59' }, facts('2026-12-01T08:00'), 'GRACE_PAST'],
    ['the deadline itself', { day: '2026-11-30', time: '23:59' }, facts('2026-11-30T08:00'), 'GRACE_NOT_LATER'],
    [
      'the window there is',
      { day: '2026-12-04', time: '17:00' },
      facts('2026-12-01T08:00', at('2026-12-04T17:00:59.999')),
      'GRACE_NOT_LATER',
    ],
    ['a day too far', { day: '2026-12-31', time: '00:00' }, facts('2026-12-01T08:00'), 'GRACE_TOO_FAR'],
  ] as const) {
    it(`refuses ${name}`, () => {
      assert.throws(() => graceUntil(typed, given), { code });
    });
  }

  it('allows the very last minute', () => {
    const until = graceUntil({ day: '2026-12-30', time: '23:59' }, facts('2026-12-01T08:00'));
    assert.equal(until.toMillis(), graceEndsBy(deadline).toMillis());
  });
});
