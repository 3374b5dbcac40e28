import assert from 'node:assert/strict';
import { create } from '../../../src/ports/documents.ts';
import type { Card } from '../../../src/ports/messenger.ts';
import { departmentRecord } from '../../../src/records/department.ts';
import type { Person } from '../../../src/records/person.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, dept, type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { bindOfficeChannel, done, finish, finishCollectives, given, openRound, round } from './a-round.ts';
import { crowd } from './crowd.ts';

const day = '2026-11-23';
const last = '2026-11-30';
const staff = (on = day) => ['reminders.staff', { day: on }] as const;
const head = (on = day) => ['reminders.head', { day: on }] as const;
const digest = ['reminders.digest', { round, day, wave: `wave:${round}:officeDigest:${day}` }] as const;

async function open(now = `${day}T08:30:00`, people: Readonly<Record<string, Partial<Person>>> = {}): Promise<Office> {
  const office = await openOffice({ now, people });
  await openRound(office);
  return office;
}

async function card(office: Office, key: string, page: readonly [string, Record<string, string>]): Promise<Card> {
  const shown = await office.as(key).page(...page);
  assert.ok(shown, `${page[0]} shows nothing to ${key}`);
  assertGoodCard(shown.card);
  return shown.card;
}

const words = async (...of: Parameters<typeof card>): Promise<string> => textOf(await card(...of));
const verbs = (shown: Card): string[] => actionsOf(shown).map((a) => String(a.data.command ?? a.verb));

describe('the reminder to a person', () => {
  it('names what is missing, criterion by criterion, and how to stop', async () => {
    const office = await open();
    await given(office, person('an'), { answered: ['CN1'], wish: 'asks', state: 'draft' });
    const shown = await card(office, 'an', staff());
    const text = textOf(shown);
    assert.match(text, /Kính gửi chị Nguyễn Văn An\./);
    assert.match(text, /Hạn gửi hồ sơ: hết ngày 30\/11\/2026 \(thứ Hai\)\./);
    assert.match(text, /CN2\. .*: chưa tự đánh giá/);
    assert.doesNotMatch(text, /CN1\.|CN3\.|Chưa chọn “Đề nghị xét”/);
    assert.match(text, /Chưa gửi hồ sơ đề nghị xét/);
    assert.match(text, /Minh chứng \(nếu có\): chưa có/);
    assert.match(text, /chọn “Không đề nghị xét” để dừng nhận tin nhắc/);
    assert.deepEqual(verbs(shown), ['assess.open', 'nomination.decline', 'remind.stop']);
  });

  it('asks heads about CN3 too', async () => {
    assert.match(await words(await open(), 'adviceHead', staff()), /CN3\./);
  });

  it('leads to the dossier when only sending is left', async () => {
    const office = await open();
    await given(office, person('an'), { answered: ['CN1', 'CN2'], wish: 'asks', state: 'draft' });
    const shown = await card(office, 'an', staff());
    assert.deepEqual(verbs(shown), ['dossier.show', 'assess.open', 'nomination.decline', 'remind.stop']);
    assert.doesNotMatch(textOf(shown), /CN1|Hoàn thành tự đánh giá/);
  });

  it('says until when a returned dossier may come back, and does not offer to decline it', async () => {
    const office = await open();
    const returned = {
      by: person('office'),
      at: '2026-11-20T02:00:00.000Z',
      reason: 'x',
      until: '2026-12-04T10:00:00.000Z',
    };
    await given(office, person('an'), { ...done, state: 'returned', nomination: { returned } });
    const shown = await card(office, 'an', staff());
    assert.match(textOf(shown), /trả lại để bổ sung, hoàn thiện; hạn gửi lại 17:00 ngày 04\/12\/2026/);
    assert.deepEqual(verbs(shown), ['dossier.show', 'assess.open', 'remind.stop']);
  });

  it('on the last day names the weekday and whom to tell, and offers no more stopping', async () => {
    const office = await open(`${last}T08:30:00`);
    const shown = await card(office, 'an', staff(last));
    assert.match(textOf(shown), /Hồ sơ được nhận đến hết ngày 30\/11\/2026 \(thứ Hai\)\./);
    assert.match(textOf(shown), /báo ngay Phòng Hành chính – Nghiệp vụ/);
    assert.match(textOf(shown), /Hôm nay là ngày cuối/);
    assert.deepEqual(verbs(shown), ['assess.open', 'nomination.decline']);
  });

  const silent: readonly [why: string, prepare: (office: Office) => Promise<void>][] = [
    ['finished meanwhile', (office) => given(office, person('an'), done)],
    ['declined meanwhile', (office) => given(office, person('an'), { wish: 'declines' })],
    ['stopped reminders meanwhile', async (office) => void (await office.as('an').click('remind.stop', { round }))],
    ['another day', async (office) => office.set('2026-11-24T00:00:00')],
    ['the deadline', async (office) => office.set('2026-12-01T00:00:00')],
  ];
  for (const [why, prepare] of silent) {
    it(`is not sent: ${why}`, async () => {
      const office = await open();
      await prepare(office);
      assert.equal(await office.as('an').page(...staff()), null);
    });
  }

  it('is not for someone on leave since the roster was read', async () => {
    const office = await open(undefined, { an: { status: 'onLeave', statusFrom: day } });
    assert.equal(await office.as('an').page(...staff()), null);
  });

  it('is not sent on the deadline’s next instant even for the day itself', async () => {
    const office = await open(`${last}T23:59:59.999`);
    assert.notEqual(await office.as('an').page(...staff(last)), null);
    office.set('2026-12-01T00:00:00');
    assert.equal(await office.as('an').page(...staff('2026-12-01')), null);
  });
});

describe('the list to a head', () => {
  it('names people with what each lacks, and counts those who declined, are on leave or wait for the head', async () => {
    const office = await open(undefined, { hniê: { status: 'onLeave' } });
    await finish(office, 'adviceHead');
    await given(office, person('an'), { answered: ['CN1'] });
    await given(office, person('an2'), { wish: 'declines' });
    const snapshot = {
      name: 'Trịnh Thị Ẩn',
      title: '',
      gender: '',
      departmentName: '',
      reviewerId: person('adviceHead'),
    };
    const submitted = { by: person('adviceDeputy'), at: '2026-11-12T02:00:00.000Z' };
    await given(office, person('adviceDeputy'), { ...done, state: 'submitted', nomination: { snapshot, submitted } });
    const shown = await card(office, 'adviceHead', head());
    const text = textOf(shown).split('\n');
    assert.ok(text.includes('Phòng Tư vấn – Giới thiệu việc làm'));
    assert.ok(text.includes('Đến 08:30 ngày 23/11/2026'));
    const figureOf = (label: string): string | undefined => text[text.indexOf(label) + 1];
    assert.equal(figureOf('Hồ sơ: đã gửi/đề nghị xét'), '2/2');
    assert.equal(figureOf('Tự đánh giá: đã xong/phải làm'), '2/3');
    assert.equal(figureOf('Không đề nghị xét'), '1');
    assert.equal(figureOf('Đang nghỉ chế độ'), '1');
    assert.ok(text.includes('Chờ Trưởng phòng xác nhận: 1 hồ sơ'));
    assert.equal(figureOf('Trịnh Thị Ẩn'), ': chờ từ 12/11/2026 (11 ngày)');
    assert.equal(figureOf('Hồ sơ tập thể'), 'Chưa lập');
    assert.equal(figureOf('Nguyễn Văn An'), ': tự đánh giá được 1/2 tiêu chuẩn');
    assert.ok(text.includes('Chưa hoàn thành: 1 người'));
    assert.deepEqual(verbs(shown), ['review.next', 'collective.show', 'progress.show']);
  });

  it('is not sent once nothing is missing, nor to a deputy, nor to another department’s eyes', async () => {
    const office = await open();
    assert.equal(await office.as('adviceDeputy').page(...head()), null);
    assert.doesNotMatch(await words(office, 'insuranceHead', head()), /Nguyễn Văn An/);
    await finish(office, 'adviceHead', 'adviceDeputy', 'an', 'an2', 'hniê');
    assert.notEqual(await office.as('adviceHead').page(...head()), null);
    await finishCollectives(office);
    assert.equal(await office.as('adviceHead').page(...head()), null);
  });

  it('waits for the collective dossier only where there is to be one', async () => {
    const office = await openOffice({
      now: `${day}T08:30:00`,
      plan: (plan) => ({ ...plan, settings: { ...plan.settings, officeIsEligible: false } }),
    });
    await openRound(office);
    assert.doesNotMatch(await words(office, 'officeHead', head()), /Hồ sơ tập thể/);
    await finish(office, 'officeHead', 'office', 'secretary');
    assert.equal(await office.as('officeHead').page(...head()), null);
  });

  it('stays short with three hundred names, in both languages', async () => {
    for (const locale of ['vi', 'en'] as const) {
      const office = await open(undefined, { adviceHead: { locale } });
      await crowd(office, dept('advice'), 300);
      const shown = await card(office, 'adviceHead', head());
      assert.match(textOf(shown), locale === 'vi' ? /Và 293 người khác/ : /And 293 more/);
    }
  });
});

describe('the digest', () => {
  it('gives numbers by department, what waits for whom and since when, and no name', async () => {
    const office = await open('2026-11-20T08:00:00');
    const snapshot = { name: '', title: '', gender: '', departmentName: '', reviewerId: person('adviceHead') };
    const submitted = { by: person('an'), at: '2026-11-12T02:00:00.000Z' };
    await given(office, person('an'), { ...done, state: 'submitted', nomination: { snapshot, submitted } });
    const opinion = { by: person('adviceHead'), at: '2026-11-18T02:00:00.000Z', kind: 'agree' as const, reason: '' };
    await given(office, person('an2'), { ...done, state: 'opined', nomination: { opinion } });
    await given(office, person('thao'), { ...done, state: 'returned' });
    await given(office, person('on'), { wish: 'declines' });
    office.set(`${day}T08:00:00`);
    const shown = await office.channelPage('office', ...digest);
    assert.ok(shown);
    assertGoodCard(shown.card);
    const text = textOf(shown.card);
    assert.match(text, /TỔNG HỢP TIẾN ĐỘ HỒ SƠ ĐỀ NGHỊ KHEN THƯỞNG NĂM 2026/);
    assert.match(text, /Số liệu đến 08:00 ngày 23\/11\/2026/);
    assert.match(text, /Còn 7 ngày đến hạn/);
    assert.match(
      text,
      /Còn 3\/5 người chưa hoàn thành\. 5 người: chưa bắt đầu 3 · đã gửi, chờ ý kiến 1 · đã gửi, chờ tiếp nhận 1/,
    );
    assert.match(text, /Phòng Tư vấn – Giới thiệu việc làm: 1 hồ sơ chờ ý kiến, từ 12\/11\/2026 \(11 ngày\)/);
    assert.match(text, /Nghiệp vụ: 1 hồ sơ chờ tiếp nhận, từ 18\/11\/2026 \(5 ngày\)/);
    assert.match(text, /1 hồ sơ được trả lại/);
    assert.match(text, /\n13 người: được trả lại 1 · chưa bắt đầu 9 · .* · không đề nghị xét 1\n/);
    for (const doc of await office.dump('person')) {
      assert.doesNotMatch(JSON.stringify(shown.card), new RegExp((doc.data as Person).fullName));
    }
    assert.deepEqual(verbs(shown.card), []);
  });

  it('tells what has changed since the one before', async () => {
    const office = await open('2026-11-16T08:00:00');
    await bindOfficeChannel(office);
    await given(office, person('on'), done);
    await office.runDue();
    office.set(`${day}T08:00:00`);
    await finish(office, 'an', 'an2');
    await given(office, person('on'), { ...done, state: 'returned' });
    const shown = await office.channelPage('office', ...digest);
    const text = textOf(shown?.card);
    assert.match(text, /So với bản tổng hợp ngày 16\/11\/2026/);
    assert.match(text, /Tự đánh giá xong \+2; đề nghị xét \+2; hồ sơ đã gửi \+1; trả lại \+1; đã tiếp nhận \+1\./);
    const unchanged = await office.channelPage('office', 'reminders.digest', {
      ...digest[1],
      wave: `wave:${round}:officeDigest:2026-11-16`,
    });
    assert.match(textOf(unchanged?.card), /Bản tổng hợp đầu tiên của đợt/);
  });

  it('is not sent again when nothing has changed', async () => {
    const office = await open('2026-11-16T08:00:00');
    await bindOfficeChannel(office);
    await office.runDue();
    office.set(`${day}T08:00:00`);
    assert.equal(await office.channelPage('office', ...digest), null);
  });

  it('tells the office’s people how to have it in a channel, and shows itself to nobody else', async () => {
    const office = await open(`${day}T08:00:00`);
    const shown = await card(office, 'office', digest);
    assert.match(textOf(shown), /nhắc tên trợ lý và gõ “kênh”/);
    assert.deepEqual(verbs(shown), ['progress.show', 'remind.show']);
    for (const key of ['an', 'adviceHead']) assert.equal(await office.as(key).page(...digest), null, key);
    assert.deepEqual(verbs(await card(office, 'director', digest)), ['progress.show']);
    assert.equal(await office.channelPage('youth', ...digest), null);
    office.set('2026-12-01T08:00:00');
    assert.equal(await office.as('office').page(...digest), null);
  });

  it('fits a card with forty departments, in both languages', async () => {
    for (const locale of ['vi', 'en'] as const) {
      const office = await open(`${day}T08:00:00`, { office: { locale } });
      for (let i = 10; i < 50; i++) {
        const id = `department:d${i}`;
        const data = {
          name: `Phòng ${'Tư vấn hỗ trợ người lao động '.repeat(2)}${i}`,
          order: i,
          isOffice: false,
          isCollective: true,
          closedOn: null,
        };
        await office.store.commit(scope.unit, [create(departmentRecord, scope, id, data)]);
        await crowd(office, id, 1);
      }
      assert.match(await words(office, 'office', digest), locale === 'vi' ? /Và 32 phòng khác/ : /And 32 more/);
      await card(office, 'office', ['remind.show', { round }]);
    }
  });
});
