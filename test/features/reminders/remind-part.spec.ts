import assert from 'node:assert/strict';
import { CodedError } from '../../../src/domain/errors.ts';
import { Refusal } from '../../../src/pipeline/answer.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, dept, everyone, type Office, openOffice, person } from '../../support/office.ts';
import { done, finish, given, openRound, reminders, round } from './a-round.ts';
import { crowd } from './crowd.ts';

const advice = dept('advice');
const ofAdvice = { audience: 'department', of: advice };
const one = (key: string) => ({ audience: 'person', of: person(key) });

async function open(): Promise<Office> {
  const office = await openOffice({
    now: '2026-11-18T10:05:00',
    people: { hniê: { status: 'onLeave' }, thao: { quietRounds: [round] } },
  });
  await openRound(office, { nextLookAt: null });
  return office;
}

const now = (office: Office, data: Record<string, string>, key = 'office') =>
  office.as(key).click('remind.now', { round, formId: 'form-1', ...data });

async function send(office: Office, data: Record<string, string>): Promise<string[]> {
  const before = await reminders(office);
  await now(office, { formId: `form-${before.length}`, confirm: 'yes', ...data });
  await office.runDue();
  return (await reminders(office)).filter((got) => !before.includes(got)).sort();
}

const dump = async (office: Office) =>
  Promise.all((['wave', 'spread', 'delivery', 'person', 'round'] as const).map((type) => office.dump(type)));

async function refused(office: Office, code: string, act: () => Promise<unknown>): Promise<CodedError> {
  const before = await dump(office);
  const error = await act().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof CodedError, `not refused: ${code}`);
  assert.equal(error.code, code);
  assert.deepEqual(await dump(office), before);
  return error;
}

const adviceAll = ['head → adviceHead', 'staff → adviceDeputy', 'staff → adviceHead', 'staff → an', 'staff → an2'];

describe('đôn đốc a part', () => {
  it('reaches the people of one department, and whoever leads it; nobody on leave, nobody else', async () => {
    const office = await open();
    const asked = await now(office, ofAdvice);
    assertGoodCard(asked.card);
    assert.match(asked.text, /Gửi 5 tin đôn đốc cho Phòng Tư vấn – Giới thiệu việc làm\?/);
    assert.match(asked.text, /Cá nhân chưa hoàn thành: 4 người\./);
    assert.match(asked.text, /Nhận danh sách việc của phòng: Đỗ Ăn\./);
    assert.match(asked.text, /Đang nghỉ chế độ: H'Hen Niê\./);
    const [confirm] = actionsOf(asked.card);
    const sent = await office.as('office').click(confirm?.verb ?? '', confirm?.data);
    assert.match(sent.text, /Đang gửi tin đôn đốc cho phòng: 5 tin\./);
    assert.equal(sent.show.page, 'remind.department');
    await office.runDue();
    assert.deepEqual((await reminders(office)).sort(), adviceAll);
  });

  it('reminds the leader alone while only the collective dossier is left', async () => {
    const office = await open();
    await finish(office, 'adviceHead', 'adviceDeputy', 'an', 'an2');
    assert.deepEqual(await send(office, ofAdvice), ['head → adviceHead']);
    assert.match(
      (await office.as('office').click('remind.department', { round, department: advice })).text,
      /Hôm nay đã đôn đốc phòng này/,
    );
  });

  it('reaches one person', async () => {
    const office = await open();
    const asked = await now(office, one('an'));
    assertGoodCard(asked.card);
    assert.match(asked.text, /Gửi tin nhắc cho Nguyễn Văn An \(an\)\?/);
    assert.deepEqual(await send(office, one('an')), ['staff → an']);
  });

  it('tells nobody twice on one day, in whatever order person, department and everyone are reminded', async () => {
    const office = await open();
    assert.deepEqual(await send(office, one('an')), ['staff → an']);
    const asked = await now(office, { ...ofAdvice, formId: 'other' });
    assert.match(asked.text, /Gửi 4 tin đôn đốc/);
    assert.match(asked.text, /Hôm nay đã có tin đôn đốc: Nguyễn Văn An\./);
    assert.deepEqual(
      await send(office, ofAdvice),
      adviceAll.filter((got) => got !== 'staff → an'),
    );
    const all = await now(office, { audience: 'staff', formId: 'all' });
    assert.match(all.text, /Gửi tin nhắc cho 7 người chưa hoàn thành\?/);
    assert.match(all.text, /Hôm nay đã có tin đôn đốc: .*Đỗ Ăn/);
    assert.equal((await send(office, { audience: 'staff' })).length, 7);
    assert.deepEqual(await send(office, { audience: 'heads' }), ['head → insuranceHead', 'head → officeHead']);
    const got = await reminders(office);
    assert.equal(new Set(got).size, got.length);
  });

  it('counts whom a reminder still on its way is about to reach', async () => {
    const office = await open();
    await now(office, { audience: 'staff', confirm: 'yes' });
    const asked = await now(office, { ...ofAdvice, formId: 'other' });
    assert.match(asked.text, /Gửi 1 tin đôn đốc/);
  });

  it('goes once: the same form is harmless, another is told who did it; two at one moment are one', async () => {
    for (const target of [ofAdvice, one('an')]) {
      const office = await open();
      await now(office, { ...target, confirm: 'yes' });
      await office.runDue();
      const before = await dump(office);
      assert.equal((await now(office, { ...target, confirm: 'yes' })).remark?.key, 'reminders.sentAlready');
      assert.deepEqual(await dump(office), before);
      const error = await refused(office, 'REMIND_ALREADY', () =>
        now(office, { ...target, formId: 'form-2', confirm: 'yes' }, 'secretary'),
      );
      assert.equal(error.facts.by, 'Lê Thị Thu Hà');
      assert.ok(error instanceof Refusal && error.show.params.department === advice);
      office.set('2026-11-19T09:00:00');
      assert.ok((await send(office, { ...target, formId: 'form-3' })).length === 0);
      assert.equal((await office.owed('remind.staff')).filter(({ to }) => to === 'an').length, 2);
    }
    const office = await open();
    const both = await Promise.allSettled([
      now(office, { ...ofAdvice, confirm: 'yes' }),
      now(office, { ...ofAdvice, formId: 'form-2', confirm: 'yes' }, 'secretary'),
    ]);
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    await office.runDue();
    assert.deepEqual((await reminders(office)).sort(), adviceAll);
  });

  for (const [key, why] of [
    ['hniê', 'Đang nghỉ chế độ'],
    ['thao', 'Đã chọn dừng nhận tin nhắc'],
    ['an', 'Đã gửi hồ sơ'],
    ['an2', 'Không đề nghị xét'],
    ['on', 'Hôm nay đã có tin đôn đốc'],
  ] as const) {
    it(`does not remind ${key} and says why: ${why}`, async () => {
      const office = await open();
      await given(office, person('an'), done);
      await given(office, person('an2'), { wish: 'declines' });
      await send(office, { audience: 'department', of: dept('insurance') });
      const error = await refused(office, 'REMIND_NOBODY', () =>
        now(office, { ...one(key), formId: 'forged', confirm: 'yes' }),
      );
      assert.ok(error instanceof Refusal);
      const shown = await office.as('office').page(error.show.page, error.show.params);
      assert.ok(shown);
      assertGoodCard(shown.card);
      const text = JSON.stringify(shown.card);
      assert.ok(text.includes(why));
      assert.deepEqual(
        actionsOf(shown.card).map(({ verb }) => verb),
        ['remind.department'],
      );
      const { data } = (await office.dump('person')).find(({ id }) => id === person(key)) as never as {
        data: { departmentId: string };
      };
      const list = await office.as('office').click('remind.department', { round, department: data.departmentId });
      assertGoodCard(list.card);
      assert.ok(list.text.includes(why));
      assert.ok(!actionsOf(list.card).some((action) => action.data.of === person(key)));
    });
  }

  it('takes no forged target and no forged role', async () => {
    const office = await open();
    for (const of of ['department:nowhere', 'person:nobody']) {
      const audience = of.split(':')[0] ?? '';
      await refused(office, 'REMIND_UNKNOWN', () => now(office, { audience, of, confirm: 'yes' }));
    }
    for (const data of [
      { audience: 'person', of: advice },
      { audience: 'department', of: person('an') },
      { audience: 'department' },
      { audience: 'person', of: '' },
      { audience: 'staff', of: advice },
    ] as Record<string, string>[]) {
      await refused(office, 'BAD_CARD', () => now(office, { confirm: 'yes', ...data }));
    }
    for (const key of everyone.filter((each) => !['officeHead', 'office', 'secretary', 'hniê'].includes(each))) {
      for (const target of [ofAdvice, one('an')]) {
        await refused(office, 'NOT_ALLOWED_REMIND', () => now(office, { ...target, confirm: 'yes' }, key));
        assert.equal(await office.as(key).page('remind.confirm', { round, ...target, formId: 'x' }), null);
      }
      await refused(office, 'NOT_ALLOWED_REMIND', () =>
        office.as(key).click('remind.department', { round, department: advice }),
      );
      assert.equal(await office.as(key).page('remind.department', { round, department: advice }), null);
    }
    await refused(office, 'NOTHING_TO_SHOW', () =>
      office.as('office').click('remind.department', { round, department: 'department:nowhere' }),
    );
  });

  it('does not reach whoever has left, nor anyone after the deadline', async () => {
    const office = await openOffice({ now: '2026-11-18T10:05:00', people: { an: { status: 'left' } } });
    await openRound(office, { nextLookAt: null });
    await refused(office, 'REMIND_UNKNOWN', () => now(office, { ...one('an'), confirm: 'yes' }));
    office.set('2026-12-01T00:00:00');
    for (const target of [ofAdvice, one('an2')])
      await refused(office, 'REMIND_CLOSED', () => now(office, { ...target, confirm: 'yes' }));
    const late = await office.as('office').click('remind.department', { round, department: advice });
    assert.deepEqual(
      actionsOf(late.card).map(({ verb }) => verb),
      ['remind.department'],
    );
    const progress = await office.as('office').click('progress.show', { round, department: advice });
    assert.ok(!actionsOf(progress.card).some(({ verb }) => verb === 'remind.department'));
  });

  it('is led to from the progress of the department, for the office alone', async () => {
    const office = await open();
    const led = async (key: string) =>
      actionsOf((await office.as(key).click('progress.show', { round, department: advice })).card).find(
        ({ verb }) => verb === 'remind.department',
      );
    const button = await led('office');
    const shown = await office.as('office').click(button?.verb ?? '', button?.data);
    assert.equal(shown.show.page, 'remind.department');
    assert.equal(shown.show.params.department, advice);
    for (const key of ['adviceHead', 'director']) assert.equal(await led(key), undefined);
  });

  it('leaves the calendar’s own to whoever was not reminded, and tells the board the truth', async () => {
    const office = await open();
    await send(office, one('an'));
    const { text } = await office.as('office').say('đôn đốc');
    assert.match(text, /Lần gần nhất: 10:05 ngày 18\/11\/2026 \(một phòng hoặc một người\)\./);
    assert.match(text, /1 người trong số trên hôm nay đã có tin đôn đốc\./);
    assert.equal(text.split('\n')[text.split('\n').indexOf('Cá nhân chưa hoàn thành') + 1], '11 người');
  });

  it('to everyone is told on the board by how many have it, those of whom it came to nothing more to do among them', async () => {
    const office = await open();
    const sent = await send(office, { audience: 'staff' });
    assert.ok(sent.length > 5);
    const { text } = await office.as('office').say('đôn đốc');
    assert.match(text, new RegExp(`Hôm nay đã có tin đôn đốc cho ${sent.length} người\\.`));
    assert.doesNotMatch(text, /trong số trên hôm nay đã có tin/);
  });

  it('is listed under “đối soát” by its department or person', async () => {
    const office = await open();
    await send(office, ofAdvice);
    await send(office, one('on'));
    const { text } = await office.as('office').say('đối soát');
    assert.match(text, /Đôn đốc trực tiếp \(18\/11\/2026\): Phòng Tư vấn – Giới thiệu việc làm/);
    assert.match(text, /Đôn đốc trực tiếp \(18\/11\/2026\): Lý Ơn/);
  });

  it('fits cards with three hundred people of one name, page by page, in both languages', async () => {
    for (const locale of ['vi', 'en'] as const) {
      const office = await openOffice({ now: '2026-11-18T10:05:00', people: { office: { locale } } });
      await openRound(office, { nextLookAt: null });
      await crowd(office, advice, 300);
      for (const page of ['0', '15', '99']) {
        assertGoodCard(
          (await office.as('office').click('remind.department', { round, department: advice, page })).card,
        );
      }
      assertGoodCard((await office.as('office').click('remind.department', { round })).card);
      assertGoodCard((await now(office, ofAdvice)).card);
      await now(office, { ...ofAdvice, confirm: 'yes' });
      await office.runDue();
      assertGoodCard((await now(office, { audience: 'staff', formId: 'all' })).card);
      assert.equal((await office.owed('remind.staff')).length, 305);
    }
  });
});
