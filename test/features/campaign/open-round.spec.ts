import assert from 'node:assert/strict';
import { Refusal } from '../../../src/pipeline/answer.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, openOffice, textOf } from '../../support/office.ts';
import { channel, launch } from './launching.ts';

describe('mở đợt', () => {
  it('shows the round, then opens it under the plan version in force and tells everyone once', async () => {
    const office = await openOffice({ people: { thao: { locale: 'en' } } });
    await office.as('office').say('kênh văn phòng', channel('Chung'));
    await launch(office);
    const choose = await office.as('office').say('mo dot');
    assertGoodCard(choose.card);
    assert.match(choose.text, /Đợt xét khen thưởng năm 2026[\s\S]*hạn gửi hết ngày 30\/11\/2026[\s\S]*Chưa mở/);
    const confirm = await office.as('office').click('round.open', { round: 'annual-2026' });
    assertGoodCard(confirm.card);
    assert.match(confirm.text, /Hết ngày 30\/11\/2026 \(thứ Hai\)/);
    assert.match(confirm.text, /Họp bình xét tại phòng\nTrưởng phòng\nChưa quy định/);
    assert.deepEqual(await office.dump('round'), []);

    const opened = await office.as('office').click('round.open', { round: 'annual-2026', confirm: 'yes' });
    assertGoodCard(opened.card);
    const [round] = await office.dump('round');
    const data = round?.data as Record<string, unknown>;
    assert.equal(data.deadline, '2026-11-30T16:59:59.999Z');
    assert.equal(data.planVersion, office.unit.planVersion);
    assert.equal(round?.lane, 'calendar');
    assert.equal((data.milestones as unknown[]).length, 11);

    const again = await office.as('office').click('round.open', { round: 'annual-2026', confirm: 'yes' });
    assert.match(again.text, /Đã mở đợt/);
    await office.runDue();
    await office.runDue();
    const owed = await office.owed('round.open');
    assert.equal(owed.length, 14);
    assert.equal(owed.find(({ to }) => to === 'an')?.data.expiresAt, '2026-11-30T16:59:59.999Z');
    assert.match((await office.as('office').say('mở đợt')).text, /Đã mở/);
  });

  it('is told to staff, heads and leaders in their own words, and to channels without names', async () => {
    const office = await openOffice({ people: { thao: { locale: 'en' } } });
    await launch(office);
    await office.as('office').click('round.open', { round: 'annual-2026', confirm: 'yes' });
    const seen = async (key: string) => {
      const shown = await office.as(key).page('round.opened', { round: 'annual-2026' });
      assertGoodCard(shown?.card ?? {});
      assert.equal(shown?.subject, 'closing:annual-2026');
      return { text: textOf(shown?.card), card: shown?.card };
    };
    assert.match((await seen('an')).text, /Đề nghị chị tự đánh giá[\s\S]*hết ngày 30\/11\/2026 \(thứ Hai\)/);
    assert.match((await seen('adviceHead')).text, /Đề nghị Trưởng phòng tổ chức họp bình xét/);
    assert.match((await seen('director')).text, /Đề nghị Giám đốc tự đánh giá/);
    assert.match((await seen('thao')).text, /the end of 30\/11\/2026 \(Monday\)/);
    const inChannel = await office.channelPage('office', 'round.show', { round: 'annual-2026' });
    assertGoodCard(inChannel?.card ?? {});
    assert.deepEqual(actionsOf(inChannel?.card), []);
    office.set('2026-12-01T08:00:00');
    assert.match((await seen('an')).text, /Đã hết hạn gửi hồ sơ/);
    assert.match((await office.as('an').click('round.show', { round: 'annual-2026' })).text, /Đã hết hạn gửi/);
  });

  it('needs a launch first', async () => {
    const office = await openOffice();
    for (const ask of [
      () => office.as('office').say('mở đợt'),
      () => office.as('office').click('round.open', { round: 'annual-2026', confirm: 'yes' }),
    ]) {
      const error = await ask().catch((e: unknown) => e);
      assert.ok(error instanceof Refusal);
      assert.equal(error.code, 'NO_CAMPAIGN');
      assert.equal(error.show.page, 'announce.prepare');
    }
    const which = await launch(office);
    await office.as('office').click('announce.cancel', { launch: which, confirm: 'yes' });
    await assert.rejects(office.as('office').say('mở đợt'), { code: 'NO_CAMPAIGN' });
  });

  it('refuses rounds that are over, of another year, unknown or opened by someone else', async () => {
    const office = await openOffice();
    await launch(office);
    const open = (key: string, round: string) =>
      office
        .as(key)
        .click('round.open', { round, confirm: 'yes' })
        .catch((e: unknown) => e as Refusal);
    assert.equal(((await open('office', 'preliminary-2025')) as Refusal).code, 'ROUND_OVER');
    assert.equal(((await open('office', 'annual-2027')) as Refusal).code, 'ROUND_OTHER_YEAR');
    assert.equal(((await open('office', 'annual-2099')) as Refusal).code, 'NO_SUCH_ROUND');
    assert.equal(((await open('office', 'a/b')) as Refusal).code, 'BAD_CARD');
    await open('office', 'annual-2026');
    const late = (await open('secretary', 'annual-2026')) as Refusal;
    assert.equal(late.code, 'ALREADY_DONE');
    assert.equal(late.show.page, 'round.show');
    assert.equal(late.facts.by, 'Lê Thị Thu Hà');
    office.set('2026-12-01T00:00:00');
    assert.equal((await office.dump('round')).length, 1);
  });

  it('is over the instant after the last day', async () => {
    const office = await openOffice({ now: '2026-11-30T23:59:59.999' });
    await launch(office);
    assert.match((await office.as('office').click('round.open', { round: 'annual-2026' })).text, /Mở đợt/);
    office.set('2026-12-01T00:00:00.000');
    await assert.rejects(office.as('office').click('round.open', { round: 'annual-2026', confirm: 'yes' }), {
      code: 'ROUND_OVER',
    });
    assert.deepEqual(await office.dump('round'), []);
  });

  it('says of one that is open when it was opened, not when it was to be', async () => {
    const office = await openOffice({ now: '2026-11-03T08:00:00' });
    await launch(office);
    assert.match((await office.as('office').say('mở đợt')).text, /Dự kiến mở từ 01\/10\/2026; hạn gửi/);
    await office.as('office').click('round.open', { round: 'annual-2026', confirm: 'yes' });
    const { text } = await office.as('office').click('round.choose');
    assert.match(text, /Mở lúc 08:00 ngày 03\/11\/2026; hạn gửi hết ngày 30\/11\/2026/);
  });

  it('offers both rounds of 2030', async () => {
    const office = await openOffice({ now: '2030-10-07T09:00:00' });
    await launch(office);
    const choose = await office.as('office').say('mở đợt');
    assert.deepEqual(
      actionsOf(choose.card)
        .filter(({ verb }) => verb === 'round.open')
        .map(({ data }) => data.round),
      ['annual-2030', 'final-2030'],
    );
    const none = await openOffice({ now: '2031-01-07T09:00:00' });
    await launch(none);
    assert.match((await none.as('office').say('mở đợt')).text, /không có đợt nào trong năm 2031/);
  });

  it('is for the office alone', async () => {
    const office = await openOffice();
    await launch(office);
    for (const key of ['an', 'adviceHead', 'director', 'thao']) {
      await assert.rejects(office.as(key).say('mở đợt'), { code: 'NOT_ALLOWED_OPEN' });
      await assert.rejects(office.as(key).click('round.choose'), { code: 'NOT_ALLOWED_OPEN' });
      await assert.rejects(office.as(key).click('round.open', { round: 'annual-2026', confirm: 'yes' }), {
        code: 'NOT_ALLOWED_OPEN',
      });
      assert.equal(await office.as(key).page('round.confirm', { round: 'annual-2026' }), null);
    }
    assert.deepEqual(await office.dump('round'), []);
  });
});
