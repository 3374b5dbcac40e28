import assert from 'node:assert/strict';
import { load, replace } from '../../../src/ports/documents.ts';
import { type Round, roundId, roundRecord, type Wave } from '../../../src/records/round.ts';
import { adopted } from '../../support/adopted.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import {
  actionsOf,
  dept,
  everyone,
  everyoneBut,
  type Office,
  openOffice,
  person,
  scope,
  textOf,
} from '../../support/office.ts';
import {
  arrive,
  bindOfficeChannel,
  change,
  done,
  finish,
  finishCollectives,
  given,
  live,
  openRound,
  reminders,
  round,
} from './a-round.ts';
import { crowd } from './crowd.ts';

const snapshot = { name: 'Nguyễn Văn An', title: '', gender: '', departmentName: '', reviewerId: person('adviceHead') };
const submitted = { by: person('an'), at: '2026-11-12T02:00:00.000Z' };

/** Everyone has finished and every dossier is taken in, but for `open`. */
async function finished(now: string, ...open: readonly string[]): Promise<Office> {
  const office = await openOffice({ now });
  await openRound(office);
  await bindOfficeChannel(office);
  await finish(office, ...everyoneBut(...open));
  await finishCollectives(office);
  return office;
}

const outcomes = async (office: Office, from: string): Promise<string[]> =>
  (await office.dump('wave'))
    .filter(({ id }) => id.includes(':officeDigest:') && id.slice(-10) >= from)
    .map(({ id, data }) => `${id.slice(-5)} ${(data as Wave).outcome}`);

async function channelDigest(office: Office, on: string): Promise<string> {
  office.set(`${on}T08:05:00`);
  const wave = `wave:${round}:officeDigest:${on}`;
  const shown = await office.channelPage('office', 'reminders.digest', { round, day: on, wave });
  assert.ok(shown, `nothing to say on ${on}`);
  assertGoodCard(shown.card);
  return textOf(shown.card);
}

async function changeRound(office: Office, to: Partial<Round>): Promise<void> {
  const loaded = await load(office.store, scope.unit, roundRecord, roundId(round));
  assert.ok(loaded);
  await office.store.commit(scope.unit, [replace(roundRecord, loaded, { ...loaded.data, ...to })]);
}

describe('the office’s digest', () => {
  it('is not sent when it would be empty, and the next one compares with the last that was', async () => {
    const office = await finished('2026-11-23T07:00:00', 'an');
    const log = await live(office, '2026-11-23', '2026-11-30', async (day) => {
      if (day === '2026-11-23') await given(office, person('an'), done);
      if (day === '2026-11-26') await given(office, person('an'), { ...done, state: 'returned' });
    });
    assert.deepEqual(
      log.filter((line) => line.includes('digest')),
      ['23/11', '25/11', '27/11'].map((day) => `${day} 08:00 digest → channel:office`),
    );
    assert.deepEqual(await outcomes(office, '2026-11-23'), [
      '11-23 sent',
      '11-25 sent',
      '11-26 empty',
      '11-27 sent',
      '11-30 empty',
    ]);
    const text = await channelDigest(office, '2026-11-27');
    assert.match(text, /So với bản tổng hợp ngày 25\/11\/2026/);
    assert.match(text, /Hồ sơ đã gửi −1; trả lại \+1; đã tiếp nhận −1\./);
  });

  it('is not sent either when what it had to say was settled meanwhile', async () => {
    const office = await finished('2026-11-23T07:00:00');
    office.set('2026-11-23T08:05:00');
    const params = { round, day: '2026-11-23', wave: `wave:${round}:officeDigest:2026-11-23` };
    assert.equal(await office.channelPage('office', 'reminders.digest', params), null);
  });

  it('goes on weekly after the deadline until nothing waits, and again when something does', async () => {
    const office = await finished('2026-11-30T09:00:00', 'an');
    await given(office, person('an'), { ...done, state: 'submitted', nomination: { snapshot, submitted } });
    const log = await live(office, '2026-12-01', '2027-01-12', async (day) => {
      if (day === '2026-12-08') await given(office, person('an'), done);
      if (day === '2026-12-15') {
        for (const key of everyone) await given(office, person(key), { ...done, state: 'tabled' });
        for (const key of ['office', 'advice', 'insurance'] as const)
          await given(office, dept(key), { ...done, state: 'tabled' });
      }
      if (day === '2027-01-07')
        await given(office, person('an'), { ...done, state: 'submitted', nomination: { snapshot, submitted } });
    });
    assert.deepEqual(log, [
      '07/12 08:00 digest → channel:office',
      '14/12 08:00 digest → channel:office',
      '11/01 08:00 digest → channel:office',
    ]);
    assert.deepEqual(await outcomes(office, '2026-12-01'), [
      '12-07 sent',
      '12-14 sent',
      '12-21 empty',
      '12-28 empty',
      '01-04 empty',
      '01-11 sent',
    ]);
    const [owed] = await office.owed('remind.digest');
    assert.equal(owed?.data.expiresAt, '2026-12-07T16:59:59.999Z');
  });

  it('after the deadline says what waits for whom and how long, and no more who is missing', async () => {
    const office = await openOffice({ now: '2026-12-07T08:00:00' });
    await openRound(office);
    const at = { by: person('office'), at: '2026-11-20T02:00:00.000Z' };
    await given(office, person('an'), { ...done, state: 'submitted', nomination: { snapshot, submitted } });
    await given(office, person('an2'), {
      ...done,
      state: 'opined',
      nomination: { opinion: { ...at, kind: 'agree', reason: '' } },
    });
    const returned = { ...at, reason: 'x', until: '2026-12-11T10:00:00.000Z' };
    await given(office, dept('advice'), { ...done, state: 'returned', nomination: { returned } });
    await given(office, person('thao'), {
      ...done,
      state: 'accepted',
      nomination: { accepted: { ...at, lateReason: '' } },
    });
    await given(office, person('on'), { ...done, state: 'lapsed' });
    const text = await channelDigest(office, '2026-12-07');
    assert.match(text, /Đã hết hạn/);
    assert.match(text, /Phòng Tư vấn – Giới thiệu việc làm: 1 hồ sơ chờ ý kiến, từ 12\/11\/2026 \(25 ngày\)/);
    assert.match(text, /Nghiệp vụ: 1 hồ sơ chờ tiếp nhận, từ 20\/11\/2026 \(17 ngày\)/);
    assert.match(text, /1 hồ sơ được trả lại, chưa gửi lại, từ 20\/11\/2026/);
    assert.match(text, /Hội đồng: 1 hồ sơ đã tiếp nhận, chờ đưa ra họp, từ 20\/11\/2026 \(17 ngày\)/);
    assert.match(text, /\n13 người: .* · chưa gửi khi hết hạn 1\n/);
    assert.doesNotMatch(text, /chưa hoàn thành|Chưa có người nhận/);
    const mine = await office.as('office').page('reminders.digest', {
      round,
      day: '2026-12-07',
      wave: `wave:${round}:officeDigest:2026-12-07`,
    });
    assert.ok(mine);
    assertGoodCard(mine.card);
    assert.deepEqual(
      actionsOf(mine.card).map(({ verb }) => verb),
      ['command.run', 'progress.show'],
    );
    assert.match(mine.summary, /còn 4 hồ sơ chờ xử lý/);
  });

  it('names the departments whose list reaches nobody', async () => {
    const office = await openOffice({ now: '2026-11-23T08:00:00' });
    await openRound(office);
    await change(office, 'insuranceHead', { status: 'onLeave', statusFrom: '2026-11-20', statusTo: '2026-11-23' });
    await change(office, 'adviceHead', { status: 'left', statusFrom: '2026-11-01' });
    assert.match(
      await channelDigest(office, '2026-11-23'),
      /Chưa có người nhận danh sách: Phòng Bảo hiểm thất nghiệp(\n|$)/,
    );
    assert.doesNotMatch(await channelDigest(office, '2026-11-24'), /Chưa có người nhận/);
  });

  it('holds in a channel what three hundred people are at, and a round in which nobody has begun', async () => {
    const office = await openOffice({ now: '2026-11-23T08:00:00' });
    await openRound(office);
    assert.match(await channelDigest(office, '2026-11-23'), /0\/13/);
    for (const [i, id] of (await crowd(office, dept('advice'), 300)).entries()) {
      if (i < 60) await given(office, id, { ...done, state: 'submitted', nomination: { snapshot, submitted } });
    }
    const text = await channelDigest(office, '2026-11-23');
    assert.match(text, /60\/313/);
    assert.match(text, /60 hồ sơ chờ ý kiến; lâu nhất từ 12\/11\/2026 \(11 ngày\)/);
  });

  it('has nothing to say of an empty roster', async () => {
    const office = await openOffice({ now: '2026-11-23T08:00:00' });
    await openRound(office);
    for (const key of everyone) await change(office, key, { status: 'left' });
    for (const key of ['office', 'advice', 'insurance'] as const) await given(office, dept(key), { wish: 'declines' });
    await bindOfficeChannel(office);
    await office.runDue();
    assert.deepEqual(await outcomes(office, '2026-11-23'), ['11-23 empty']);
    assert.deepEqual(await reminders(office), []);
  });
});

describe('the head’s weekly list', () => {
  /** November 2027 has four weekly lists between the reminders. */
  async function weekly(): Promise<Office> {
    const office = await openOffice({ now: '2027-11-01T07:00:00' });
    await openRound(office, {
      round: 'annual-2027',
      year: 2027,
      opened: { by: person('office'), at: '2027-10-30T02:00:00.000Z' },
      deadline: '2027-11-30T16:59:59.999Z',
    });
    await bindOfficeChannel(office);
    for (const key of everyoneBut('an')) await given(office, person(key), { ...done, in: 'annual-2027' });
    for (const key of ['office', 'advice', 'insurance'] as const)
      await given(office, dept(key), { ...done, in: 'annual-2027' });
    return office;
  }
  const shownTo = async (office: Office, day: string, who = 'adviceHead') => {
    const message = (await office.owed('remind.head')).find((d) => d.to === who && d.data.show.params.day === day);
    assert.ok(message, `no list on ${day}`);
    office.set(`${day}T08:31:30`);
    const shown = await office.as(who).page(message.data.show.page, message.data.show.params);
    assert.ok(shown);
    assertGoodCard(shown.card);
    return textOf(shown.card);
  };

  it('tells what has changed since the last that arrived, the last step once, and then nothing', async () => {
    const office = await weekly();
    const saidOn = new Map<string, string>();
    const log = await live(office, '2027-11-01', '2027-11-16', async (day) => {
      if (['2027-11-01', '2027-11-08', '2027-11-15'].includes(day)) saidOn.set(day, await shownTo(office, day));
      await arrive(office, 'remind.head');
      if (day === '2027-11-01')
        await given(office, person('an'), { answered: ['CN1'], wish: 'asks', in: 'annual-2027' });
      if (day === '2027-11-08') await given(office, person('an'), { ...done, in: 'annual-2027' });
    });
    assert.deepEqual(
      log.filter((line) => line.includes(' head → ')),
      ['01/11', '08/11', '15/11'].map((day) => `${day} 08:30 head → adviceHead`),
    );
    assert.doesNotMatch(saidOn.get('2027-11-01') ?? 'So với danh sách', /So với danh sách/);
    assert.match(saidOn.get('2027-11-08') ?? '', /So với danh sách ngày 01\/11\/2027: Đề nghị xét \+1\./);
    const last = saidOn.get('2027-11-15') ?? '';
    assert.match(
      last,
      /So với danh sách ngày 08\/11\/2027: Tự đánh giá xong \+1; hồ sơ đã gửi \+1; đã tiếp nhận \+1\./,
    );
    assert.match(last, /Phòng đã hoàn thành/);
  });

  it('compares with what arrived: a list that never did is no list', async () => {
    const office = await weekly();
    await live(office, '2027-11-01', '2027-11-08', async (day) => {
      if (day === '2027-11-01') {
        await arrive(office, 'remind.head');
        await given(office, person('an'), { wish: 'asks', in: 'annual-2027' });
      }
    });
    await live(office, '2027-11-15', '2027-11-15');
    assert.match(await shownTo(office, '2027-11-15'), /So với danh sách ngày 01\/11\/2027: Đề nghị xét \+1\./);
  });

  it('is a first list to a deputy who stands in', async () => {
    const office = await weekly();
    await live(office, '2027-11-01', '2027-11-01', () => arrive(office, 'remind.head'));
    await change(office, 'adviceHead', { status: 'onLeave', statusFrom: '2027-11-05', statusTo: null });
    await live(office, '2027-11-08', '2027-11-08');
    assert.doesNotMatch(await shownTo(office, '2027-11-08', 'adviceDeputy'), /So với danh sách/);
  });
});

describe('changes at noon', () => {
  const all = async (office: Office) => (await office.owed()).map(({ id }) => id);
  async function reminded(): Promise<Office> {
    const office = await openOffice({ now: '2026-11-23T07:00:00' });
    await openRound(office);
    await bindOfficeChannel(office);
    await live(office, '2026-11-23', '2026-11-23');
    office.set('2026-11-23T12:00:00');
    return office;
  }

  it('a plan adopted with other dates reminds nobody again: the round keeps its own', async () => {
    const office = await reminded();
    const before = await all(office);
    const { calendar } = office.plan;
    const amended = {
      ...office.plan,
      calendar: {
        ...calendar,
        reminders: { ...calendar.reminders, staffDaysBefore: [8, 7, 6, 1, 0], at: '11:30', digestAt: '11:00' },
      },
    };
    const edited = await adopted(office, amended);
    const stored = await office.store.get(scope.unit, roundId(round));
    assert.ok(stored);
    await office.lane('calendar', stored, edited);
    await office.runDue();
    assert.deepEqual(await all(office), before);
  });

  it('a grace window recorded then moves the dates to come and reminds nobody again today', async () => {
    const office = await reminded();
    const before = await all(office);
    await changeRound(office, { graceUntil: '2026-12-07T16:59:59.999Z', nextLookAt: '2026-11-23T05:00:00.000Z' });
    await office.runDue();
    assert.deepEqual(await all(office), before);
    const log = await live(office, '2026-11-24', '2026-12-08');
    assert.deepEqual(
      log.filter((line) => line.endsWith('staff → an')),
      ['30/11', '04/12', '07/12'].map((day) => `${day} 08:30 staff → an`),
    );
  });
});
