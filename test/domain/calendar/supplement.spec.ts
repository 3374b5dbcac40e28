import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { supplementDeadline } from '../../../src/domain/calendar/supplement.ts';
import { khanhHoaPlan } from '../../support/khanh-hoa-plan.ts';

const at = (iso: string) => DateTime.fromISO(iso, { zone: khanhHoaPlan.zone });
const closes = at('2026-11-30T23:59:59.999');

describe('supplementDeadline', () => {
  const cases: readonly (readonly [why: string, returned: string, until: string])[] = [
    ['early in the round: the round itself', '2026-11-02T09:00', '2026-11-30T23:59:59.999'],
    ['five working days that end on the last day, before the deadline', '2026-11-20T09:00', '2026-11-30T23:59:59.999'],
    // The 24th is a holiday of the plan.
    ['one day later, past it', '2026-11-23T09:00', '2026-12-01T17:00'],
    ['five working days that reach past it', '2026-11-25T09:00', '2026-12-02T17:00'],
    ['after it', '2026-12-04T16:30', '2026-12-11T17:00'],
  ];
  for (const [why, returned, until] of cases) {
    it(why, () => {
      assert.equal(supplementDeadline(at(returned), closes, khanhHoaPlan).toMillis(), at(until).toMillis());
    });
  }
});
