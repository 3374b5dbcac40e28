import assert from 'node:assert/strict';
import { openOffice } from '../../support/office.ts';
import { arrive, bindOfficeChannel, live, openRound, round } from './a-round.ts';

const byHand = { round, audience: 'staff', formId: 'by-hand', confirm: 'yes' };

describe('a reminder by hand', () => {
  for (const [day, isReplaced] of [
    ['2026-11-20', true],
    ['2026-11-19', true],
    ['2026-11-18', false],
  ] as const) {
    it(`${isReplaced ? 'stands for' : 'is too old for'} the calendar's of Monday 23/11 when it went out on ${day}`, async () => {
      const office = await openOffice({ now: '2026-11-16T07:00:00' });
      await openRound(office);
      await bindOfficeChannel(office);
      await live(office, '2026-11-16', '2026-11-17');
      office.set(`${day}T10:00:00`);
      await office.as('office').click('remind.now', byHand);
      await office.runDue();
      await arrive(office, 'remind.staff');
      const log = await live(office, '2026-11-23', '2026-11-23');
      assert.equal(log.includes('23/11 08:30 staff → an'), !isReplaced);
      // The list of the department was not sent by hand.
      assert.ok(log.includes('23/11 08:30 head → adviceHead'));
    });
  }
});
