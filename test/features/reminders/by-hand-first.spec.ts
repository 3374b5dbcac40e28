import assert from 'node:assert/strict';
import { openOffice, textOf } from '../../support/office.ts';
import { restored } from '../../support/restored.ts';
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

  it('does not stand for the calendar’s while it is held back after a restoration', async () => {
    const office = await openOffice({ now: '2026-11-16T07:00:00' });
    await openRound(office);
    await bindOfficeChannel(office);
    await live(office, '2026-11-16', '2026-11-17');
    office.set('2026-11-20T10:00:00');
    await office.as('office').click('remind.now', byHand);
    await office.runDue();
    await restored(office);
    assert.ok((await live(office, '2026-11-23', '2026-11-23')).includes('23/11 08:30 staff → an'));
  });

  for (const [at, isReplaced] of [
    ['2026-11-26T10:00:00', false],
    ['2026-11-27T16:00:00', false],
    ['2026-11-30T08:00:00', true],
  ] as const) {
    it(`of ${at} ${isReplaced ? 'is the last call' : 'is not the last call: that of 30/11 goes out'}`, async () => {
      const office = await openOffice({ now: '2026-11-23T07:00:00' });
      await openRound(office);
      await bindOfficeChannel(office);
      await live(office, '2026-11-23', '2026-11-25', () => arrive(office, 'remind.staff', 'remind.head'));
      office.set(at);
      for (const audience of ['staff', 'heads'])
        await office.as('office').click('remind.now', { ...byHand, audience, formId: audience });
      await office.runDue();
      await arrive(office, 'remind.staff', 'remind.head');
      const log = await live(office, '2026-11-30', '2026-11-30');
      assert.equal(log.includes('30/11 08:30 staff → an'), !isReplaced);
      assert.equal(log.includes('30/11 08:30 head → insuranceHead'), !isReplaced);
    });
  }

  it('to whoever leads a department says how it stands, also when nothing is new since the list before', async () => {
    const office = await openOffice({ now: '2026-11-23T07:00:00' });
    await openRound(office);
    await bindOfficeChannel(office);
    await live(office, '2026-11-23', '2026-11-23', () => arrive(office, 'remind.staff', 'remind.head'));
    office.set('2026-11-24T10:00:00');
    await office.as('office').click('remind.now', { ...byHand, audience: 'heads' });
    await office.runDue();
    const lists = (await office.owed('remind.head')).filter(({ data }) => data.state === 'pending');
    assert.deepEqual(lists.map(({ to }) => to).sort(), ['adviceHead', 'insuranceHead', 'officeHead']);
    for (const { to, data } of lists) {
      const shown = await office.as(to).page(data.show.page, data.show.params);
      assert.match(textOf(shown?.card), /Việc của phòng trước hạn gửi hồ sơ/, to);
    }
  });
});
