import assert from 'node:assert/strict';
import { Refusal } from '../../../src/pipeline/answer.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, dept, openOffice, person, textOf } from '../../support/office.ts';
import { campaign, launch } from './launching.ts';

describe('Đã đọc', () => {
  it('is recorded once, with the first time, however often it is clicked', async () => {
    const office = await openOffice();
    const which = await launch(office);
    const first = await office.as('an').click('announce.acknowledge', { launch: which });
    assertGoodCard(first.card);
    assert.match(first.text, /Đã đọc lúc 09:00 ngày 02\/11\/2026\./);
    assert.ok(!actionsOf(first.card).some(({ verb }) => verb === 'announce.acknowledge'));
    office.set('2026-11-03T14:00:00');
    const again = await office.as('an').click('announce.acknowledge', { launch: which });
    assert.match(again.text, /đã xác nhận đọc Kế hoạch lúc 09:00 ngày 02\/11\/2026/);
    const receipts = await office.dump('receipt');
    assert.equal(receipts.length, 1);
    assert.deepEqual(receipts[0]?.data, {
      cause: campaign,
      launch: which,
      person: person('an'),
      department: dept('advice'),
      at: '2026-11-02T02:00:00.000Z',
    });
    assert.equal((await office.dump('refresh')).filter(({ id }) => id.includes('receipt')).length, 1);
  });

  it('survives two clicks at once', async () => {
    const office = await openOffice();
    const which = await launch(office);
    const click = () => office.as('an').click('announce.acknowledge', { launch: which });
    const answers = await Promise.all([click(), click(), click()]);
    assert.equal(answers.length, 3);
    assert.equal((await office.dump('receipt')).length, 1);
  });

  it('is refused before a launch, for another launch, and with forged data', async () => {
    const office = await openOffice();
    const early = await office
      .as('an')
      .click('announce.acknowledge', { launch: 'spread:x' })
      .catch((e: unknown) => e);
    assert.ok(early instanceof Refusal);
    assert.equal(early.code, 'LAUNCH_CANCELLED');
    await launch(office);
    await assert.rejects(office.as('an').click('announce.acknowledge', { launch: 'spread:x' }), {
      code: 'LAUNCH_CANCELLED',
    });
    await assert.rejects(office.as('an').click('announce.acknowledge', { person: person('on') }), { code: 'BAD_CARD' });
    assert.deepEqual(await office.dump('receipt'), []);
  });

  it('shows a launch to its own reader only', async () => {
    const office = await openOffice();
    assert.equal(await office.as('an').page('campaign.launched', { campaign, launch: 'spread:x' }), null);
    const which = await launch(office);
    assert.equal(await office.channelPage('office', 'campaign.launched', { campaign, launch: which }), null);
  });
});

describe('the launch, read later', () => {
  it('still speaks of the round it was launched for, whenever its card is drawn again', async () => {
    const office = await openOffice({ now: '2026-10-26T08:00:00' });
    await launch(office);
    await office.runDue();
    const [message] = (await office.owed('announce.launch')).filter((d) => d.to === 'an');
    assert.ok(message);
    office.set('2027-01-15T08:00:00');
    const shown = await office.as('an').page(message.data.show.page, message.data.show.params);
    assert.match(textOf(shown?.card), /đến hết ngày 30\/11\/2026/);
  });
});
