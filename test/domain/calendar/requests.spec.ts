import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { nextRequestAt } from '../../../src/domain/calendar/requests.ts';
import { khanhHoaPlan as plan } from '../../support/khanh-hoa-plan.ts';

const { zone } = plan;
const at = (iso: string): DateTime => DateTime.fromISO(iso, { zone });
const deadline = at('2026-11-30T23:59:59.999');
const next = (last: string, now: string): string =>
  nextRequestAt(plan, { last: at(last), now: at(now), deadlines: [deadline] }).toFormat('yyyy-MM-dd HH:mm');

describe('when the next request to one person may go', () => {
  const cases: [why: string, last: string, now: string, expected: string][] = [
    [
      'the first of the morning has gone: the rest in the afternoon',
      '2026-11-12T09:00',
      '2026-11-12T09:01',
      '2026-11-12 15:00',
    ],
    [
      'the rest has gone: later ones the next working morning',
      '2026-11-12T15:00',
      '2026-11-12T15:30',
      '2026-11-13 08:30',
    ],
    ['the first came late in the day', '2026-11-12T16:00', '2026-11-12T16:10', '2026-11-13 08:30'],
    ['over a weekend', '2026-11-13T16:00', '2026-11-14T10:00', '2026-11-16 08:30'],
    ['over a holiday, 24/11', '2026-11-23T16:00', '2026-11-23T17:00', '2026-11-25 08:30'],
    ['the first of a Saturday has gone', '2026-11-14T09:00', '2026-11-14T09:01', '2026-11-16 08:30'],
    [
      'the second of a day goes at once when the day before was the last',
      '2026-11-11T10:00',
      '2026-11-12T09:00',
      '2026-11-11 15:00',
    ],
    ['the last two days: one each hour', '2026-11-29T10:00', '2026-11-29T10:05', '2026-11-29 11:00'],
    ['the last night too', '2026-11-30T22:30', '2026-11-30T22:31', '2026-11-30 23:30'],
    [
      'what was to wait until Monday morning goes on Sunday, the day before the last',
      '2026-11-27T16:00',
      '2026-11-27T16:10',
      '2026-11-29 08:30',
    ],
    ['the round is over: in the afternoon again', '2026-12-02T09:00', '2026-12-02T09:01', '2026-12-02 15:00'],
    ['a clock that was set back keeps nobody waiting', '2026-12-24T09:00', '2026-11-12T09:01', '2026-11-12 15:00'],
  ];
  for (const [why, last, now, expected] of cases) it(why, () => assert.equal(next(last, now), expected));

  it('whatever comes when, nobody is told more than twice on a working day outside the last two', () => {
    const start = at('2026-11-02T00:00');
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 26 * 24 * 60 }), { minLength: 1, maxLength: 60 }), (minutes) => {
        const told: DateTime[] = [];
        for (const came of [...minutes].sort((a, b) => a - b).map((minute) => start.plus({ minutes: minute }))) {
          const last = told.at(-1);
          // It is merged with what still waits.
          if (last !== undefined && last >= came) continue;
          const due = last && nextRequestAt(plan, { last, now: came, deadlines: [deadline] });
          told.push(due === undefined || due < came ? came : due);
        }
        const perDay = new Map<string, number>();
        for (const day of told.map((each) => each.toISODate() ?? '')) perDay.set(day, (perDay.get(day) ?? 0) + 1);
        assert.ok([...perDay].every(([day, n]) => n <= 2 || day >= '2026-11-29'));
      }),
    );
  });
});
