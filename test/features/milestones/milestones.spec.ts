import assert from 'node:assert/strict';
import type { AuditEvent } from '../../../src/records/audit.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, type Office, openOffice, person } from '../../support/office.ts';
import { codeOf, wayBack } from '../../support/refusal.ts';
import { round } from '../../support/seed-round.ts';
import { milestoneNow, openMilestones, recordMeeting, roundNow } from './a-round.ts';

let office: Office;
beforeEach(async () => {
  // A Wednesday after the deadline.
  office = await openOffice({ now: '2026-12-02T09:00:00' });
  await openMilestones(office);
});

const date = (on: string, more: object = {}, as = 'office') =>
  office.as(as).click('milestones.date', { round, milestone: 'council', rev: 0, on, ...more });
const tick = (as: string, more: object = {}) =>
  office.as(as).click('milestones.tick', { round, milestone: 'council', rev: 0, done: 'yes', ...more });

const recorded = async () =>
  (await office.dump('audit'))
    .map(({ data }) => data as AuditEvent)
    .filter(({ command }) => command.startsWith('milestones.'));

describe('the list of milestones', () => {
  it('shows all of them in the plan’s order, with who holds each now', async () => {
    const { text, card } = await office.as('office').say('mốc việc');
    assertGoodCard(card);
    const names = [
      'Họp bình xét tại phòng',
      'Bổ sung, hoàn thiện hồ sơ',
      'Họp Hội đồng',
      'Báo cáo kết quả xét',
      'Nộp lưu hồ sơ',
    ];
    const at = names.map((name) => text.indexOf(name));
    assert.deepEqual(
      at,
      [...at].sort((a, b) => a - b),
    );
    assert.ok(at.every((index) => index >= 0));
    assert.match(text, /Họp Hội đồng\nChưa đặt ngày\nThư ký Hội đồng\nPhạm Thị Mỹ Lệ\n/);
    assert.match(text, /Còn 3 phòng: Phòng Hành chính – Nghiệp vụ, Phòng Tư vấn – Giới thiệu việc làm, Phòng Bảo hiểm/);
    assert.match(text, /nhắc trước 3 ngày làm việc, đúng ngày và khi quá hạn\. Quá 2 ngày làm việc/);
    assert.equal(actionsOf(card).filter(({ verb }) => verb === 'milestones.open').length, 11);
  });

  for (const words of ['moc viec', 'Milestones', 'mốc', 'các mốc thời gian']) {
    it(`comes to “${words}”`, async () => {
      assert.equal((await office.as('secretary').say(words)).show.page, 'milestones.show');
    });
  }

  it('is a button away from the round', async () => {
    const shown = await office.as('secretary').click('round.show', { round });
    assertGoodCard(shown.card);
    const open = actionsOf(shown.card).find(({ verb }) => verb === 'milestones.show');
    assert.equal((await office.as('secretary').click('milestones.show', open?.data)).show.page, 'milestones.show');
    const inChannel = await office.channelPage('office', 'round.show', { round });
    assert.ok(!actionsOf(inChannel?.card).some(({ verb }) => verb === 'milestones.show'));
  });

  it('says of a date how far it is off, to the day', async () => {
    await openAt('2026-12-10', 'council');
    const cases: [now: string, chip: RegExp][] = [
      ['2026-12-04T09:00:00', /Còn 6 ngày/],
      ['2026-12-07T09:00:00', /Sắp đến, còn 3 ngày/],
      ['2026-12-10T23:59:00', /Hôm nay/],
      ['2026-12-11T00:00:00', /Quá hạn 1 ngày/],
    ];
    for (const [now, chip] of cases) {
      office.set(now);
      assert.match((await office.as('office').say('mốc việc')).text, chip);
    }
  });

  it('says which roles nobody holds, who is on leave, and which departments nobody sees to', async () => {
    office = await openOffice({
      now: '2026-12-02T09:00:00',
      people: {
        secretary: { status: 'left', statusFrom: '2026-11-01' },
        director: { status: 'onLeave', statusFrom: '2026-11-20', statusTo: null },
        insuranceHead: { status: 'onLeave', statusFrom: '2026-11-20', statusTo: null },
        adviceHead: { status: 'onLeave', statusFrom: '2026-11-20', statusTo: null },
      },
    });
    await openMilestones(office);
    const { text } = await office.as('office').say('mốc việc');
    assert.match(text, /Thư ký Hội đồng\nChưa có người giữ/);
    assert.match(text, /Giám đốc\nTrần Quốc Khánh \(đang nghỉ\)/);
    // The advice department's deputy stands in.
    assert.match(text, /Tư vấn – Giới thiệu việc làm, Phòng Bảo hiểm thất nghiệp \(chưa có người phụ trách\)/);
  });

  it('tells staff neither who is late nor who is on leave, and a head only of the own department', async () => {
    const staff = (await office.as('an').say('mốc việc')).text;
    assert.match(staff, /Trưởng phòng\nCòn 3 phòng\n/);
    assert.doesNotMatch(staff, /Phòng Bảo hiểm|Phạm Thị Mỹ Lệ/);
    const head = (await office.as('insuranceHead').say('mốc việc')).text;
    assert.match(head, /Còn 3 phòng, trong đó có Phòng Bảo hiểm thất nghiệp\n/);
    assert.match((await office.as('director').say('mốc việc')).text, /Còn 3 phòng: Phòng Hành chính/);
  });

  it('has no meeting where the unit holds none', async () => {
    office = await openOffice({
      now: '2026-12-02T09:00:00',
      plan: (plan) => ({ ...plan, settings: { ...plan.settings, departmentMeeting: 'off' } }),
    });
    await openMilestones(office, { departmentMeeting: '2026-11-20' });
    const { text } = await office.as('office').say('mốc việc');
    assert.match(text, /Họp bình xét tại phòng\n20\/11\/2026\nKhông dùng\nTrưởng phòng\nĐơn vị không dùng/);
    await office.runDue();
    assert.deepEqual(await office.owed('remind.milestones'), []);
  });

  it('has none either where the office owns it: nobody is told of it and nobody has it to do', async () => {
    office = await openOffice({
      now: '2026-12-02T09:00:00',
      plan: (plan) => ({
        ...plan,
        settings: { ...plan.settings, departmentMeeting: 'off' },
        calendar: {
          ...plan.calendar,
          milestones: plan.calendar.milestones.map((each) =>
            each.id === 'departmentMeeting' ? { ...each, owner: 'office' as const } : each,
          ),
        },
      }),
    });
    await openMilestones(office, { departmentMeeting: '2026-11-20' });
    await office.runDue();
    assert.deepEqual(await office.owed('remind.milestones'), []);
    assert.doesNotMatch((await office.as('office').say('việc của tôi')).text, /Mốc của đợt/);
  });

  it('counts a department’s meeting once it is recorded', async () => {
    await recordMeeting(office, 'advice');
    assert.match((await office.as('office').say('mốc việc')).text, /Còn 2 phòng: Phòng Hành chính/);
    await recordMeeting(office, 'office');
    await recordMeeting(office, 'insurance');
    assert.match(
      (await office.as('office').say('mốc việc')).text,
      /Họp bình xét tại phòng\nĐã xong\nTrưởng phòng\nCác phòng đã thực hiện xong/,
    );
  });

  it('is not for a channel, and changes nothing for staff', async () => {
    assert.equal(await office.channelPage('office', 'milestones.show', { round }), null);
    assert.equal(await office.channelPage('office', 'milestones.one', { round, milestone: 'council' }), null);
    const { card } = await office.as('an').click('milestones.open', { round, milestone: 'council' });
    assert.deepEqual(
      actionsOf(card).map(({ verb }) => verb),
      ['milestones.show'],
    );
  });

  const openAt = (on: string, milestone: string) =>
    office.as('office').click('milestones.date', { round, milestone, rev: 0, on });
});

describe('the date of a milestone', () => {
  it('is set by the office, recorded, and looked at by the calendar at once', async () => {
    const { text } = await date('2026-12-04');
    assert.match(text, /Đã đặt ngày 04\/12\/2026/);
    const at = '2026-12-02T02:00:00.000Z';
    assert.deepEqual(await milestoneNow(office, 'council'), {
      id: 'council',
      owner: 'councilSecretary',
      on: '2026-12-04',
      done: null,
      changed: { by: person('office'), at },
      rev: 1,
    });
    assert.equal((await roundNow(office)).nextLookAt, at);
    const [event] = await recorded();
    assert.deepEqual(event?.facts, {
      milestone: 'council',
      from: '',
      to: '2026-12-04',
      done: 'no',
    });
    assert.deepEqual(
      (await office.dump('refresh')).map(({ id }) => id),
      [`refresh:milestones@round:${round}@2`, `refresh:round:${round}@2`],
    );
    await office.runDue();
    assert.equal((await roundNow(office)).nextLookAt, '2026-12-04T01:30:00.000Z');
  });

  it('is changed and taken away, and then nobody looks for its sake any more', async () => {
    await office.runDue();
    const idle = (await roundNow(office)).nextLookAt;
    await date('10/12/2026');
    await date('14.12.2026', { rev: 1 });
    assert.equal((await milestoneNow(office, 'council')).on, '2026-12-14');
    const form = await office.as('office').click('milestones.open', { round, milestone: 'council' });
    assert.match(form.text, /Nhắc người phụ trách: 09\/12\/2026, 14\/12\/2026, 15\/12\/2026\./);
    assert.match(form.text, /báo Trưởng phòng của Phòng Hành chính – Nghiệp vụ và Giám đốc: 16\/12\/2026/);
    const clear = actionsOf(form.card).find(({ data }) => data.clear === 'yes');
    assert.match((await office.as('office').click('milestones.date', clear?.data)).text, /Đã bỏ ngày của mốc/);
    assert.deepEqual(
      [(await milestoneNow(office, 'council')).on, (await milestoneNow(office, 'council')).rev],
      [null, 3],
    );
    await office.runDue();
    assert.equal((await roundNow(office)).nextLookAt, idle);
  });

  const closed: [on: string, before: string][] = [
    ['2026-12-12', '11/12/2026'],
    ['2027-02-08', '04/02/2027'],
  ];
  for (const [on, before] of closed) {
    it(`may be a weekend or holiday (${on}); it is said that the owner is reminded on ${before}`, async () => {
      const { text } = await date(on);
      assert.ok(text.includes(`ngày làm việc liền trước: ${before}`), text);
      assert.equal((await milestoneNow(office, 'council')).on, on);
    });
  }

  const refused: [typed: string, code: string][] = [
    ['', 'DATE_UNREADABLE'],
    ['31/02/2026', 'DATE_UNREADABLE'],
    ['tuần sau', 'DATE_UNREADABLE'],
    ['30/09/2026', 'MILESTONE_BEFORE_OPENING'],
    ['2028-01-01', 'MILESTONE_TOO_LATE'],
    ['10/12/2569', 'DATE_BUDDHIST'],
    ['2570-12-10', 'DATE_BUDDHIST'],
    ['10/12/3026', 'DATE_YEAR'],
  ];
  for (const [typed, code] of refused) {
    it(`is not “${typed}”: ${code}, back to the form with what was typed`, async () => {
      const back = await wayBack(date(typed));
      assert.equal(back.code, code);
      assert.deepEqual(back.typed, { on: typed });
      const form = await office.as('office').page(back.show.page, back.show.params, back.typed);
      assert.ok(form);
      assertGoodCard(form.card);
      assert.match(JSON.stringify(form.card), /"id":"on"/);
      assert.equal((await milestoneNow(office, 'council')).rev, 0);
    });
  }
  it('may be the day on which the round was opened, and the last day that a plan could give', async () => {
    await date('01/10/2026');
    await date('31/12/2027', { rev: 1 });
    assert.equal((await milestoneNow(office, 'council')).on, '2027-12-31');
  });

  it('out of order is set, and said: against the deadline and against the others', async () => {
    assert.match(
      (await date('20/11/2026')).text,
      /cần xem lại.*phải từ ngày 30\/11\/2026: Họp Hội đồng \(20\/11\/2026\)/,
    );
    await date('10/12/2026', { rev: 1 });
    const early = { round, milestone: 'decision', rev: 0, on: '2026-12-04' };
    const said = /Không được trước Họp Hội đồng \(10\/12\/2026\): Quyết định khen thưởng \(04\/12\/2026\)/;
    assert.match((await office.as('office').click('milestones.date', early)).text, said);
    assert.match((await office.as('office').click('milestones.date', early)).text, said);
    assert.equal((await milestoneNow(office, 'decision')).rev, 1);
  });

  for (const who of ['secretary', 'officeHead']) {
    it(`is set by ${who}, who is of the office`, async () => {
      await date('2026-12-10', {}, who);
      assert.equal((await milestoneNow(office, 'council')).changed?.by, person(who));
    });
  }
  for (const who of ['an', 'director', 'vice', 'adviceHead', 'thao']) {
    it(`is not set by ${who}`, async () => {
      assert.equal(await codeOf(date('2026-12-10', {}, who)), 'NOT_ALLOWED_MILESTONES');
      assert.equal((await milestoneNow(office, 'council')).rev, 0);
    });
  }

  it('set twice by one click is set once; from an older card it stays as it was set', async () => {
    await date('2026-12-10');
    assert.match((await date('2026-12-10')).text, /Đã đặt ngày 10\/12\/2026/);
    assert.equal((await milestoneNow(office, 'council')).rev, 1);
    office.set('2026-12-02T09:05:00');
    const back = await wayBack(date('2026-12-15', {}, 'secretary'));
    assert.equal(back.code, 'ALREADY_DONE');
    assert.deepEqual(back.show, { page: 'milestones.one', params: { round, milestone: 'council' } });
    const sentence = office.machine.texts('vi').t('errors.ALREADY_DONE', back.facts);
    assert.match(sentence, /Lê Thị Thu Hà cập nhật lúc 09:00 ngày 02\/12\/2026/);
    assert.equal((await milestoneNow(office, 'council')).on, '2026-12-10');
  });

  it('that stands already is not written again, by whomever: an overdue one would be told to everyone anew', async () => {
    await date('2026-12-03');
    const before = await milestoneNow(office, 'council');
    office.set('2026-12-09T09:00:00');
    assert.match((await date('2026-12-03', { rev: 1 }, 'secretary')).text, /Đã đặt ngày 03\/12\/2026/);
    assert.deepEqual(await milestoneNow(office, 'council'), before);
    assert.equal((await recorded()).length, 1);
  });

  it('does not go stale because the calendar looked, nor because another milestone was changed', async () => {
    await office.as('office').click('milestones.date', { round, milestone: 'toSo', rev: 0, on: '2026-12-02' });
    await office.runDue();
    await date('2026-12-10');
    assert.equal((await milestoneNow(office, 'council')).on, '2026-12-10');
  });

  it('stays once it is done, until the tick is taken back', async () => {
    await tick('secretary');
    assert.equal((await wayBack(date('2026-12-10', { rev: 1 }))).code, 'MILESTONE_DONE');
    assert.equal((await wayBack(date('', { rev: 1, clear: 'yes' }))).code, 'MILESTONE_DONE');
  });

  it('is refused to a forged card', async () => {
    assert.equal(await codeOf(date('2026-12-10', { rev: 7 })), 'BAD_CARD');
    assert.equal(await codeOf(date('2026-12-10', { milestone: 'payday' })), 'BAD_CARD');
    assert.equal(await codeOf(date('2026-12-10', { round: 'annual-2027' })), 'NO_ROUND');
    assert.equal(await codeOf(date('2026-12-10', { owner: 'office' })), 'BAD_CARD');
    assert.equal((await milestoneNow(office, 'council')).rev, 0);
  });
});

describe('“đã xong”', () => {
  it('is said by its owner, with who and when, and taken back', async () => {
    const one = await office.as('secretary').click('milestones.open', { round, milestone: 'council' });
    const done = actionsOf(one.card).find(({ data }) => data.done === 'yes');
    const { text } = await office.as('secretary').click('milestones.tick', done?.data);
    assert.match(text, /Đã ghi nhận mốc đã xong/);
    assert.match(text, /Phạm Thị Mỹ Lệ xác nhận xong lúc 09:00 ngày 02\/12\/2026/);
    assert.deepEqual((await milestoneNow(office, 'council')).done, {
      by: person('secretary'),
      at: '2026-12-02T02:00:00.000Z',
    });
    await tick('office', { rev: 1, done: 'no' });
    const { done: now, rev } = await milestoneNow(office, 'council');
    assert.deepEqual([now, rev], [null, 2]);
  });

  const who: [as: string, milestone: string, may: boolean][] = [
    ['director', 'decision', true],
    ['office', 'decision', true],
    ['office', 'departmentMeeting', true],
    ['director', 'council', false],
    ['adviceHead', 'departmentMeeting', false],
    ['vice', 'decision', false],
    ['an', 'payment', false],
  ];
  for (const [as, milestone, may] of who) {
    it(`${as} ${may ? 'may' : 'may not'} say it of ${milestone}`, async () => {
      const clicked = tick(as, { milestone });
      if (may) await clicked;
      else assert.equal(await codeOf(clicked), 'NOT_ALLOWED_TICK');
      assert.equal((await recorded()).length, may ? 1 : 0);
      const { card } = await office.as(as).click('milestones.open', { round, milestone });
      assert.equal(
        actionsOf(card).some(({ verb }) => verb === 'milestones.tick'),
        may,
      );
    });
  }

  it('twice is once; of two people the second learns who was first', async () => {
    await tick('secretary');
    await tick('secretary');
    assert.equal((await milestoneNow(office, 'council')).rev, 1);
    assert.equal((await wayBack(tick('office'))).code, 'ALREADY_DONE');
  });

  it('of two clicks at once one is made, and the other is told so', async () => {
    const both = await Promise.allSettled([tick('secretary'), tick('office')]);
    assert.deepEqual(both.map((each) => each.status).sort(), ['fulfilled', 'rejected']);
    assert.equal((await milestoneNow(office, 'council')).rev, 1);
  });

  it('a head is led to the record of the meeting while it can still be made', async () => {
    const verbs = async () => {
      const { card } = await office
        .as('adviceHead')
        .click('milestones.open', { round, milestone: 'departmentMeeting' });
      return actionsOf(card).map(({ verb }) => verb);
    };
    assert.deepEqual(await verbs(), ['milestones.show']);
    office.set('2026-11-20T09:00:00');
    assert.deepEqual(await verbs(), ['meeting.record', 'milestones.show']);
    await recordMeeting(office, 'advice');
    assert.deepEqual(await verbs(), ['milestones.show']);
  });
});

describe('“việc của tôi”', () => {
  const todo = async (who: string) => (await office.as(who).say('việc của tôi')).text;

  it('lists the milestones with a date to whoever owns them, until they are done', async () => {
    await date('2026-12-04');
    await office.as('office').click('milestones.date', { round, milestone: 'decision', rev: 0, on: '2026-12-01' });
    assert.match(await todo('secretary'), /Mốc của đợt: Họp Hội đồng\nHạn: hết ngày 04\/12\/2026/);
    assert.match(await todo('director'), /Mốc của đợt: Quyết định khen thưởng[\s\S]*Đã quá hạn/);
    for (const who of ['office', 'adviceHead', 'an']) assert.doesNotMatch(await todo(who), /Mốc của đợt/);
    const { card } = await office.as('secretary').say('việc của tôi');
    const open = actionsOf(card).find(({ verb }) => verb === 'milestones.open');
    assert.equal((await office.as('secretary').click('milestones.open', open?.data)).show.page, 'milestones.one');
    await tick('secretary', { rev: 1 });
    assert.doesNotMatch(await todo('secretary'), /Mốc của đợt/);
  });

  it('lists a meeting to heads until their department has recorded it', async () => {
    office.set('2026-11-18T09:00:00');
    await office
      .as('office')
      .click('milestones.date', { round, milestone: 'departmentMeeting', rev: 0, on: '2026-11-20' });
    assert.match(await todo('adviceHead'), /Mốc của đợt: Họp bình xét tại phòng/);
    assert.doesNotMatch(await todo('adviceDeputy'), /Họp bình xét/);
    await recordMeeting(office, 'advice');
    assert.doesNotMatch(await todo('adviceHead'), /Họp bình xét/);
    assert.match(await todo('insuranceHead'), /Họp bình xét/);
  });
});
