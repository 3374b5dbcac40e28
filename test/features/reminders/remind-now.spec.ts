import assert from 'node:assert/strict';
import type { DateTime } from 'luxon';
import { CodedError } from '../../../src/domain/errors.ts';
import { Refusal } from '../../../src/pipeline/answer.ts';
import { decode } from '../../../src/ports/documents.ts';
import { personRecord } from '../../../src/records/person.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { done, finish, finishCollectives, given, openRound, reminders, round } from './a-round.ts';

async function open(now = '2026-11-18T10:05:00'): Promise<Office> {
  const office = await openOffice({ now, people: { thao: { quietRounds: [round] }, hniê: { status: 'onLeave' } } });
  await openRound(office, { nextLookAt: null });
  return office;
}

const changing = ['wave', 'spread', 'delivery', 'person', 'round'] as const;
const dump = async (office: Office) => Promise.all(changing.map((type) => office.dump(type)));

/** Refused with the code, and nothing was changed. */
async function refused(office: Office, code: string, act: () => Promise<unknown>): Promise<CodedError> {
  const before = await dump(office);
  let error: unknown;
  try {
    await act();
  } catch (thrown) {
    error = thrown;
  }
  assert.ok(error instanceof CodedError, `not refused: ${code}`);
  assert.equal(error.code, code);
  assert.deepEqual(await dump(office), before);
  return error;
}

const now = (office: Office, key: string, data: Record<string, string>) =>
  office.as(key).click('remind.now', { round, audience: 'staff', formId: 'form-1', ...data });

describe('đôn đốc', () => {
  it('shows who would be reminded now, department by department, when they last were and will be', async () => {
    const office = await open();
    await given(office, person('an'), done);
    await given(office, person('an2'), { wish: 'declines' });
    const { card, text } = await office.as('office').say('đôn đốc');
    assertGoodCard(card);
    const lines = text.split('\n');
    const figureOf = (label: string): string | undefined => lines[lines.indexOf(label) + 1];
    assert.equal(figureOf('Cá nhân chưa hoàn thành'), '9 người');
    assert.equal(figureOf('Phòng Tư vấn – Giới thiệu việc làm'), '2 người');
    assert.equal(figureOf('Trưởng phòng còn việc'), '3 người');
    assert.ok(lines.includes('1 người đã chọn dừng nhận tin nhắc, không tính ở trên.'));
    assert.ok(lines.includes('Chưa đôn đốc lần nào trong đợt này.'));
    assert.ok(lines.includes('Theo lịch, lần tới: 08:30 ngày 23/11/2026.'));
    assert.deepEqual(
      actionsOf(card).map((a) => [a.verb, a.data.audience ?? a.data.command]),
      [
        ['remind.now', 'staff'],
        ['remind.now', 'heads'],
        ['remind.department', undefined],
        ['command.run', 'progress'],
      ],
    );
  });

  it('answers to “nhắc” too, in English as well', async () => {
    const office = await open();
    for (const words of ['nhắc', 'don doc', 'remind']) {
      assert.equal((await office.as('office').say(words)).show.page, 'remind.show');
    }
  });

  it('asks before it sends, then reminds exactly those whom the board counted', async () => {
    const office = await open();
    const asked = await now(office, 'office', {});
    assert.equal(asked.show.page, 'remind.confirm');
    assertGoodCard(asked.card);
    assert.match(asked.text, /Gửi tin nhắc cho 11 người chưa hoàn thành\?/);
    assert.deepEqual(await office.dump('wave'), []);
    const [confirm] = actionsOf(asked.card);
    const sent = await office.as('office').click(confirm?.verb ?? '', confirm?.data);
    assert.match(sent.text, /Đang gửi tin nhắc tới 11 người\./);
    await office.runDue();
    const got = await reminders(office);
    assert.equal(got.length, 11);
    assert.ok(got.includes('staff → an') && !got.includes('staff → thao') && !got.includes('staff → hniê'));
    assert.notEqual(await office.as('an').page('reminders.staff', { round, day: '2026-11-18', last: 'no' }), null);
  });

  it('sends heads their lists, heads with nothing open aside', async () => {
    const office = await open();
    await finish(office, 'officeHead', 'office', 'secretary');
    await finishCollectives(office);
    await now(office, 'office', { audience: 'heads', confirm: 'yes' });
    await office.runDue();
    assert.deepEqual((await reminders(office)).sort(), ['head → adviceHead', 'head → insuranceHead']);
  });

  it('goes once: the same form again is harmless, another form of the day is told who did it and when', async () => {
    const office = await open();
    await now(office, 'office', { confirm: 'yes' });
    await office.runDue();
    const before = await dump(office);
    const again = await now(office, 'office', { confirm: 'yes' });
    assert.equal(again.remark?.key, 'reminders.sentAlready');
    assert.deepEqual(await dump(office), before);
    office.set('2026-11-18T15:00:00');
    const error = await refused(office, 'REMIND_ALREADY', () =>
      now(office, 'secretary', { formId: 'form-2', confirm: 'yes' }),
    );
    assert.equal(error.facts.by, 'Lê Thị Thu Hà');
    assert.equal((error.facts.at as DateTime).toFormat('HH:mm dd/MM/yyyy'), '10:05 18/11/2026');
    assert.ok(error instanceof Refusal && error.show.page === 'remind.show');
    const board = await office.as('secretary').say('đôn đốc');
    assert.deepEqual(
      actionsOf(board.card).map((a) => a.data.audience ?? a.data.command ?? a.verb),
      ['heads', 'remind.department', 'progress'],
    );
    assert.match(board.text, /Lần gần nhất: 10:05 ngày 18\/11\/2026\./);
  });

  it('goes once when two people confirm at the same moment', async () => {
    const office = await open();
    const both = await Promise.allSettled([
      now(office, 'office', { confirm: 'yes' }),
      now(office, 'secretary', { formId: 'form-2', confirm: 'yes' }),
    ]);
    assert.deepEqual(both.map((each) => each.status).sort(), ['fulfilled', 'rejected']);
    const refusal = both.find((each) => each.status === 'rejected');
    assert.equal(refusal?.reason.code, 'REMIND_ALREADY');
    assert.equal((await office.dump('wave')).length, 1);
  });

  it('may go again the next day, to the other audience on the same, and leaves the calendar’s own wave alone', async () => {
    const office = await open('2026-11-23T08:00:00');
    await now(office, 'office', { confirm: 'yes' });
    await now(office, 'office', { audience: 'heads', formId: 'form-2', confirm: 'yes' });
    office.set('2026-11-24T09:00:00');
    await now(office, 'office', { formId: 'form-3', confirm: 'yes' });
    assert.deepEqual(
      (await office.dump('wave')).map((doc) => doc.id),
      ['manual-head:2026-11-23', 'manual-staff:2026-11-23', 'manual-staff:2026-11-24'].map(
        (id) => `wave:${round}:${id}`,
      ),
    );
  });

  it('warns outside office hours, and on a day on which the calendar reminds by itself', async () => {
    const office = await open('2026-11-21T10:00:00');
    assert.match((await now(office, 'office', {})).text, /ngoài giờ hành chính \(07:30–17:00, ngày làm việc\)/);
    office.set('2026-11-23T08:00:00');
    const { text } = await now(office, 'office', {});
    assert.match(text, /Theo lịch còn một lần đôn đốc lúc 08:30 ngày 23\/11\/2026/);
    assert.doesNotMatch(text, /ngoài giờ/);
  });

  it('says what the calendar has already sent today', async () => {
    const office = await openOffice({ now: '2026-11-23T08:30:00' });
    await openRound(office);
    await office.runDue();
    office.set('2026-11-23T14:00:00');
    assert.match((await now(office, 'office', {})).text, /Đã đôn đốc theo lịch lúc 08:30 ngày 23\/11\/2026/);
  });

  it('is for the office: everyone else is told so, and shown their own reminders', async () => {
    const office = await open();
    for (const key of ['an', 'adviceHead', 'director']) {
      for (const act of [
        () => office.as(key).say('đôn đốc'),
        () => office.as(key).click('remind.show', { round }),
        () => now(office, key, { confirm: 'yes' }),
      ]) {
        const error = await refused(office, 'NOT_ALLOWED_REMIND', act);
        assert.ok(error instanceof Refusal && error.show.page === 'remind.quiet');
      }
      assert.equal(await office.as(key).page('remind.show', { round }), null);
      assert.equal(await office.as(key).page('remind.confirm', { round, audience: 'staff', formId: 'x' }), null);
    }
  });

  it('ends with the deadline', async () => {
    const office = await open('2026-12-01T00:00:00');
    await refused(office, 'REMIND_CLOSED', () => now(office, 'office', { confirm: 'yes' }));
    await refused(office, 'REMIND_CLOSED', () => office.as('an').click('remind.stop', { round }));
    const { card, text } = await office.as('office').say('đôn đốc');
    assertGoodCard(card);
    assert.match(text, /đã hết hạn gửi hồ sơ nên không còn tin nhắc/);
    assert.deepEqual(
      actionsOf(card).map((a) => a.data.command),
      ['progress'],
    );
  });

  it('sends nothing when nobody is left, or no round is open', async () => {
    const office = await open();
    const people = (await office.dump('person')).map((doc) => doc.id.replace('person:', ''));
    await finish(office, ...people);
    await refused(office, 'REMIND_NOBODY', () => now(office, 'office', { confirm: 'yes' }));
    const empty = await openOffice();
    await refused(empty, 'NO_ROUND', () => empty.as('office').say('đôn đốc'));
    await refused(empty, 'NO_ROUND', () => empty.as('an').say('đôn đốc'));
    await refused(empty, 'NO_ROUND', () => now(empty, 'office', { confirm: 'yes' }));
  });

  it('takes no forged card', async () => {
    const office = await open();
    for (const data of [{ audience: 'everyone' }, { formId: '' }, { confirm: 'maybe' }, { extra: 'x' }]) {
      await refused(office, 'BAD_CARD', () => now(office, 'office', data as unknown as Record<string, string>));
    }
  });

  it('names departments that nobody leads, for no list reaches them', async () => {
    const office = await openOffice({ now: '2026-11-18T10:05:00', people: { insuranceHead: { status: 'left' } } });
    await openRound(office);
    assert.match(
      (await office.as('office').say('đôn đốc')).text,
      /Chưa có người nhận danh sách: Phòng Bảo hiểm thất nghiệp\./,
    );
  });
});

describe('dừng nhắc', () => {
  it('stops one’s own reminders of this round, says how to undo it, and is undone', async () => {
    const office = await open();
    const stopped = await office.as('an').click('remind.stop', { round });
    assertGoodCard(stopped.card);
    assert.match(stopped.text, /gõ “đôn đốc” bất cứ lúc nào/);
    assert.deepEqual(
      actionsOf(stopped.card).map((a) => a.verb),
      ['remind.resume', 'command.run'],
    );
    const before = await office.dump('person');
    // Typed, it is the same.
    assert.equal((await office.as('an').say('Dừng nhắc.')).show.page, stopped.show.page);
    await office.as('an').click('remind.stop', { round });
    assert.deepEqual(await office.dump('person'), before);
    await now(office, 'office', { confirm: 'yes' });
    await office.runDue();
    assert.ok(!(await reminders(office)).includes('staff → an'));

    const resumed = await office.as('an').click('remind.resume', { round });
    assertGoodCard(resumed.card);
    assert.equal(resumed.remark?.key, 'reminders.resumed');
    office.set('2026-11-19T10:00:00');
    await now(office, 'office', { formId: 'form-2', confirm: 'yes' });
    await office.runDue();
    assert.ok((await reminders(office)).includes('staff → an'));
  });

  it('leaves a head the list of the department', async () => {
    const office = await open();
    const { text } = await office.as('adviceHead').click('remind.stop', { round });
    assert.match(text, /Danh sách việc của phòng vẫn được gửi/);
    await now(office, 'office', { audience: 'heads', confirm: 'yes' });
    await now(office, 'office', { formId: 'form-2', confirm: 'yes' });
    await office.runDue();
    const got = await reminders(office);
    assert.ok(got.includes('head → adviceHead') && !got.includes('staff → adviceHead'));
  });

  it('holds for the round it was chosen in only', async () => {
    const office = await open();
    await refused(office, 'NO_ROUND', () => office.as('an').click('remind.stop', { round: 'annual-2027' }));
    await office.as('an').click('remind.stop', { round });
    const stored = await office.store.get(scope.unit, person('an'));
    assert.ok(stored);
    assert.deepEqual(decode(personRecord, stored).data.quietRounds, [round]);
  });

  it('is good in both languages, whatever it shows', async () => {
    for (const locale of ['vi', 'en'] as const) {
      const office = await openOffice({
        now: '2026-11-21T20:00:00',
        people: { office: { locale }, adviceHead: { locale } },
      });
      await openRound(office);
      for (const at of ['2026-11-21T20:00:00', '2026-12-01T00:00:00']) {
        office.set(at);
        for (const key of ['office', 'adviceHead']) {
          for (const page of ['remind.show', 'remind.quiet']) {
            const shown = await office.as(key).page(page, { round });
            if (shown !== null) assertGoodCard(shown.card);
          }
        }
        const confirm = await office.as('office').page('remind.confirm', { round, audience: 'heads', formId: 'x' });
        assert.ok(confirm);
        assertGoodCard(confirm.card);
        assert.ok(textOf(confirm.card).length > 0);
      }
    }
  });
});
