import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { byUrgency, daysUntil, urgencyOf } from '../../../src/domain/calendar/urgency.ts';

const zone = 'Asia/Ho_Chi_Minh';
const at = (iso: string): DateTime => DateTime.fromISO(iso, { zone });
const now = at('2026-11-27T09:00:00');

describe('byUrgency', () => {
  it('puts what is overdue first and what has no date a week away, keeping the given order of equals', () => {
    const items = [
      { id: 'undated', due: undefined },
      { id: 'far', due: at('2026-12-05T17:00:00') },
      { id: 'soon', due: at('2026-11-30T23:59:59') },
      { id: 'soon too', due: at('2026-11-30T23:59:59') },
      { id: 'overdue', due: at('2026-11-26T17:00:00') },
      { id: 'undated too', due: undefined },
    ];
    assert.deepEqual(
      byUrgency(items, now).map((i) => i.id),
      ['overdue', 'soon', 'soon too', 'undated', 'undated too', 'far'],
    );
  });

  it('puts before what is overdue whatever is first', () => {
    const items = [
      { id: 'overdue', due: at('2026-11-26T17:00:00') },
      { id: 'first', due: undefined, isFirst: true },
      { id: 'first too', due: at('2026-12-05T17:00:00'), isFirst: true },
    ];
    assert.deepEqual(
      byUrgency(items, now).map((i) => i.id),
      ['first', 'first too', 'overdue'],
    );
  });
});

describe('urgencyOf and daysUntil', () => {
  const table: [due: string, urgency: string, days: number][] = [
    ['2026-11-26T17:00:00', 'overdue', -1],
    ['2026-11-27T08:59:59', 'overdue', 0],
    ['2026-11-27T17:00:00', 'soon', 0],
    ['2026-11-30T23:59:59', 'soon', 3],
    ['2026-12-01T00:00:00', 'later', 4],
  ];
  for (const [due, urgency, days] of table) {
    it(`${due} is ${urgency}, ${days} days`, () => {
      assert.equal(urgencyOf(at(due), now), urgency);
      assert.equal(daysUntil(at(due), now), days);
    });
  }

  it('counts days where the deadline is, not where the clock is', () => {
    assert.equal(daysUntil(at('2026-11-30T23:59:59'), DateTime.fromISO('2026-11-29T18:00:00Z', { zone: 'utc' })), 0);
  });
});
