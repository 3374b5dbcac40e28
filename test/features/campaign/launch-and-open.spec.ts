import assert from 'node:assert/strict';
import type { Card } from '../../../src/ports/messenger.ts';
import type { AuditEvent } from '../../../src/records/audit.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { clicking } from '../../support/clicking.ts';
import { actionsOf, type Office, openOffice, textOf } from '../../support/office.ts';
import { codeOf, wayBack } from '../../support/refusal.ts';
import { campaign, channel, formOf, launch, settle } from './launching.ts';

const round = 'annual-2026';
const terms = { number: '25', issuedOn: '15/06/2023' };

let office: Office;
beforeEach(async () => {
  office = await openOffice({ now: '2026-10-01T09:00:00' });
});

/** Launches and opens in one step, by what the cards show. @returns what cards call this launch */
async function together(who = 'office'): Promise<string> {
  const way = clicking(office, who, (await office.as(who).say('phát động')).card);
  await way.press('Kiểm tra và xem trước', terms);
  await way.press('Mở đợt cùng lúc');
  await way.press('Phát động và mở đợt');
  return launched();
}
const launched = async (): Promise<string> => {
  const [found] = await office.dump('campaign');
  assert.ok(found);
  return (found.data as { spreadId: string }).spreadId;
};
const messageTo = async (who: string, params: object = {}) => {
  const shown = await office.as(who).page('campaign.launched', { campaign, launch: await launched(), ...params });
  assert.ok(shown);
  assertGoodCard(shown.card);
  return { text: textOf(shown.card), actions: actionsOf(shown.card), card: shown.card };
};
const nextSteps = ({ actions }: Card): string[] =>
  (actions as { title: string; style?: string }[])
    .filter(({ style }) => style === 'positive')
    .map(({ title }) => title);
const commands = async (): Promise<string[]> =>
  (await office.dump('audit')).map(({ data }) => (data as AuditEvent).command).filter((c) => !c.startsWith('plan.'));
const count = async (kind: string): Promise<number> => (await office.owed(kind)).length;

describe('launch and opening in one step', () => {
  it('is chosen on the card before it goes out, which shows what either way will read', async () => {
    const way = clicking(office, 'office', (await office.as('office').say('phát động')).card);
    const alone = await way.press('Kiểm tra và xem trước', terms);
    assert.match(alone, /triển khai đợt xét khen thưởng năm 2026/);
    assert.doesNotMatch(alone, /đã mở/);
    const both = await way.press('Mở đợt cùng lúc');
    assertGoodCard(way.card);
    assert.match(both, /Đợt mở cùng lúc\nĐợt xét khen thưởng năm 2026\nHạn gửi hồ sơ: hết ngày 30\/11\/2026/);
    assert.match(both, /Trung tâm đã mở đợt xét khen thưởng năm 2026/);
    assert.match(both, /Nếu hủy phát động trong 24 giờ thì chỉ thông báo được hủy: đợt vẫn mở/);
    assert.match(both, /Các mốc: 0\/11 mốc có ngày/);
    assert.doesNotMatch(await way.press('Chỉ phát động, chưa mở đợt'), /đã mở/);
    assert.deepEqual([await office.dump('campaign'), await office.dump('round')], [[], []]);
    await way.press('Phát động');
    assert.deepEqual(await office.dump('round'), []);
  });

  it('is one transaction; the round is as one that is opened by itself', async () => {
    await office.as('office').click('milestones.dates', { round, 'on-council': '2026-12-08', 'was-council': '' });
    await together();
    const joint = { round: (await office.dump('round'))[0]?.data, closing: (await office.dump('closing'))[0]?.data };
    assert.deepEqual(
      (await commands()).filter((c) => c !== 'milestones.dates'),
      ['announce.launch', 'round.open'],
    );

    office = await openOffice({ now: '2026-10-01T09:00:00' });
    await office.as('office').click('milestones.dates', { round, 'on-council': '2026-12-08', 'was-council': '' });
    await launch(office);
    await office.as('office').click('round.open', { round, confirm: 'yes' });
    const apart = { round: (await office.dump('round'))[0]?.data, closing: (await office.dump('closing'))[0]?.data };
    assert.deepEqual(joint, apart);
  });

  it('is one message to each person and one record in the channel, where two steps are two of each', async () => {
    await office.as('office').say('kênh văn phòng', channel('Chung'));
    await together();
    await office.runDue();
    await office.runDue();
    assert.deepEqual([await count('announce.launch'), await count('round.open')], [14, 0]);
    const record = await office.channelPage('office', 'announce.record', { launch: await launched() });
    assertGoodCard(record?.card ?? {});
    assert.match(
      textOf(record?.card),
      /Đợt đang mở\nĐợt xét khen thưởng năm 2026, hạn gửi hồ sơ hết ngày 30\/11\/2026/,
    );

    office = await openOffice({ now: '2026-10-01T09:00:00' });
    await office.as('office').say('kênh văn phòng', channel('Chung'));
    await launch(office);
    office.set('2026-10-01T09:30:00');
    await office.as('office').click('round.open', { round, confirm: 'yes' });
    await office.runDue();
    assert.deepEqual([await count('announce.launch'), await count('round.open')], [14, 14]);
  });

  it('tells everyone in their own words, with one next step', async () => {
    office = await openOffice({
      now: '2026-10-01T09:00:00',
      people: { hniê: { status: 'onLeave', statusFrom: '2026-09-01', statusTo: null }, thao: { locale: 'en' } },
    });
    await together();
    const an = await messageTo('an');
    assert.match(an.text, /đã mở đợt xét khen thưởng năm 2026[\s\S]*Đề nghị chị nghiên cứu Kế hoạch, tự đánh giá/);
    assert.match(an.text, /Hạn gửi hồ sơ: hết ngày 30\/11\/2026 \(thứ Hai\)/);
    assert.deepEqual(
      an.actions.map(({ title }) => title),
      ['Tự đánh giá', 'Xem Kế hoạch', 'Đã đọc'],
    );
    assert.deepEqual(nextSteps(an.card), ['Tự đánh giá']);
    const next = an.actions.find(({ title }) => title === 'Tự đánh giá');
    assert.equal((await office.as('an').click(next?.verb ?? '', next?.data)).show.page, 'assess.sheet');
    const head = await messageTo('adviceHead');
    assert.match(head.text, /đồng thời:[\s\S]*\(2\)[\s\S]*họp bình xét[\s\S]*chậm nhất đến hết ngày 30\/11\/2026/);
    assert.ok(head.actions.some(({ title }) => title === 'Xác nhận hồ sơ'));
    assert.match((await messageTo('director')).text, /Kính đề nghị Giám đốc chỉ đạo/);
    assert.match((await messageTo('hniê')).text, /Trong thời gian nghỉ chế độ, .* không phải tự đánh giá/);
    assert.match((await messageTo('thao')).text, /has opened/);
  });

  it('is read like any launch; the message goes on saying how the round stands', async () => {
    const which = await together();
    const ack = (await messageTo('an')).actions.find(({ verb }) => verb === 'announce.acknowledge');
    const read = await office.as('an').click('announce.acknowledge', ack?.data);
    assertGoodCard(read.card);
    assert.match(read.text, /Đã đọc lúc 09:00 ngày 01\/10\/2026/);
    assert.match((await office.as('office').say('phát động')).text, /1\nĐã đọc/);
    assert.equal(read.show.params.launch, which);
    office.set('2026-12-01T08:00:00');
    const over = await messageTo('an');
    assert.match(over.text, /Đã hết hạn gửi hồ sơ: hết ngày 30\/11\/2026/);
    assert.ok(!over.actions.some(({ title }) => title === 'Tự đánh giá'));
  });

  it('tells a newcomer of the open round as well', async () => {
    await together();
    office.set('2026-10-20T09:00:00');
    const { text } = await messageTo('an', { asOf: '2026-10-20T02:00:00.000Z' });
    assert.match(text, /đã mở đợt xét khen thưởng năm 2026/);
  });

  it('clicked twice, or run twice, is done once; another launch is refused', async () => {
    const formId = await formOf(office);
    const data = { formId, ...terms, round, confirm: 'yes' };
    const both = await Promise.all([
      office.as('office').click('announce.launch', data),
      office.as('office').click('announce.launch', data),
    ]);
    for (const { text } of both) assert.match(text, /Kế hoạch số 25\/.*; đợt xét khen thưởng năm 2026 đang mở/);
    await office.runDue();
    await office.runDue();
    assert.deepEqual([await count('announce.launch'), (await office.dump('round')).length], [13, 1]);
    assert.equal(
      await codeOf(office.as('secretary').click('announce.launch', { ...data, formId: 'form2' })),
      'ALREADY_LAUNCHED',
    );
    assert.deepEqual(await commands(), ['announce.launch', 'round.open']);
  });

  it('of two officers, one with and one without the round: whoever comes second reads who did', async () => {
    const done = await Promise.allSettled([
      office.as('office').click('announce.launch', { formId: 'f1', ...terms, round, confirm: 'yes' }),
      office.as('secretary').click('announce.launch', { formId: 'f2', ...terms, confirm: 'yes' }),
    ]);
    const codes = done.flatMap((d) => (d.status === 'rejected' ? [(d.reason as { code: string }).code] : []));
    assert.deepEqual(codes, ['ALREADY_LAUNCHED']);
  });

  it('answers the cards of before: a launch without a word of a round is a launch alone', async () => {
    const formId = await formOf(office);
    await office.as('office').click('announce.launch', { formId, ...terms, confirm: 'yes' });
    assert.deepEqual([(await office.dump('campaign')).length, (await office.dump('round')).length], [1, 0]);
    const stored = await office.as('office').page('announce.confirm', { ...terms, issuedOn: '2023-06-15', formId });
    assertGoodCard(stored?.card ?? {});
    await office.as('office').click('round.open', { round, confirm: 'yes' });
    await office.runDue();
    assert.equal(await count('round.open'), 13);
    const { text, card } = await messageTo('an');
    assert.doesNotMatch(text, /đã mở/);
    assert.deepEqual(nextSteps(card), ['Đã đọc']);
  });

  it('without an open round offers nobody what fails', async () => {
    await launch(office);
    for (const who of ['an', 'adviceHead', 'director'])
      assert.deepEqual(
        (await messageTo(who)).actions.map(({ verb }) => verb),
        ['plan.show', 'announce.acknowledge'],
      );
  });

  it('is the office’s alone, and refused of a round that cannot be opened', async () => {
    const formId = await formOf(office);
    const ask = (of: string, who = 'office') =>
      office.as(who).click('announce.launch', { formId, ...terms, round: of, confirm: 'yes' });
    for (const who of ['an', 'director', 'adviceHead'])
      assert.equal(await codeOf(ask(round, who)), 'NOT_ALLOWED_LAUNCH');
    for (const [of, code] of [
      ['preliminary-2025', 'ROUND_OVER'],
      ['annual-2027', 'ROUND_OTHER_YEAR'],
      ['annual-2099', 'NO_SUCH_ROUND'],
      ['person:an', 'NO_SUCH_ROUND'],
    ] as const) {
      const back = await wayBack(ask(of));
      assert.equal(back.code, code);
      const form = await office.as('office').page(back.show.page, back.show.params);
      assert.ok(actionsOf(form?.card).some(({ title }) => title === 'Phát động'));
    }
    assert.equal(await codeOf(ask('x'.repeat(41))), 'BAD_CARD');
    assert.deepEqual([await office.dump('campaign'), await office.dump('round')], [[], []]);
  });

  it('is over with the deadline: the card of before it leads to the launch alone, and no more is offered', async () => {
    office.set('2026-11-30T23:59:59.999');
    const way = clicking(office, 'office', (await office.as('office').say('phát động')).card);
    await way.press('Kiểm tra và xem trước', terms);
    await way.press('Mở đợt cùng lúc');
    office.set('2026-12-01T00:00:00.000');
    const back = await wayBack(way.press('Phát động và mở đợt'));
    assert.equal(back.code, 'ROUND_OVER');
    const form = await office.as('office').page(back.show.page, back.show.params);
    assert.ok(!actionsOf(form?.card).some(({ title }) => title === 'Mở đợt cùng lúc'));
    assert.deepEqual(await office.dump('campaign'), []);
  });

  it('leaves nothing to be reminded of: the office is not asked to open what is open', async () => {
    office.set('2026-09-21T09:00:00');
    await together();
    office.set('2026-10-05T09:00:00');
    await office.runDue();
    assert.deepEqual(await office.owed('round.toOpen'), []);
  });

  it('of 2030: the first of both, the other opens by itself', async () => {
    office = await openOffice({ now: '2030-10-01T09:00:00' });
    await together();
    assert.deepEqual(
      (await office.dump('round')).map(({ id }) => id),
      ['round:annual-2030'],
    );
    const open = actionsOf((await office.as('office').say('mở đợt')).card).filter(({ verb }) => verb === 'round.open');
    assert.deepEqual(
      open.map(({ data }) => data.round),
      ['final-2030'],
    );
  });
});

describe('cancelling a launch with which a round opened', () => {
  it('takes the announcement back and nothing else: the round, and what people saved, stay; the next launch says that it is open', async () => {
    await office.as('office').say('kênh văn phòng', channel('Chung'));
    const which = await together();
    await office.runDue();
    for (const { id, to } of await office.owed('announce.launch')) if (to === 'an') await settle(office, id, 'sent');
    const sheet = (await office.as('an').click('assess.open', { round })).card;
    await clicking(office, 'an', sheet).press('Lưu, gửi sau', { 'rating-CN1': 'met', 'words-CN1': 'Đã làm' });

    office.set('2026-10-01T10:00:00');
    const way = clicking(office, 'office', (await office.as('office').say('phát động')).card);
    const ask = await way.press('Hủy phát động');
    assertGoodCard(way.card);
    assert.match(ask, /Đợt vẫn mở\nĐợt xét khen thưởng năm 2026, hạn gửi hồ sơ hết ngày 30\/11\/2026/);
    assert.match(ask, /Được hủy đến 09:00 ngày 02\/10\/2026\./);
    await way.press('Hủy phát động');
    await office.runDue();
    assert.equal((await office.dump('round')).length, 1);
    assert.equal((await office.dump('assessment')).length, 1);
    const notice = (await office.owed('announce.cancel')).find(({ to }) => to === 'an');
    const told = await office.as('an').page('announce.cancelled', { ...notice?.data.show.params });
    assertGoodCard(told?.card ?? {});
    assert.match(textOf(told?.card), /đã được hủy[\s\S]*Vẫn mở: Đợt xét khen thưởng năm 2026.*Nội dung đã lưu/);
    assert.ok(actionsOf(told?.card).some(({ title }) => title === 'Tự đánh giá'));
    assert.match(textOf((await office.channelPage('office', 'announce.cancelled', { delivery: '' }))?.card), /Vẫn mở/);
    assert.ok(actionsOf(way.card).some(({ verb }) => verb === 'sending.recall'));

    const again = clicking(office, 'office', (await office.as('office').say('phát động')).card);
    assert.match(
      await again.press('Kiểm tra và xem trước', { ...terms, number: '26' }),
      /đã mở đợt xét khen thưởng năm 2026/,
    );
    assert.ok(!actionsOf(again.card).some(({ title }) => title === 'Mở đợt cùng lúc'));
    assert.match(await again.press('Phát động'), /đang mở/);
    assert.notEqual(await launched(), which);
    assert.match((await messageTo('an')).text, /số 26\/.*[\s\S]*đã mở đợt xét khen thưởng năm 2026/);
    assert.ok(actionsOf(again.card).some(({ title }) => title === 'Hủy phát động'));
  });

  it('is refused once another round was opened after it, and after 24 hours', async () => {
    office = await openOffice({ now: '2030-10-01T09:00:00' });
    const which = await together();
    const cancel = () => office.as('office').click('announce.cancel', { launch: which, confirm: 'yes' });
    office.set('2030-10-01T10:00:00');
    await office.as('office').click('round.open', { round: 'final-2030', confirm: 'yes' });
    assert.equal(await codeOf(cancel()), 'CANCEL_ROUND_OPEN');
    assert.ok(
      !actionsOf((await office.as('office').say('phát động')).card).some(({ verb }) => verb === 'announce.cancel'),
    );

    office = await openOffice({ now: '2026-10-01T09:00:00' });
    const late = await together();
    office.set('2026-10-02T09:00:01');
    assert.equal(
      await codeOf(office.as('office').click('announce.cancel', { launch: late, confirm: 'yes' })),
      'CANCEL_TOO_LATE',
    );
  });

  it('lets an old card that opens the round along say that it is open', async () => {
    const which = await together();
    await office.as('office').click('announce.cancel', { launch: which, confirm: 'yes' });
    const formId = await formOf(office);
    const back = await wayBack(
      office.as('office').click('announce.launch', { formId, ...terms, round, confirm: 'yes' }),
    );
    assert.equal(back.code, 'ROUND_OPEN_ALREADY');
    const form = await office.as('office').page(back.show.page, back.show.params);
    assert.ok(actionsOf(form?.card).some(({ title }) => title === 'Phát động'));
  });
});
