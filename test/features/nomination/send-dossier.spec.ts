import assert from 'node:assert/strict';
import { create } from '../../../src/ports/documents.ts';
import { meetingId, meetingRecord } from '../../../src/records/meeting.ts';
import { nominationId } from '../../../src/records/nomination.ts';
import { actionsOf, dept, type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { codeOf, wayBack } from '../../support/refusal.ts';
import { changeNomination, instant, nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';

const mine = nominationId(round, person('an'));

/** What the card that is shown now would send when its button for the verb is clicked. */
function dataOf(card: unknown, verb: string): Record<string, string> {
  const action = actionsOf(card).find((a) => a.verb === verb);
  assert.ok(action, `no ${verb} on the card`);
  return action.data as Record<string, string>;
}

async function sendAs(office: Office, who: string, candidate = person(who)) {
  const confirm = await office.as(who).click('nomination.submit', { round, candidate });
  return office.as(who).click('nomination.submit', dataOf(confirm.card, 'nomination.submit'));
}

describe('nomination.request and nomination.decline', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
    await seedRound(office);
  });

  it('asks for the level first, then keeps the wish and a draft', async () => {
    const form = await office.as('an').click('nomination.request', {});
    assert.equal(form.show.page, 'nomination.request');
    assert.deepEqual(await office.dump('nomination'), []);
    await office.as('an').click('nomination.request', { level: 'so' });
    const { data } = await nominationOf(office, mine);
    assert.deepEqual([data.state, data.level, data.proposal], ['draft', 'so', null]);
    await office.as('an').click('nomination.request', { level: 'unit' });
    assert.equal((await nominationOf(office, mine)).data.level, 'unit');
    assert.equal(await codeOf(office.as('an').click('nomination.request', { level: 'world' })), 'NO_SUCH_LEVEL');
  });

  it('is harmless twice', async () => {
    const click = () => office.as('an').click('nomination.request', { level: 'unit' });
    await Promise.all([click(), click()]);
    await click();
    assert.equal((await nominationOf(office, mine)).rev, 1);
  });

  it('counts as consent to a proposal, and leaves the proposal otherwise', async () => {
    const proposal = {
      by: person('adviceHead'),
      at: instant('2026-11-01T09:00:00'),
      reason: 'Tốt',
      consent: 'pending' as const,
    };
    await seedDossier(office, 'an', { state: 'draft', wish: 'undecided', nomination: { proposal } });
    assert.match(
      (await office.as('an').say('hồ sơ')).text,
      /Trưởng phòng Đỗ Ăn đề nghị xét khen thưởng anh\/chị\. Lý do: Tốt/,
    );
    await office.as('an').click('nomination.decline', {});
    assert.deepEqual((await nominationOf(office, mine)).data.proposal, proposal);
    await office.as('an').click('nomination.request', { level: 'unit' });
    assert.deepEqual((await nominationOf(office, mine)).data.proposal, { ...proposal, consent: 'given' });
  });

  it('lets the wish change back and forth until the deadline', async () => {
    await office.as('an').click('nomination.request', { level: 'unit' });
    const declined = await office.as('an').click('nomination.decline', {});
    assert.match(declined.text, /không đề nghị xét đợt này; hệ thống không gửi tin đôn đốc/);
    assert.equal(await codeOf(office.as('an').click('nomination.submit', {})), 'NOT_ASKED');
    await office.as('an').click('nomination.request', { level: 'unit' });
    office.set('2026-12-01T00:00:00.000');
    assert.equal(await codeOf(office.as('an').click('nomination.decline', {})), 'DEADLINE_PASSED');
    assert.equal(await codeOf(office.as('an').click('nomination.request', { level: 'so' })), 'DEADLINE_PASSED');
  });

  it('is the writer’s alone', async () => {
    for (const verb of ['nomination.request', 'nomination.decline']) {
      for (const who of ['an2', 'adviceHead', 'office', 'director']) {
        assert.equal(await codeOf(office.as(who).click(verb, { round, candidate: person('an') })), 'NOT_YOUR_DOSSIER');
      }
    }
    assert.deepEqual(await office.dump('nomination'), []);
  });
});

describe('nomination.submit', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
    await seedRound(office);
  });

  it('shows what is sent, to whom and by when, before anything is written', async () => {
    await seedDossier(office, 'an', { state: 'draft' });
    const before = await nominationOf(office, mine);
    const confirm = await office.as('an').click('nomination.submit', { round, candidate: person('an') });
    assert.equal(confirm.show.page, 'nomination.confirm');
    for (const words of [
      /Trưởng phòng Đỗ Ăn, cho ý kiến chậm nhất đến 17:00 ngày 05\/11\/2026/,
      /Tự đánh giá 2 tiêu chuẩn, không kèm minh chứng/,
      /Bản chính có chữ ký/,
    ]) {
      assert.match(confirm.text, words);
    }
    assert.deepEqual(await nominationOf(office, mine), before);
  });

  it('copies the candidate, asks the head, and owes a receipt', async () => {
    await seedDossier(office, 'an', { state: 'draft' });
    const sent = await sendAs(office, 'an');
    assert.deepEqual([sent.show.page, sent.remark?.key], ['dossier.show', 'nomination.submitted']);
    const receipt = textOf((await office.as('an').page('nomination.receipt', sent.show.params))?.card);
    assert.match(receipt, /Đã nhận hồ sơ \(đang cấp mã\) lúc 09:00 ngày 02\/11\/2026/);
    assert.match(receipt, /Bước tiếp theo: Trưởng phòng Đỗ Ăn cho ý kiến chậm nhất đến 17:00 ngày 05\/11\/2026/);
    const { data, rev } = await nominationOf(office, mine);
    assert.equal(data.state, 'submitted');
    assert.deepEqual(data.submitted, { by: person('an'), at: instant('2026-11-02T09:00:00') });
    assert.equal(data.opinionDueAt, instant('2026-11-05T17:00:00'));
    assert.deepEqual(data.snapshot, {
      name: 'Nguyễn Văn An',
      title: 'Chuyên viên',
      gender: 'female',
      departmentName: 'Phòng Tư vấn – Giới thiệu việc làm',
      reviewerId: person('adviceHead'),
    });
    const owed = (await office.owed()).map(({ to, data: d }) => [d.kind, to, d.show.page, d.coalesce, d.urgent]);
    assert.deepEqual(owed.sort(), [
      ['receipt', 'an', 'nomination.receipt', '', true],
      ['review.request', 'adviceHead', 'review.queue', 'review.request', true],
    ]);
    assert.ok((await office.dump('refresh')).some((d) => d.id === `refresh:${mine}@${rev}`));
  });

  it('is harmless twice: one dossier, one receipt, one request', async () => {
    await seedDossier(office, 'an', { state: 'draft' });
    const confirm = await office.as('an').click('nomination.submit', {});
    const yes = dataOf(confirm.card, 'nomination.submit');
    await Promise.all([
      office.as('an').click('nomination.submit', yes),
      office.as('an').click('nomination.submit', yes),
    ]);
    const third = await office.as('an').click('nomination.submit', yes);
    assert.equal(third.show.page, 'dossier.show');
    assert.equal((await office.owed('receipt')).length, 1);
    assert.equal((await office.owed('review.request')).length, 1);
  });

  it('says "already done" and shows the dossier when a stale card is clicked later on', async () => {
    await seedDossier(office, 'an', { state: 'accepted' });
    const refused = await wayBack(office.as('an').click('nomination.submit', { confirm: 'yes', rev: '1.1' }));
    assert.deepEqual([refused.code, refused.show.page], ['ALREADY_DONE', 'dossier.show']);
  });

  it('confirms anew when answers, level or evidence changed after the confirm card', async () => {
    await seedDossier(office, 'an', { state: 'draft' });
    const confirm = await office.as('an').click('nomination.submit', {});
    const yes = dataOf(confirm.card, 'nomination.submit');
    const base = instant('2026-11-01T09:00:00');
    await office
      .as('an')
      .click('assess.save', { criterion: 'CN1', base, rating: 'notMet', words: 'Sửa trên điện thoại' });
    const refused = await wayBack(office.as('an').click('nomination.submit', yes));
    assert.deepEqual([refused.code, refused.show.page], ['DOSSIER_CHANGED', 'nomination.confirm']);
    assert.equal((await nominationOf(office, mine)).data.state, 'draft');
    await office.as('an').click('evidence.add', { url: 'https://example.vn/tin', name: 'Tin bài', criterion: 'CN1' });
    assert.equal(await codeOf(office.as('an').click('nomination.submit', { ...yes })), 'DOSSIER_CHANGED');
  });

  it('names what is missing, and nothing is written', async () => {
    await seedDossier(office, 'an', { state: 'draft', without: ['CN2'] });
    const refused = await wayBack(office.as('an').click('nomination.submit', { confirm: 'yes' }));
    assert.equal(refused.code, 'DOSSIER_INCOMPLETE');
    assert.match(String(refused.facts.missing), /^CN2/);
    assert.equal(refused.show.page, 'dossier.show');
    assert.deepEqual(await office.owed(), []);
  });

  it('waits for the answer to a proposal', async () => {
    const proposal = {
      by: person('adviceHead'),
      at: instant('2026-11-01T09:00:00'),
      reason: 'Tốt',
      consent: 'pending' as const,
    };
    await seedDossier(office, 'an', { state: 'draft', nomination: { proposal } });
    assert.equal(await codeOf(office.as('an').click('nomination.submit', {})), 'CONSENT_PENDING');
  });

  it('asks for the department meeting where the unit requires it', async () => {
    office = await openOffice({ plan: (p) => ({ ...p, settings: { ...p.settings, departmentMeeting: 'required' } }) });
    await seedRound(office);
    await seedDossier(office, 'an', { state: 'draft' });
    assert.equal(await codeOf(office.as('an').click('nomination.submit', {})), 'MEETING_MISSING');
    assert.match((await office.as('an').say('hồ sơ')).text, /Chưa ghi nhận cuộc họp/);
    const meeting = create(meetingRecord, scope, meetingId(round, dept('advice')), {
      round,
      departmentId: dept('advice'),
      heldOn: '2026-11-01',
      present: 5,
      total: 5,
      chair: 'Đỗ Ăn',
      secretary: 'Trịnh Thị Ẩn',
      notes: '',
      recorded: { by: person('adviceHead'), at: instant('2026-11-01T15:00:00') },
    });
    await office.store.commit(scope.unit, [meeting]);
    await sendAs(office, 'an');
    assert.equal((await nominationOf(office, mine)).data.state, 'submitted');
  });

  it('takes the last millisecond and not one more, and says what to do', async () => {
    await seedDossier(office, 'an', { state: 'draft' });
    await seedDossier(office, 'an2', { state: 'draft' });
    office.set('2026-11-30T23:59:59.999');
    await sendAs(office, 'an');
    const confirm = await office.as('an2').click('nomination.submit', {});
    office.set('2026-12-01T00:00:00.000');
    const late = await wayBack(office.as('an2').click('nomination.submit', dataOf(confirm.card, 'nomination.submit')));
    assert.equal(late.code, 'DEADLINE_PASSED');
    const shown = await office.as('an2').page('dossier.show', late.show.params as Record<string, string>);
    assert.match(JSON.stringify(shown?.card), /được nhận hồ sơ sau hạn khi ghi rõ lý do/);
  });

  it('sends a returned dossier again within its own time, for a new opinion', async () => {
    await seedDossier(office, 'an', { state: 'returned' });
    const returned = {
      by: person('office'),
      at: instant('2026-11-27T09:00:00'),
      reason: 'Bổ sung minh chứng CN2',
      until: instant('2026-12-04T17:00:00'),
    };
    const accepted = { by: person('office'), at: instant('2026-11-26T09:00:00'), lateReason: '' };
    await changeNomination(office, mine, { returned, accepted });
    office.set('2026-12-03T09:00:00');
    const shown = await office.as('an').say('hồ sơ');
    assert.match(
      shown.text,
      /Nội dung: Bổ sung minh chứng CN2\. Người trả: Chuyên viên Lê Thị Thu Hà\. Hạn gửi lại: 17:00 ngày 04\/12\/2026/,
    );
    await sendAs(office, 'an');
    const { data } = await nominationOf(office, mine);
    assert.deepEqual([data.state, data.opinion, data.accepted], ['submitted', null, null]);
    assert.equal((await office.owed('review.request')).length, 1);
    await changeNomination(office, mine, { state: 'returned' });
    office.set('2026-12-04T17:00:00.001');
    assert.equal(await codeOf(office.as('an').click('nomination.submit', {})), 'SUPPLEMENT_PASSED');
  });

  it('goes to the director for heads and collectives, and to nobody when the post is empty', async () => {
    await seedDossier(office, 'adviceHead', { state: 'draft' });
    await sendAs(office, 'adviceHead');
    assert.equal(
      (await nominationOf(office, nominationId(round, person('adviceHead')))).data.snapshot?.reviewerId,
      person('director'),
    );
    office = await openOffice({ people: { vice: { roles: ['deputyDirector'] } } });
    await seedRound(office);
    await seedDossier(office, 'director', { state: 'draft' });
    const sent = await sendAs(office, 'director');
    const receipt = await office.as('director').page('nomination.receipt', sent.show.params);
    assert.match(textOf(receipt?.card), /Bước tiếp theo: Phòng Hành chính – Nghiệp vụ/);
    const { data } = await nominationOf(office, nominationId(round, person('director')));
    assert.deepEqual([data.snapshot?.reviewerId, data.opinionDueAt], [null, instant('2026-11-02T09:00:00')]);
    assert.equal((await office.owed('review.request')).length, 0);
  });

  it('sends a collective dossier by its head, with seven criteria', async () => {
    const head = office.as('adviceHead');
    const whose = { round, candidate: dept('advice') };
    for (const criterion of ['TT1', 'TT2', 'TT4', 'TT5', 'TT6', 'TT7']) {
      await head.click('assess.save', { ...whose, criterion, rating: 'met', words: 'Đã thực hiện' });
    }
    await head.click('assess.save', {
      ...whose,
      criterion: 'TT3',
      rating: 'notArisen',
      reason: 'Địa bàn không có dự án',
    });
    await head.click('nomination.request', { ...whose, level: 'unit' });
    await sendAs(office, 'adviceHead', dept('advice'));
    const { data } = await nominationOf(office, nominationId(round, dept('advice')));
    assert.deepEqual(
      [data.state, data.snapshot?.reviewerId, data.snapshot?.gender],
      ['submitted', person('director'), ''],
    );
    assert.equal((await office.owed('receipt'))[0]?.to, 'adviceHead');
  });

  it('is the writer’s alone', async () => {
    await seedDossier(office, 'an', { state: 'draft' });
    for (const who of ['an2', 'adviceHead', 'office', 'director']) {
      const click = { round, candidate: person('an'), confirm: 'yes', rev: '1.1' };
      assert.equal(await codeOf(office.as(who).click('nomination.submit', click)), 'NOT_YOUR_DOSSIER', who);
    }
    assert.equal((await nominationOf(office, mine)).data.state, 'draft');
  });
});

describe('nomination.withdraw and nomination.reopen', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
    await seedRound(office);
  });
  async function withdraw(who: string) {
    const confirm = await office.as(who).click('nomination.withdraw', {});
    return office.as(who).click('nomination.withdraw', dataOf(confirm.card, 'nomination.withdraw'));
  }

  for (const [state, told] of [
    ['submitted', ['adviceHead']],
    ['opined', ['adviceHead', 'office', 'officeHead', 'secretary']],
    ['accepted', ['adviceHead', 'office', 'officeHead', 'secretary']],
  ] as const) {
    it(`from ${state}: tells ${told.join(', ')}`, async () => {
      await seedDossier(office, 'an', { state });
      const done = await withdraw('an');
      assert.match(done.text, /Đã rút hồ sơ/);
      const { data } = await nominationOf(office, mine);
      assert.deepEqual([data.state, data.opinionDueAt], ['withdrawn', null]);
      await office.runDue();
      assert.deepEqual((await office.owed('nomination.withdrawn')).map((d) => d.to).sort(), told);
      const notice = await office
        .as('adviceHead')
        .page('nomination.withdrawnNotice', { round, candidate: person('an') });
      assert.match(JSON.stringify(notice?.card), /Nguyễn Văn An/);
    });
  }

  it('asks first, is harmless twice, and refuses once the council has it', async () => {
    await seedDossier(office, 'an', { state: 'submitted' });
    const confirm = await office.as('an').click('nomination.withdraw', {});
    assert.match(confirm.text, /mở lại, sửa và gửi lại được đến hết ngày 30\/11\/2026/);
    assert.equal((await nominationOf(office, mine)).data.state, 'submitted');
    const yes = dataOf(confirm.card, 'nomination.withdraw');
    await Promise.all([
      office.as('an').click('nomination.withdraw', yes),
      office.as('an').click('nomination.withdraw', yes),
    ]);
    await office.as('an').click('nomination.withdraw', yes);
    assert.equal((await office.owed('nomination.withdrawn')).length, 1);
    await changeNomination(office, mine, { state: 'tabled' });
    assert.equal(await codeOf(office.as('an').click('nomination.withdraw', yes)), 'CANNOT_WITHDRAW');
  });

  it('confirms anew when the dossier moved on meanwhile', async () => {
    await seedDossier(office, 'an', { state: 'submitted' });
    const confirm = await office.as('an').click('nomination.withdraw', {});
    await changeNomination(office, mine, { state: 'opined' });
    const refused = await wayBack(
      office.as('an').click('nomination.withdraw', dataOf(confirm.card, 'nomination.withdraw')),
    );
    assert.equal(refused.code, 'DOSSIER_CHANGED');
    assert.equal((await nominationOf(office, mine)).data.state, 'opined');
  });

  it('opens again until the deadline, as an unsent draft', async () => {
    await seedDossier(office, 'an', { state: 'opined' });
    const done = await withdraw('an');
    const reopen = dataOf(done.card, 'nomination.reopen');
    await office.as('an').click('nomination.reopen', reopen);
    await office.as('an').click('nomination.reopen', reopen);
    const { data } = await nominationOf(office, mine);
    assert.deepEqual([data.state, data.submitted, data.opinion, data.snapshot], ['draft', null, null, null]);
    await sendAs(office, 'an');
  });

  it('stays closed after the deadline, and a lapsed dossier is not the candidate’s to reopen', async () => {
    await seedDossier(office, 'an', { state: 'withdrawn' });
    await seedDossier(office, 'an2', { state: 'lapsed' });
    office.set('2026-12-01T00:00:00.000');
    assert.equal(await codeOf(office.as('an').click('nomination.reopen', {})), 'DEADLINE_PASSED');
    assert.equal(await codeOf(office.as('an2').click('nomination.reopen', {})), 'CANNOT_REOPEN');
    assert.match((await office.as('an2').say('hồ sơ')).text, /đề nghị liên hệ Phòng Hành chính – Nghiệp vụ/);
  });

  it('is the writer’s alone', async () => {
    await seedDossier(office, 'an', { state: 'submitted' });
    for (const verb of ['nomination.withdraw', 'nomination.reopen']) {
      const click = {
        round,
        candidate: person('an'),
        rev: '1',
        ...(verb === 'nomination.withdraw' ? { confirm: 'yes' } : {}),
      };
      assert.equal(await codeOf(office.as('adviceHead').click(verb, click)), 'NOT_YOUR_DOSSIER');
    }
    assert.equal((await nominationOf(office, mine)).data.state, 'submitted');
  });
});
