import assert from 'node:assert/strict';
import { spreadStep } from '../../../src/delivery/spread/spread.ts';
import { Refusal } from '../../../src/pipeline/answer.ts';
import { stamp } from '../../../src/ports/commit.ts';
import { decode } from '../../../src/ports/documents.ts';
import type { Card } from '../../../src/ports/messenger.ts';
import { personRecord } from '../../../src/records/person.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { campaign, channel, connect, crowd, formOf, launch, settle } from './launching.ts';

const inputsOf = (card: Card): { id: string; value?: string }[] =>
  ((card as { body: object[] }).body as { type?: string; id: string; value?: string }[]).filter(({ type }) =>
    type?.startsWith('Input.'),
  );

/** The form as the person of the office gets it back. */
async function formAfter(office: Office, { show, typed }: Refusal): Promise<Card> {
  const stored = await office.store.get(scope.unit, person('office'));
  assert.ok(stored !== undefined);
  const viewer = {
    unit: scope.unit,
    owner: person('office'),
    person: decode(personRecord, stored),
    locale: 'vi' as const,
    at: office.now,
  };
  const shown = await office.pages.compose(show, { viewer, ...(typed === undefined ? {} : { typed }) });
  return shown?.card ?? {};
}

describe('phát động', () => {
  it('shows who can be reached before anything goes out', async () => {
    const office = await openOffice();
    for (const key of ['office', 'an', 'director']) await connect(office, key);
    await connect(office, 'an2', 'uninstalled');
    await connect(office, 'on', 'forbidden');
    const prepare = await office.as('office').say('phát động');
    assertGoodCard(prepare.card);
    assert.match(prepare.text, /13\nNgười nhận\n3\nNhận được ngay\n10\nChưa kết nối/);
    assert.match(prepare.text, /Chưa gắn kênh của Phòng Hành chính – Nghiệp vụ/);
    assert.doesNotMatch(prepare.text, /giá trị mẫu/);
    const names = await office
      .as('office')
      .click('announce.people', { list: 'unreachable', department: '', page: '0' });
    assertGoodCard(names.card);
    assert.match(names.text, /Nguyễn Văn An\nPhòng Tư vấn – Giới thiệu việc làm\nĐã gỡ ứng dụng/);
    assert.match(names.text, /Lý Ơn\nPhòng Bảo hiểm thất nghiệp\nĐã chặn/);
    assert.match(names.text, /H'Hen Niê\nPhòng Tư vấn – Giới thiệu việc làm\nChưa cài ứng dụng/);
  });

  it('with nothing typed launches nothing: the plan proposes no number and no date', async () => {
    const office = await openOffice();
    const { card } = await office.as('office').say('phát động');
    const typed = inputsOf(card).filter(({ id }) => id === 'number' || id === 'issuedOn');
    assert.deepEqual(
      typed.map(({ id, value = '' }) => [id, value]),
      [
        ['number', ''],
        ['issuedOn', ''],
      ],
    );
    const formId = await formOf(office);
    const issuedOn = '15/06/2023';
    for (const [number, code] of [
      ['', 'PLAN_NUMBER_MISSING'],
      ['00', 'PLAN_NUMBER_WRONG'],
      ['0', 'PLAN_NUMBER_WRONG'],
      ['000a', 'PLAN_NUMBER_WRONG'],
    ] as const)
      await assert.rejects(office.as('office').click('announce.launch', { formId, number, issuedOn, confirm: 'yes' }), {
        code,
      });
    assert.deepEqual(await office.dump('campaign'), []);
  });
  it('marks the proposals of the sample centre as samples', async () => {
    const samples = { number: '15', issuedOn: '2023-06-15' };
    const office = await openOffice({ plan: (plan) => ({ ...plan, samples }) });
    assert.match((await office.as('office').say('phát động')).text, /giá trị mẫu/);
  });

  it('previews the words, then records and owes one message to each', async () => {
    const office = await openOffice();
    await office.as('office').say('kênh văn phòng', channel('Chung'));
    const formId = await formOf(office);
    const confirm = await office.as('office').click('announce.launch', { formId, number: '5', issuedOn: '15.6.2023' });
    assertGoodCard(confirm.card);
    assert.match(confirm.text, /Kế hoạch số 05\/KH-DVVVKH ngày 15\/06\/2023/);
    assert.match(confirm.text, /đến hết ngày 30\/11\/2026/);
    assert.match(confirm.text, /Cần đối chiếu .* trước khi gửi đi: Chỉ thị số 14\/CT-UBND ngày 22\/07\/2022\./);
    assert.deepEqual(await office.dump('campaign'), []);

    const data = actionsOf(confirm.card).find(({ verb }) => verb === 'announce.launch')?.data ?? {};
    const done = await office.as('office').click('announce.launch', data);
    assertGoodCard(done.card);
    await office.runDue();
    const owed = await office.owed('announce.launch');
    assert.deepEqual(owed.map(({ to }) => to).sort(), [
      'adviceDeputy',
      'adviceHead',
      'an',
      'an2',
      'channel:office',
      'director',
      'hniê',
      'insuranceHead',
      'office',
      'officeHead',
      'on',
      'secretary',
      'thao',
      'vice',
    ]);
    const record = await office.channelPage('office', 'announce.record', {
      launch: String(done.show.params.launch ?? `spread:launch:khanh-hoa-14-ct-ubnd:${formId}`),
    });
    assertGoodCard(record?.card ?? {});
    assert.doesNotMatch(textOf(record?.card), /Lê Thị Thu Hà/);
  });

  it('is read by staff, heads and leaders each in their own words', async () => {
    const office = await openOffice({ people: { thao: { locale: 'en' } } });
    const which = await launch(office);
    const seen = async (key: string): Promise<{ text: string; commands: unknown[] }> => {
      const shown = await office.as(key).page('campaign.launched', { campaign, launch: which });
      assertGoodCard(shown?.card ?? {});
      assert.equal(shown?.subject, `receipt:${campaign}:${person(key)}`);
      return {
        text: textOf(shown?.card),
        commands: actionsOf(shown?.card)
          .map(({ data }) => data.command)
          .filter(Boolean),
      };
    };
    for (const key of ['an', 'adviceHead', 'director'])
      assert.deepEqual((await seen(key)).commands, [], 'no button leads to a round that is not open');
    await office.as('office').click('round.open', { round: 'annual-2026', confirm: 'yes' });
    const staff = await seen('an');
    assert.match(staff.text, /Kính gửi chị Nguyễn Văn An\./);
    assert.deepEqual(staff.commands, ['assess']);
    const head = await seen('adviceHead');
    assert.match(
      head.text,
      /Kính gửi Trưởng phòng Đỗ Ăn\.[\s\S]*\(1\)[\s\S]*\(2\)\nTổ chức họp bình xét \(ngày họp: đơn vị chưa nhập\)[\s\S]*\(4\)\nGửi Phòng Hành chính – Nghiệp vụ chậm nhất đến hết ngày 30\/11\/2026\./,
    );
    assert.deepEqual(head.commands, ['review', 'assess']);
    const director = await seen('director');
    assert.match(director.text, /Kính đề nghị Giám đốc chỉ đạo/);
    assert.deepEqual(director.commands, ['progress', 'assess']);
    assert.match((await seen('thao')).text, /Dear Tôn Nữ[\s\S]*by the end of 30\/11\/2026/);
  });

  it('says the day of the department meeting once the unit has set it', async () => {
    const office = await openOffice({
      plan: (plan) => ({
        ...plan,
        calendar: {
          ...plan.calendar,
          milestones: plan.calendar.milestones.map((m) => (m.id === 'departmentMeeting' ? { ...m, on: '11-20' } : m)),
        },
      }),
    });
    const which = await launch(office);
    const shown = await office.as('adviceHead').page('campaign.launched', { campaign, launch: which });
    assert.match(textOf(shown?.card), /họp bình xét, chậm nhất ngày 20\/11\/2026/);
  });

  it('still reads well after the last round of the plan', async () => {
    const office = await openOffice({ now: '2030-12-05T09:00:00' });
    const which = await launch(office);
    for (const key of ['an', 'adviceHead', 'director']) {
      const shown = await office.as(key).page('campaign.launched', { campaign, launch: which });
      assertGoodCard(shown?.card ?? {});
      assert.doesNotMatch(textOf(shown?.card), /01\/12/);
    }
  });

  it('refuses without number or date, with wrong ones, and gives back what was typed', async () => {
    const office = await openOffice();
    const formId = await formOf(office);
    const cases = [
      ['PLAN_NUMBER_MISSING', ' ', '15/06/2023'],
      ['PLAN_NUMBER_WRONG', '25/KH-DVVLKH', '15/06/2023'],
      ['ISSUE_DATE_MISSING', '25', ''],
      ['ISSUE_DATE_WRONG', '25', '31/02/2026'],
      ['ISSUE_DATE_WRONG', '25', '12/25/2023'],
      ['ISSUE_DATE_FUTURE', '25', '03/11/2026'],
      ['ISSUE_DATE_EARLY', '25', '31/12/2022'],
    ] as const;
    for (const [code, number, issuedOn] of cases) {
      for (const confirm of [{}, { confirm: 'yes' }]) {
        const error = await office
          .as('office')
          .click('announce.launch', { formId, number, issuedOn, ...confirm })
          .catch((e: unknown) => e);
        assert.ok(error instanceof Refusal, code);
        assert.equal(error.code, code);
        assert.deepEqual(error.typed, { number, issuedOn });
        assert.equal(error.show.page, 'announce.prepare');
        const form = await formAfter(office, error);
        assertGoodCard(form);
        assert.ok(textOf(form).includes(number.trim()), 'the number typed is gone');
        assert.ok(textOf(form).includes(issuedOn), 'the date typed is gone');
      }
    }
    assert.deepEqual(await office.dump('campaign'), []);
    assert.deepEqual(await office.dump('spread'), []);
  });

  it('takes a plan issued today', async () => {
    const office = await openOffice();
    const formId = await formOf(office);
    await office
      .as('office')
      .click('announce.launch', { formId, number: '25', issuedOn: '02/11/2026', confirm: 'yes' });
    assert.equal((await office.dump('campaign')).length, 1);
  });

  it('is for the office alone, also by forged verbs', async () => {
    const office = await openOffice();
    const which = await launch(office);
    for (const key of ['an', 'adviceHead', 'director', 'thao']) {
      const data = { formId: 'x1', number: '25', issuedOn: '15/06/2023', confirm: 'yes' };
      await assert.rejects(office.as(key).say('phát động'), { code: 'NOT_ALLOWED_LAUNCH' });
      await assert.rejects(office.as(key).click('announce.launch', data), { code: 'NOT_ALLOWED_LAUNCH' });
      await assert.rejects(office.as(key).click('announce.cancel', { launch: which, confirm: 'yes' }), {
        code: 'NOT_ALLOWED_LAUNCH',
      });
      await assert.rejects(office.as(key).click('announce.show', { page: '0' }), { code: 'NOT_ALLOWED_LAUNCH' });
      await assert.rejects(
        office.as(key).click('announce.people', { list: 'unread', department: 'department:advice', page: '0' }),
        { code: 'NOT_ALLOWED_LAUNCH' },
      );
      for (const [page, params] of [
        ['announce.progress', { campaign, page: '0' }],
        ['announce.people', { list: 'unreachable', department: '', page: '0' }],
        ['announce.prepare', {}],
      ] as const) {
        assert.equal(await office.as(key).page(page, params), null);
      }
    }
    await assert.rejects(
      office.as('office').click('announce.launch', { formId: '../x', number: '25', issuedOn: '15/06/2023' }),
      { code: 'BAD_CARD' },
    );
    await assert.rejects(office.as('office').click('announce.launch', { formId: 'x1', confirm: 'no' }), {
      code: 'BAD_CARD',
    });
  });

  it('happens once: the same click again is harmless, another launch is refused with who and when', async () => {
    const office = await openOffice();
    const formId = await formOf(office);
    const data = { formId, number: '25', issuedOn: '15/06/2023', confirm: 'yes' };
    await office.as('office').click('announce.launch', data);
    office.set('2026-11-02T10:30:00');
    const again = await office.as('office').click('announce.launch', data);
    assert.match(again.text, /Đã phát động theo Kế hoạch số 25\/KH-DVVVKH/);
    const error = await office
      .as('secretary')
      .click('announce.launch', { ...data, formId: 'other1', number: '26' })
      .catch((e: unknown) => e);
    assert.ok(error instanceof Refusal);
    assert.equal(error.code, 'ALREADY_LAUNCHED');
    assert.match(
      office.machine.texts('vi').t('errors.ALREADY_LAUNCHED', error.facts),
      /Lê Thị Thu Hà đã phát động theo Kế hoạch số 25\/KH-DVVVKH lúc 09:00 ngày 02\/11\/2026/,
    );
    assert.equal(error.show.page, 'announce.progress');
    await office.runDue();
    await office.runDue();
    assert.equal((await office.owed('announce.launch')).length, 13);
    assert.equal((await office.dump('spread')).length, 1);
  });

  it('spreads in steps: one that is run again after a crash changes nothing', async () => {
    const office = await openOffice();
    await crowd(office, 100);
    await launch(office);
    const [first] = await office.store.due({ lane: 'spread', until: stamp(office.now), limit: 1 });
    assert.ok(first !== undefined);
    await office.runDue();
    const owes = async (): Promise<undefined> => undefined;
    await assert.rejects(spreadStep({ ...office.machine, owes }, first), {
      code: 'Conflict',
    });
    const owed = await office.owed('announce.launch');
    assert.equal(owed.length, 113);
    assert.equal(new Set(owed.map(({ to }) => to)).size, 113);
  });

  it('happens once when two of the office confirm at the same moment', async () => {
    const office = await openOffice();
    const confirm = async (key: string, formId: string) =>
      office.as(key).click('announce.launch', { formId, number: '25', issuedOn: '15/06/2023', confirm: 'yes' });
    const outcomes = await Promise.allSettled([confirm('office', 'a1'), confirm('secretary', 'b1')]);
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.equal((await office.dump('campaign')).length, 1);
    assert.equal((await office.dump('spread')).length, 1);
  });

  it('shows who was told, who has read, who has not, department by department', async () => {
    const office = await openOffice();
    const which = await launch(office);
    await office.runDue();
    const owed = await office.owed('announce.launch');
    const id = (key: string): string => owed.find(({ to }) => to === key)?.id ?? '';
    for (const key of ['an', 'office', 'adviceHead']) await settle(office, id(key), 'sent');
    await settle(office, id('an2'), 'ambiguous');
    await settle(office, id('on'), 'unreachable');
    await office.as('an').click('announce.acknowledge', { launch: which });
    // Read by way of "kế hoạch", though the message itself has not arrived yet.
    await office.as('on').click('announce.acknowledge', { launch: which });
    const { card, text } = await office.as('office').say('phát động');
    assertGoodCard(card);
    assert.match(
      text,
      /13\nNgười nhận\n3\nĐã gửi đến\n2\nĐã đọc\n8\nĐang gửi\n1\nChưa rõ kết quả gửi\n1\nChưa kết nối\nCòn khoảng 1 phút/,
    );
    assert.match(text, /Phòng Tư vấn – Giới thiệu việc làm\n1\/5/);
    const unread = await office
      .as('office')
      .click('announce.people', { list: 'unread', department: 'department:advice', page: '0' });
    assertGoodCard(unread.card);
    assert.match(unread.text, /4 người chưa xác nhận/);
    assert.match(unread.text, /Đỗ Ăn\nTrưởng phòng\nĐã gửi, chưa đọc/);
    assert.match(unread.text, /Nguyễn Văn An\nChuyên viên\nChưa rõ kết quả gửi/);
    const none = await office
      .as('office')
      .click('announce.people', { list: 'unread', department: 'department:lead', page: '0' });
    assert.match(none.text, /2 người chưa xác nhận/);
    await office.as('adviceHead').click('announce.acknowledge', { launch: which });
    const confirmed = await office
      .as('office')
      .click('announce.people', { list: 'unread', department: 'department:advice', page: '0' });
    assert.match(confirmed.text, /3 người chưa xác nhận/);
    assert.doesNotMatch(confirmed.text, /Đỗ Ăn/, 'the head has confirmed');
  });

  it('keeps every card sendable with 300 people whom nothing reaches', async () => {
    const office = await openOffice({ people: { secretary: { locale: 'en' } } });
    await crowd(office, 300);
    const prepare = await office.as('office').say('phát động');
    assertGoodCard(prepare.card);
    for (const key of ['office', 'secretary']) {
      for (const page of ['0', '12', '99', 'x']) {
        const list = await office.as(key).click('announce.people', { list: 'unreachable', department: '', page });
        assertGoodCard(list.card);
      }
    }
    await launch(office);
    await office.runDue();
    for (const key of ['office', 'secretary']) {
      assertGoodCard((await office.as(key).say('phát động')).card);
      const unread = await office
        .as(key)
        .click('announce.people', { list: 'unread', department: 'department:advice', page: '3' });
      assertGoodCard(unread.card);
      assert.match(unread.text, /37–48 (trên|of) 305/);
    }
  });

  it('does not write to those who have left by that day', async () => {
    const office = await openOffice({ people: { an2: { endDate: '2026-10-31' }, on: { status: 'left' } } });
    await launch(office);
    await office.runDue();
    const told = (await office.owed('announce.launch')).map(({ to }) => to);
    assert.equal(told.length, 11);
    assert.ok(!told.includes('an2') && !told.includes('on'));
  });
});
