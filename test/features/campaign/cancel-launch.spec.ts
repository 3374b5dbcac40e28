import assert from 'node:assert/strict';
import { Refusal } from '../../../src/pipeline/answer.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, openOffice, textOf } from '../../support/office.ts';
import { campaign, channel, launch, settle } from './launching.ts';

describe('hủy phát động', () => {
  it('stops what was not sent, tells those who were reached, and lets the office launch again', async () => {
    const office = await openOffice();
    await office.as('office').say('kênh văn phòng', channel('Chung'));
    const which = await launch(office);
    await office.runDue();
    const owed = await office.owed('announce.launch');
    const id = (key: string): string => owed.find(({ to }) => to === key)?.id ?? '';
    await settle(office, id('an'), 'sent');
    await settle(office, id('on'), 'unreachable');
    await office.as('an').click('announce.acknowledge', { launch: which });

    const confirm = await office.as('office').click('announce.cancel', { launch: which });
    assertGoodCard(confirm.card);
    assert.match(confirm.text, /1\/13/);
    assert.equal((await office.dump('spread')).length, 1);
    office.set('2026-11-02T09:30:00');
    const done = await office.as('office').click('announce.cancel', { launch: which, confirm: 'yes' });
    assertGoodCard(done.card);
    assert.match(done.text, /Lê Thị Thu Hà hủy phát động lúc 09:30 ngày 02\/11\/2026/);
    await office.runDue();

    assert.equal(await office.as('hniê').page('campaign.launched', { campaign, launch: which }), null);
    const notices = await office.owed('announce.cancel');
    assert.ok(notices.some(({ to }) => to === 'an') && notices.some(({ to }) => to === 'channel:office'));
    assert.ok(!notices.some(({ to }) => to === 'on'));
    const toAn = notices.find(({ to }) => to === 'an');
    const told = await office.as('an').page('announce.cancelled', { ...toAn?.data.show.params });
    assertGoodCard(told?.card ?? {});
    assert.match(textOf(told?.card), /gửi lúc 09:00 ngày 02\/11\/2026 đã được hủy/);
    const toHnie = notices.find(({ to }) => to === 'hniê');
    assert.equal(await office.as('hniê').page('announce.cancelled', { ...toHnie?.data.show.params }), null);
    assert.equal(await office.as('hniê').page('announce.cancelled', { ...toAn?.data.show.params }), null);
    assertGoodCard((await office.channelPage('office', 'announce.cancelled', { delivery: '' }))?.card ?? {});

    office.set('2026-11-02T10:00:00');
    const second = await launch(office, 'secretary');
    await office.runDue();
    assert.notEqual(second, which);
    assert.equal((await office.owed('announce.launch')).length, 28);
    const shown = await office.as('an').page('campaign.launched', { campaign, launch: second });
    assert.ok(actionsOf(shown?.card).some(({ verb }) => verb === 'announce.acknowledge'));
    await office.as('an').click('announce.acknowledge', { launch: second });
    assert.equal((await office.dump('receipt')).length, 1);
    assert.match((await office.as('secretary').say('phát động')).text, /1\nĐã đọc/);
  });

  it('stops a spread that is still running', async () => {
    const office = await openOffice();
    const which = await launch(office);
    await office.as('office').click('announce.cancel', { launch: which, confirm: 'yes' });
    await office.runDue();
    assert.deepEqual(await office.owed(), []);
  });

  it('lets the next launch reach everyone once, also when the cancelled one had not begun to spread', async () => {
    const office = await openOffice();
    const first = await launch(office);
    await office.as('office').click('announce.cancel', { launch: first, confirm: 'yes' });
    const second = await launch(office);
    await office.runDue();
    const owed = await office.owed('announce.launch');
    assert.equal(owed.length, 13);
    assert.ok(owed.every(({ data }) => data.show.params.launch === second && data.cause === second));
  });

  it('is refused after 24 hours, with a round open, twice, and for another launch', async () => {
    const office = await openOffice();
    const which = await launch(office);
    const cancel = (key: string, launchId = which) =>
      office
        .as(key)
        .click('announce.cancel', { launch: launchId, confirm: 'yes' })
        .catch((e: unknown) => e);
    office.set('2026-11-03T09:00:01');
    assert.equal(((await cancel('office')) as Refusal).code, 'CANCEL_TOO_LATE');
    assert.ok(
      !actionsOf((await office.as('office').say('phát động')).card).some(({ verb }) => verb === 'announce.cancel'),
    );
    office.set('2026-11-02T12:00:00');
    await office.as('office').click('round.open', { round: 'annual-2026', confirm: 'yes' });
    assert.equal(((await cancel('office')) as Refusal).code, 'CANCEL_ROUND_OPEN');

    const other = await openOffice();
    const stale = await launch(other);
    await other.as('office').click('announce.cancel', { launch: stale, confirm: 'yes' });
    const again = await other.as('office').click('announce.cancel', { launch: stale, confirm: 'yes' });
    assert.match(again.text, /Đã hủy phát động/);
    const late = await other
      .as('secretary')
      .click('announce.cancel', { launch: stale, confirm: 'yes' })
      .catch((e: unknown) => e);
    assert.ok(late instanceof Refusal);
    assert.equal(late.code, 'ALREADY_DONE');
    assert.equal(late.facts.by, 'Lê Thị Thu Hà');
    await assert.rejects(other.as('office').click('announce.cancel', { launch: 'spread:x', confirm: 'yes' }), {
      code: 'LAUNCH_CANCELLED',
    });
    const relaunch = { formId: stale.split(':').at(-1), number: '25', issuedOn: '15/06/2023', confirm: 'yes' };
    await assert.rejects(other.as('office').click('announce.launch', relaunch), { code: 'LAUNCH_CANCELLED' });
    await assert.rejects(other.as('an').click('announce.acknowledge', { launch: stale }), { code: 'LAUNCH_CANCELLED' });
  });
});
