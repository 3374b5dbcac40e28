import assert from 'node:assert/strict';
import { outageBanner, sendingStopped, sendingWorks } from '../../../src/model/sending/outage.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { openOffice, textOf } from '../../support/office.ts';

describe('a service that refuses everything', () => {
  it('is remembered from its first refusal on, and said on the pages about sending', async () => {
    const office = await openOffice({ now: '2026-11-30T08:00:00' });
    const vi = office.machine.texts('vi');
    assert.equal(await outageBanner(office.turn(), vi), undefined);
    await office.run((turn) => sendingStopped(turn, '401'));
    office.set('2026-11-30T08:01:00');
    await office.run((turn) => sendingStopped(turn, '401'));
    assert.match((await outageBanner(office.turn(), vi))?.text ?? '', /từ 08:00 ngày 30\/11\/2026/);
    assert.equal((await office.dump('outage'))[0]?.rev, 1);
  });
  it('is over once: the office is told from when to when', async () => {
    const office = await openOffice({ now: '2026-11-30T08:00:00' });
    await office.run((turn) => sendingWorks(turn));
    await office.runDue();
    assert.deepEqual(await office.owed(), []);
    await office.run((turn) => sendingStopped(turn, '401'));
    office.set('2026-11-30T09:30:00');
    await office.run((turn) => sendingWorks(turn));
    await office.run((turn) => sendingWorks(turn));
    await office.runDue();
    const told = await office.owed('sending.outage');
    assert.deepEqual(told.map(({ to }) => to).sort(), ['office', 'officeHead', 'secretary']);
    const shown = await office.as('office').page('sending.outage');
    assert.ok(shown);
    assertGoodCard(shown.card);
    assert.match(textOf(shown.card), /Từ 08:00 đến 09:30 ngày 30\/11\/2026/);
    assert.equal(await office.as('an').page('sending.outage'), null);
    assert.equal(await outageBanner(office.turn(), office.machine.texts('vi')), undefined);
  });
  it('of more than one day says both', async () => {
    const office = await openOffice({ now: '2026-11-27T16:00:00' });
    await office.run((turn) => sendingStopped(turn, '401'));
    office.set('2026-11-30T09:30:00');
    await office.run((turn) => sendingWorks(turn));
    const shown = await office.as('office').page('sending.outage');
    assert.match(textOf(shown?.card), /Từ 16:00 ngày 27\/11\/2026 đến 09:30 ngày 30\/11\/2026/);
  });
  it('comes again: the earlier one does not hide it', async () => {
    const office = await openOffice({ now: '2026-11-30T08:00:00' });
    await office.run((turn) => sendingStopped(turn, '401'));
    await office.run((turn) => sendingWorks(turn));
    office.set('2026-11-30T10:00:00');
    await office.run((turn) => sendingStopped(turn, '403 BotDisabledByAdmin'));
    assert.match((await outageBanner(office.turn(), office.machine.texts('vi')))?.text ?? '', /từ 10:00/);
    await office.run((turn) => sendingWorks(turn));
    await office.runDue();
    assert.equal((await office.owed('sending.outage')).length, 6);
  });
});
