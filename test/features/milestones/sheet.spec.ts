import assert from 'node:assert/strict';
import { load } from '../../../src/ports/documents.ts';
import type { AuditEvent } from '../../../src/records/audit.ts';
import { roundDatesId, roundDatesRecord } from '../../../src/records/round-dates.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { clicking } from '../../support/clicking.ts';
import { actionsOf, type Office, openOffice, person, scope, textOf, valuesOf } from '../../support/office.ts';
import { codeOf, wayBack } from '../../support/refusal.ts';
import { round } from '../../support/seed-round.ts';
import { launch } from '../campaign/launching.ts';
import { milestoneNow, openMilestones, roundNow } from './a-round.ts';

const all = {
  'on-departmentMeeting': '2026-11-20',
  'on-supplement': '2026-12-05',
  'on-qualityRating': '2026-12-10',
  'on-council': '2026-12-08',
  'on-councilReport': '2026-12-09',
  'on-proposedList': '2026-12-10',
  'on-decision': '2026-12-16',
  'on-toSo': '2026-12-17',
  'on-ceremony': '2026-12-28',
  'on-payment': '2026-12-31',
  'on-filing': '2027-06-30',
};
const asTyped = (dates: Readonly<Record<string, string | null>>) =>
  Object.fromEntries(Object.entries(dates).map(([id, on]) => [`on-${id}`, on ?? '']));

let office: Office;
const dated = async () =>
  asTyped(Object.fromEntries((await roundNow(office)).milestones.map(({ id, on }) => [id, on])));
const waiting = async () => (await load(office.store, scope.unit, roundDatesRecord, roundDatesId(round)))?.data;
const events = async (): Promise<AuditEvent[]> =>
  (await office.dump('audit'))
    .map(({ data }) => data as AuditEvent)
    .filter(({ command }) => command === 'milestones.dates');
const sheet = async (who = 'office') => (await office.as(who).click('milestones.sheet', { round })).card;
const save = async (typed: object, who = 'office', was: object = {}) => {
  const data = actionsOf(await sheet()).find(({ verb }) => verb === 'milestones.dates')?.data;
  return office.as(who).click('milestones.dates', { ...data, ...was, ...typed });
};
/** The form as it comes back. */
const shownAgain = async (back: Awaited<ReturnType<typeof wayBack>>) => {
  const form = await office.as('office').page(back.show.page, back.show.params, back.typed);
  assert.ok(form);
  assertGoodCard(form.card);
  return { ...valuesOf(form.card), text: textOf(form.card), card: form.card };
};
const sentences = (back: Awaited<ReturnType<typeof wayBack>>): string =>
  [back, ...back.also].map(({ code, facts }) => office.machine.texts('vi').t(`errors.${code}`, facts)).join('\n');

describe('the dates of all milestones', () => {
  beforeEach(async () => {
    office = await openOffice({ now: '2026-11-10T09:00:00' });
    await openMilestones(office);
  });

  it('are two clicks from “mốc việc”, one command and one commit', async () => {
    const way = clicking(office, 'office', (await office.as('office').say('mốc việc')).card);
    await way.press('Đặt ngày các mốc');
    assertGoodCard(way.card);
    assert.equal(Object.keys(valuesOf(way.card)).length, 11);
    const { rev } = (await office.dump('round'))[0] ?? { rev: 0 };
    assert.match(await way.press('Lưu các ngày', all), /Đã lưu: 11\/11 mốc có ngày/);
    assert.deepEqual(way.counted, { clicks: 2, cards: 2 });
    assertGoodCard(way.card);
    assert.deepEqual(await dated(), all);
    assert.equal((await office.dump('round'))[0]?.rev, rev + 1);
    const [event, ...others] = await events();
    assert.deepEqual([event?.facts.council, event?.subject, others.length], ['2026-12-08', `round:${round}`, 0]);
    assert.deepEqual((await milestoneNow(office, 'council')).owner, 'councilSecretary');
  });

  it('saved by a second click stay as they are, and are answered alike', async () => {
    const data = actionsOf(await sheet()).find(({ verb }) => verb === 'milestones.dates')?.data;
    const both = await Promise.all([
      office.as('office').click('milestones.dates', { ...data, ...all }),
      office.as('office').click('milestones.dates', { ...data, ...all }),
    ]);
    for (const { text } of both) assert.match(text, /Đã lưu: 11\/11 mốc có ngày/);
    assert.equal((await events()).length, 1);
    assert.equal((await milestoneNow(office, 'council')).rev, 1);
  });

  it('may be left empty, and are taken away by emptying them; nothing else is touched', async () => {
    await save({ 'on-council': '08/12/2026', 'on-filing': '2027-06-30' });
    const before = await milestoneNow(office, 'filing');
    await save({ 'on-council': '' });
    assert.equal((await milestoneNow(office, 'council')).on, null);
    assert.deepEqual(await milestoneNow(office, 'filing'), before);
    await save({});
    assert.equal((await events()).length, 2);
  });

  it('on days off are told of with the day of the reminder', async () => {
    const { text } = await save({ 'on-council': '2026-12-12', 'on-filing': '2027-02-08' });
    assert.match(text, /ngày làm việc liền trước: Họp Hội đồng \(11\/12\/2026\), Nộp lưu hồ sơ \(04\/02\/2027\)/);
  });

  it('wrong in several ways are refused together, with all that was typed', async () => {
    const typed = {
      ...all,
      'on-supplement': '31/11/2026',
      'on-qualityRating': '2026-09-01',
      'on-council': '2026-12-18',
      'on-payment': '2569-12-31',
      'on-filing': '2570-06-30',
      'on-ceremony': '2028-01-01',
      'on-departmentMeeting': '2026-12-02',
    };
    const back = await wayBack(save(typed));
    const said = sentences(back);
    for (const one of [
      /Chưa đọc được ngày của mốc Bổ sung, hoàn thiện hồ sơ/,
      /Chi tiền thưởng: năm 2569 là năm Phật lịch. Đề nghị ghi năm dương lịch: 2026/,
      /Nộp lưu hồ sơ: năm 2570 .* 2027/,
      /Không được trước ngày mở đợt \(01\/10\/2026\): Xếp loại chất lượng cuối năm \(01\/09\/2026\)/,
      /Không được sau ngày 31\/12\/2027: Trao Giấy khen \(01\/01\/2028\)/,
      /trong hạn gửi hồ sơ \(30\/11\/2026\): Họp bình xét tại phòng \(02\/12\/2026\)/,
      /Không được trước Họp Hội đồng \(18\/12\/2026\): Báo cáo kết quả xét với Lãnh đạo \(09\/12\/2026\), Công khai danh sách dự kiến \(10\/12\/2026\), Quyết định khen thưởng \(16\/12\/2026\), Trình cấp trên khen thưởng \(17\/12\/2026\)/,
    ])
      assert.match(said, one);
    const form = await shownAgain(back);
    for (const [id, on] of Object.entries(typed)) assert.equal((form as Record<string, unknown>)[id], on);
    assert.deepEqual(await events(), []);
    const fixed = clicking(office, 'office', form.card);
    await fixed.press('Lưu các ngày', all);
    assert.deepEqual(await dated(), all);
  });

  it('follow the deadline as it now stands', async () => {
    office = await openOffice({ now: '2026-11-10T09:00:00' });
    await openMilestones(office, {}, { graceUntil: '2026-12-08T10:00:00.000Z' });
    const back = await wayBack(save({ 'on-council': '2026-12-07' }));
    assert.match(sentences(back), /phải từ ngày 08\/12\/2026: Họp Hội đồng \(07\/12\/2026\)/);
  });

  it('of what is done are not asked for, nor changed by an older card', async () => {
    const old = await sheet();
    await office.as('secretary').click('milestones.tick', { round, milestone: 'council', rev: 0, done: 'yes' });
    assert.equal(valuesOf(await sheet())['on-council'], undefined);
    const back = await wayBack(clicking(office, 'office', old).press('Lưu các ngày', { 'on-council': '2026-12-08' }));
    assert.equal(back.code, 'MILESTONES_DONE');
    assert.equal((await milestoneNow(office, 'council')).on, null);
  });

  describe('by two people at once', () => {
    let first: ReturnType<typeof clicking>;
    let second: ReturnType<typeof clicking>;
    beforeEach(async () => {
      first = clicking(office, 'office', await sheet('office'));
      second = clicking(office, 'secretary', await sheet('secretary'));
    });

    it('are both kept where they speak of different milestones', async () => {
      await first.press('Lưu các ngày', { 'on-council': '2026-12-08' });
      await second.press('Lưu các ngày', { 'on-decision': '2026-12-16' });
      assert.deepEqual([(await dated())['on-council'], (await dated())['on-decision']], ['2026-12-08', '2026-12-16']);
    });

    it('overwrite nothing where they differ: both come back, and the next save is a knowing one', async () => {
      await first.press('Lưu các ngày', { 'on-council': '2026-12-08' });
      const typed = { 'on-council': '2026-12-09', 'on-filing': '2027-06-30' };
      const back = await wayBack(second.press('Lưu các ngày', typed));
      assert.equal(back.code, 'MILESTONES_CHANGED');
      assert.match(sentences(back), /Họp Hội đồng/);
      assert.deepEqual([(await dated())['on-council'], (await dated())['on-filing']], ['2026-12-08', '']);
      const form = await shownAgain(back);
      assert.match(form.text, /Lê Thị Thu Hà đã đặt ngày 08\/12\/2026 lúc 09:00 ngày 10\/11\/2026/);
      assert.deepEqual(
        [(form as Record<string, unknown>)['on-council'], (form as Record<string, unknown>)['on-filing']],
        ['2026-12-09', '2027-06-30'],
      );
      await clicking(office, 'secretary', form.card).press('Lưu các ngày');
      assert.deepEqual([(await dated())['on-council'], (await dated())['on-filing']], ['2026-12-09', '2027-06-30']);
    });

    it('in the same instant: one is saved, the other comes back', async () => {
      const done = await Promise.allSettled([
        first.press('Lưu các ngày', { 'on-council': '2026-12-08' }),
        second.press('Lưu các ngày', { 'on-council': '2026-12-09' }),
      ]);
      const refused = done.flatMap((d) => (d.status === 'rejected' ? [(d.reason as { code: string }).code] : []));
      assert.deepEqual(refused, ['MILESTONES_CHANGED']);
      assert.equal((await events()).length, 1);
    });
  });

  it('are the office’s alone to set', async () => {
    for (const who of ['an', 'director', 'adviceHead', 'thao']) {
      assert.equal(await codeOf(office.as(who).click('milestones.sheet', { round })), 'NOT_ALLOWED_MILESTONES');
      assert.equal(await codeOf(save(all, who)), 'NOT_ALLOWED_MILESTONES');
      assert.equal(await office.as(who).page('milestones.sheet', { round }), null);
      const { card } = await office.as(who).say('mốc việc');
      assert.ok(!actionsOf(card).some(({ verb }) => verb === 'milestones.sheet'));
    }
    assert.equal(await office.channelPage('office', 'milestones.sheet', { round }), null);
    assert.deepEqual(await events(), []);
  });

  it('are refused to a forged card', async () => {
    // An input that no milestone has is passed over, like any that stands beside a button.
    await save({ 'on-payday': '2026-12-08' });
    assert.deepEqual(await events(), []);
    assert.equal(await codeOf(save({ owner: 'office' })), 'BAD_CARD');
    assert.equal(await codeOf(save({ 'on-council': 'x'.repeat(41) })), 'BAD_CARD');
    assert.equal(await codeOf(save({ round: 'annual-2027' })), 'ROUND_OTHER_YEAR');
    assert.equal(await codeOf(save({ round: 'preliminary-2025' })), 'ROUND_OVER');
    assert.equal(await codeOf(save({ round: 'person:an' })), 'NO_SUCH_ROUND');
    // What the card claims to have shown replaces nothing that it did not show.
    await save({ 'on-council': '2026-12-08' });
    const forged = save({ 'on-council': '2026-12-09' }, 'secretary', { 'was-council': '2026-12-01' });
    assert.equal(await codeOf(forged), 'MILESTONES_CHANGED');
    assert.equal((await milestoneNow(office, 'council')).on, '2026-12-08');
  });
});

describe('dates before the round is opened', () => {
  beforeEach(async () => {
    office = await openOffice({ now: '2026-10-05T09:00:00' });
  });
  const open = () => office.as('office').click('round.open', { round, confirm: 'yes' });

  it('are a click from “mốc việc” before the launch too, wait, and are the round’s when it opens', async () => {
    const way = clicking(office, 'office', (await office.as('office').say('mốc việc')).card);
    assertGoodCard(way.card);
    const said = await way.press('Lưu các ngày', all);
    assert.match(said, /Đã lưu: 11\/11 mốc có ngày; các ngày được dùng khi mở đợt/);
    assert.equal(way.counted.clicks, 1);
    assertGoodCard(way.card);
    assert.deepEqual(await office.dump('round'), []);
    assert.deepEqual(valuesOf(way.card), all);
    await way.press('Phát động');
    assert.ok(actionsOf(way.card).some(({ verb }) => verb === 'announce.launch'));

    await launch(office);
    assert.match((await office.as('office').say('mốc việc')).text, /Đợt chưa mở/);
    office.set('2026-10-12T08:00:00');
    const confirm = await office.as('office').click('round.open', { round });
    assert.match(confirm.text, /Họp Hội đồng\nThư ký Hội đồng\n08\/12\/2026/);
    const opened = await open();
    assert.match(opened.text, /08\/12\/2026/);
    assert.deepEqual(await dated(), all);
    const council = await milestoneNow(office, 'council');
    assert.deepEqual(council.changed, { by: person('office'), at: '2026-10-05T02:00:00.000Z' });
    assert.deepEqual((await waiting())?.dates, []);
    await open();
    assert.deepEqual(await dated(), all);
  });

  it('are seen to from the card that opens the round, and back', async () => {
    await launch(office);
    const way = clicking(office, 'office', (await office.as('office').click('round.open', { round })).card);
    await way.press('Đặt ngày các mốc');
    await way.press('Lưu các ngày', { 'on-council': '2026-12-08' });
    assert.match(await way.press('Về mở đợt'), /Họp Hội đồng\nThư ký Hội đồng\n08\/12\/2026/);
    await way.press('Mở đợt');
    assert.equal((await milestoneNow(office, 'council')).on, '2026-12-08');
  });

  it('set on a card from before the opening still count after it, and not over what is newer', async () => {
    await launch(office);
    const early = clicking(office, 'office', await sheet());
    const late = clicking(office, 'secretary', await sheet());
    await open();
    await early.press('Lưu các ngày', { 'on-council': '2026-12-08' });
    assert.equal((await milestoneNow(office, 'council')).on, '2026-12-08');
    const back = await wayBack(late.press('Lưu các ngày', { 'on-council': '2026-12-09' }));
    assert.equal(back.code, 'MILESTONES_CHANGED');
  });

  for (const order of ['save first', 'open first'] as const)
    it(`set in the instant of the opening are not lost (${order})`, async () => {
      await launch(office);
      const form = clicking(office, 'secretary', await sheet());
      const both = [() => form.press('Lưu các ngày', { 'on-council': '2026-12-08' }), open];
      await Promise.all((order === 'save first' ? both : both.reverse()).map((act) => act()));
      assert.equal((await milestoneNow(office, 'council')).on, '2026-12-08');
    });

  it('do not overwrite each other either', async () => {
    const first = clicking(office, 'office', await sheet());
    const second = clicking(office, 'secretary', await sheet());
    await first.press('Lưu các ngày', { 'on-council': '2026-12-08' });
    const back = await wayBack(second.press('Lưu các ngày', { 'on-council': '2026-12-09' }));
    assert.equal(back.code, 'MILESTONES_CHANGED');
    assert.match((await shownAgain(back)).text, /Lê Thị Thu Hà đã đặt ngày 08\/12\/2026/);
    await first.press('Lưu các ngày', { 'on-council': '' });
    assert.deepEqual(
      (await waiting())?.dates.map(({ id, on }) => [id, on]),
      [['council', null]],
    );
  });

  it('may not lie in the past; one that passed meanwhile is said before the opening, and is overdue from then on', async () => {
    const back = await wayBack(save({ 'on-departmentMeeting': '2026-10-04' }));
    assert.equal(back.code, 'MILESTONE_PAST');
    await save({ 'on-departmentMeeting': '2026-10-09' });
    await launch(office);
    office.set('2026-10-14T09:00:00');
    const confirm = await office.as('office').click('round.open', { round });
    assertGoodCard(confirm.card);
    assert.match(confirm.text, /Ngày đã qua, được tính là quá hạn từ khi mở đợt: Họp bình xét tại phòng/);
    await open();
    await office.runDue();
    assert.equal((await office.owed('remind.milestones')).length, 0);
    office.set('2026-10-15T08:30:00');
    await office.runDue();
    assert.ok((await office.owed('remind.milestones')).length > 0);
  });

  it('are told of in the launch: by when departments meet', async () => {
    await save({ 'on-departmentMeeting': '2026-11-20' });
    const which = await launch(office);
    const shown = await office
      .as('adviceHead')
      .page('campaign.launched', { campaign: `campaign:${office.plan.id}`, launch: which });
    assert.match(textOf(shown?.card), /họp bình xét, chậm nhất ngày 20\/11\/2026/);
  });

  it('give way to the plan where the office has set none', async () => {
    office = await openOffice({
      now: '2026-10-05T09:00:00',
      plan: (plan) => ({
        ...plan,
        calendar: {
          ...plan.calendar,
          milestones: plan.calendar.milestones.map((each) => (each.id === 'council' ? { ...each, on: '12-08' } : each)),
        },
      }),
    });
    assert.equal(valuesOf(await sheet())['on-council'], '2026-12-08');
    await launch(office);
    await open();
    assert.deepEqual(
      [(await milestoneNow(office, 'council')).on, (await milestoneNow(office, 'council')).changed],
      ['2026-12-08', null],
    );
  });

  it('are nobody else’s: before a round there is nothing to see for them', async () => {
    for (const who of ['secretary', 'office'])
      assert.equal((await office.as(who).say('mốc việc')).show.page, 'milestones.sheet');
    for (const who of ['director', 'adviceHead', 'an'])
      assert.equal(await codeOf(office.as(who).say('mốc việc')), 'NO_ROUND');
  });

  it('of both rounds of 2030 are a click from each other', async () => {
    office = await openOffice({ now: '2030-10-07T09:00:00' });
    const way = clicking(office, 'office', (await office.as('office').say('mốc việc')).card);
    assert.match(await way.press('Đặt ngày: Đợt tổng kết giai đoạn 2026 - 2030'), /Đợt tổng kết/);
    await way.press('Lưu các ngày', { 'on-council': '2030-12-09' });
    await launch(office);
    await office.as('office').click('round.open', { round: 'annual-2030', confirm: 'yes' });
    const { card } = await office.as('office').say('mốc việc');
    assert.ok(actionsOf(card).some(({ title }) => title === 'Đặt ngày: Đợt tổng kết giai đoạn 2026 - 2030'));
  });

  it('is not asked for where the unit holds no meeting', async () => {
    office = await openOffice({
      now: '2026-10-05T09:00:00',
      plan: (plan) => ({ ...plan, settings: { ...plan.settings, departmentMeeting: 'off' } }),
    });
    assert.equal(valuesOf(await sheet())['on-departmentMeeting'], undefined);
  });
});
