import assert from 'node:assert/strict';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { versionOf } from '../../../src/domain/plan/plan-version.ts';
import { adopted, startedWith } from '../../support/adopted.ts';
import { clicking } from '../../support/clicking.ts';
import { actionsOf, type Office, openOffice } from '../../support/office.ts';
import { codeOf, wayBack } from '../../support/refusal.ts';
import { seedRound } from '../../support/seed-round.ts';
import { set, settingsNow } from './setting.ts';

/** A file with another office, another quorum and another criterion. */
const edited = (plan: Plan): Plan => ({
  ...plan,
  unit: { ...plan.unit, office: 'Phòng Tổng hợp' },
  criteria: { ...plan.criteria, adhoc: plan.criteria.adhoc.map((each) => ({ ...each, name: 'Tên khác' })) },
  settings: {
    ...plan.settings,
    council: { ...plan.settings.council, quorum: { numerator: 1, denominator: 2 } },
  },
});
const officeName = (office: Office): Promise<string> => office.run(async ({ plan }) => plan.unit.office);
const todo = async (office: Office, who: string): Promise<string> => (await office.as(who).say('việc của tôi')).text;
const offer = /Tệp kế hoạch trên máy chủ khác tệp đang áp dụng/;

describe('a plan’s file that is not the one in force', () => {
  it('at the first start is in force at once, and offered to nobody', async () => {
    const office = await openOffice();
    assert.deepEqual(await settingsNow(office), { plan: office.unit.planVersion, offered: null, changes: 0 });
    assert.doesNotMatch(await todo(office, 'office'), offer);
  });
  it('changes nothing by itself: it is told to the office, and to nobody else', async () => {
    const office = await openOffice();
    const before = await officeName(office);
    for (let start = 0; start < 2; start += 1) await startedWith(office, edited(office.plan));
    Object.assign(office.unit, { plan: edited(office.plan), planVersion: versionOf(edited(office.plan)) });
    assert.equal(await officeName(office), before);
    assert.match(await todo(office, 'office'), offer);
    for (const who of ['an', 'director']) assert.doesNotMatch(await todo(office, who), offer);
    assert.equal(
      (await office.dump('audit')).filter(({ data }) => JSON.stringify(data).includes('plan.offer')).length,
      1,
    );
  });
  it('is looked at, and taken over by one click', async () => {
    const office = await openOffice();
    await seedRound(office);
    await startedWith(office, edited(office.plan));
    const hand = clicking(office, 'office', (await office.as('office').say('việc của tôi')).card);
    const open = actionsOf(hand.card).find(({ verb }) => verb === 'settings.plan');
    const text = await hand.press(open?.title ?? '');
    assert.match(
      text,
      /Tên phòng thường trực\nTệp đang áp dụng\nPhòng Hành chính – Nghiệp vụ\nTệp đang chờ\nPhòng Tổng hợp/,
    );
    assert.match(text, /2\/3 tổng số thành viên\nTệp đang chờ\n1\/2 tổng số thành viên/);
    assert.match(text, /Các phần có nội dung khác\nTiêu chuẩn\nKhông có giá trị nào đặt/);
    const answer = await hand.press('Áp dụng tệp này');
    assert.match(answer, /Đã áp dụng tệp kế hoạch này/);
    assert.match(answer, /Phòng Tổng hợp/);
    assert.doesNotMatch(answer, /Phòng Hành chính/);
    assert.equal(await officeName(office), 'Phòng Tổng hợp');
    assert.doesNotMatch(await todo(office, 'office'), offer);
  });
  it('taken over, values set in chat still win from their day', async () => {
    const office = await openOffice();
    await set(office, 'office', { 'value-value': 'Phòng Văn phòng', on: '15/11/2026' });
    await adopted(office, edited(office.plan));
    assert.equal(await officeName(office), 'Phòng Tổng hợp');
    office.set('2026-11-15T08:00:00');
    assert.equal(await officeName(office), 'Phòng Văn phòng');
  });
  it('says which values have no place in it, and is refused when one makes it wrong', async () => {
    const office = await openOffice();
    await set(office, 'quota-so-person', { 'value-limit': '5', 'value-rounding': 'down' });
    await set(office, 'lastDay', { 'value-value': '15/10' });
    const without = {
      ...office.plan,
      quotas: office.plan.quotas.filter(({ level }) => level !== 'so'),
      calendar: {
        ...office.plan.calendar,
        rounds: office.plan.calendar.rounds.map((row) => ({ ...row, opensOn: '11-01' })),
      },
    };
    const { planVersion: version } = await startedWith(office, without);
    const { text } = await office.as('office').click('settings.plan');
    assert.match(text, /không có chỗ và sẽ thôi áp dụng:\nSố lượng cá nhân: Khen thưởng cấp Sở/);
    const refused = await wayBack(office.as('office').click('settings.adopt', { version }));
    assert.equal(refused.code, 'SETTING_UNFIT');
    assert.match(String(refused.facts.why), /ngày mở đợt/);
    assert.notEqual((await settingsNow(office)).plan, version);
  });
  it('is offered no more once the program is started with the old one again', async () => {
    const office = await openOffice();
    const { planVersion: version } = await startedWith(office, edited(office.plan));
    await startedWith(office, office.plan);
    assert.equal((await settingsNow(office)).offered, null);
    assert.match((await office.as('office').click('settings.plan')).text, /Không có tệp kế hoạch nào đang chờ/);
    assert.equal(await codeOf(office.as('office').click('settings.adopt', { version })), 'PLAN_NOT_OFFERED');
  });
  it('is not taken over by a forged card, nor twice', async () => {
    const office = await openOffice();
    const { planVersion: version } = await startedWith(office, edited(office.plan));
    for (const who of ['an', 'director', 'adviceHead'])
      assert.equal(await codeOf(office.as(who).click('settings.adopt', { version })), 'NOT_ALLOWED_SET');
    for (const forged of ['', 'x', '0123456789abcdef'])
      assert.equal(await codeOf(office.as('office').click('settings.adopt', { version: forged })), 'PLAN_NOT_OFFERED');
    for (let i = 0; i < 2; i += 1)
      assert.match(
        (await office.as('office').click('settings.adopt', { version })).text,
        /Đã áp dụng tệp kế hoạch này/,
      );
    assert.equal((await settingsNow(office)).changes, 1);
  });
});
