import assert from 'node:assert/strict';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, type Office, openOffice, person } from '../../support/office.ts';
import { changeNomination, instant, nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';

describe('intake.late', () => {
  let office: Office;
  let id: string;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-12-01T09:00:00' });
    await seedRound(office);
    id = await seedDossier(office, 'an', { state: 'lapsed' });
  });
  const take = (more: object = {}, as = 'office') =>
    office
      .as(as)
      .click('intake.late', { nomination: id, rev: 1, send: 'yes', reason: 'Đi công tác dài ngày', ...more });

  it('takes in a dossier that was begun and not sent, marked late, and asks the head', async () => {
    await take();
    const { data } = await nominationOf(office, id);
    assert.equal(data.state, 'submitted');
    assert.deepEqual(data.late, {
      by: person('office'),
      at: '2026-12-01T02:00:00.000Z',
      reason: 'Đi công tác dài ngày',
    });
    assert.deepEqual(data.submitted, { by: person('office'), at: '2026-12-01T02:00:00.000Z' });
    assert.deepEqual(data.snapshot, {
      name: 'Nguyễn Văn An',
      title: 'Chuyên viên',
      gender: 'female',
      departmentName: 'Phòng Tư vấn – Giới thiệu việc làm',
      reviewerId: person('adviceHead'),
    });
    assert.equal(data.opinionDueAt, '2026-12-04T10:00:00.000Z');
    assert.deepEqual(
      (await office.owed()).map((o) => [o.to, o.data.kind]),
      [
        ['an', 'intake.late'],
        ['adviceHead', 'review.request'],
      ],
    );
  });

  it('keeps the reason with the acceptance and shows it among the checks', async () => {
    await take();
    await changeNomination(office, id, {
      state: 'opined',
      opinion: { by: person('adviceHead'), at: instant('2026-12-02T08:00:00'), kind: 'agree', reason: '' },
    });
    const answer = await office.as('office').click('intake.accept', { nomination: id, rev: 3 });
    assert.equal((await nominationOf(office, id)).data.accepted?.lateReason, 'Đi công tác dài ngày');
    assert.match(answer.text, /Nộp muộn, lúc 09:00 ngày 01\/12\/2026: Đi công tác dài ngày/);
  });

  describe('of a dossier sent back', () => {
    const returned = (until: string) => ({
      state: 'returned' as const,
      returned: { by: person('office'), at: instant('2026-11-25T09:00:00'), reason: 'Thiếu', until: instant(until) },
    });

    it('is possible once its own time has passed, as the candidate is told, and is found in the list', async () => {
      await changeNomination(office, id, returned('2026-12-02T17:00:00'));
      office.set('2026-12-03T09:00:00');
      await assert.rejects(
        office.as('an').click('assess.save', { criterion: 'CN1', rating: 'met', words: 'Bổ sung' }),
        (error: { code?: string }) => error.code === 'SUPPLEMENT_PASSED',
      );
      assert.match((await office.as('office').click('intake.find', { round })).text, /Nguyễn Văn An/);
      await take({ rev: 2 });
      const { data } = await nominationOf(office, id);
      assert.deepEqual([data.state, data.late?.by], ['submitted', person('office')]);
    });

    it('is not possible while the candidate may still send it', async () => {
      await changeNomination(office, id, returned('2026-12-02T17:00:00'));
      await assert.rejects(take({ rev: 2 }), { code: 'NOT_LATE_YET' });
      assert.doesNotMatch((await office.as('office').click('intake.find', { round })).text, /Nguyễn Văn An/);
    });
  });

  it('takes in what a person asks for by their own wish after refusing the head’s proposal', async () => {
    const proposal = {
      by: person('adviceHead'),
      at: instant('2026-11-05T09:00:00'),
      reason: 'Tốt',
      consent: 'refused' as const,
    };
    await changeNomination(office, id, { state: 'draft', proposal });
    await take({ rev: 2 });
    assert.equal((await nominationOf(office, id)).data.state, 'submitted');
  });

  it('goes on at once where nobody may give the opinion', async () => {
    office = await openOffice({
      now: '2026-12-01T09:00:00',
      people: { adviceHead: { status: 'left' }, director: { status: 'left' } },
    });
    await seedRound(office);
    id = await seedDossier(office, 'an', { state: 'lapsed' });
    await take();
    const { data } = await nominationOf(office, id);
    assert.deepEqual([data.snapshot?.reviewerId, data.opinionDueAt], [null, '2026-12-01T02:00:00.000Z']);
    assert.deepEqual(
      (await office.owed()).map((o) => o.data.kind),
      ['intake.late'],
    );
  });

  it('is not needed until the last instant has passed', async () => {
    office.set('2026-11-30T23:59:59.999');
    await assert.rejects(take(), { code: 'NOT_LATE_YET' });
    office.set('2026-12-01T00:00:00.000');
    assert.equal((await take()).remark?.tone, 'good');
  });

  it('waits for the end of a grace window', async () => {
    office = await openOffice({ now: '2026-12-01T09:00:00' });
    await seedRound(office, { graceUntil: instant('2026-12-02T17:00:00') });
    id = await seedDossier(office, 'an', { state: 'draft' });
    await assert.rejects(take(), { code: 'NOT_LATE_YET' });
    assert.doesNotMatch((await office.as('office').click('intake.find', { round })).text, /Nguyễn Văn An/);
    office.set('2026-12-02T17:00:00.001');
    assert.match((await office.as('office').click('intake.find', { round })).text, /Nguyễn Văn An/);
  });

  it('says what is missing in an incomplete dossier and takes nothing in', async () => {
    const open = await seedDossier(office, 'an2', { state: 'draft', without: ['CN2'] });
    const form = await office.as('office').click('intake.late', { nomination: open, rev: 1 });
    assertGoodCard(form.card);
    assert.match(form.text, /Còn thiếu: \nCN2 \(Đóng góp, giải pháp, sáng kiến\)/);
    assert.ok(!actionsOf(form.card).some((a) => a.verb === 'intake.late'));
    await assert.rejects(take({ nomination: open }), { code: 'LATE_INCOMPLETE' });
    assert.equal((await nominationOf(office, open)).data.state, 'draft');
  });

  it('needs the consent of whoever was proposed or withdrew', async () => {
    const proposal = { by: person('adviceHead'), at: instant('2026-11-01T09:00:00'), reason: '' };
    for (const [key, consent] of [
      ['an2', 'pending'],
      ['hniê', 'refused'],
    ] as const) {
      const proposed = await seedDossier(office, key, {
        state: 'lapsed',
        wish: 'undecided',
        nomination: { proposal: { ...proposal, consent } },
      });
      await assert.rejects(take({ nomination: proposed }), { code: 'CONSENT_MISSING' });
    }
    const withdrawn = await seedDossier(office, 'thao', { state: 'withdrawn' });
    await assert.rejects(take({ nomination: withdrawn }), { code: 'CONSENT_MISSING' });
    const declined = await seedDossier(office, 'on', { state: 'lapsed', wish: 'declines' });
    await assert.rejects(take({ nomination: declined }), { code: 'CONSENT_MISSING' });
    assert.deepEqual(await office.owed(), []);
  });

  it('is refused without a reason, to others, on the own dossier, on a stale card and in the wrong state', async () => {
    await assert.rejects(take({ reason: '' }), { code: 'REASON_MISSING' });
    await assert.rejects(take({}, 'adviceHead'), { code: 'OFFICE_ONLY' });
    const own = await seedDossier(office, 'office', { state: 'lapsed' });
    await assert.rejects(take({ nomination: own }), { code: 'OWN_DOSSIER' });
    const accepted = await seedDossier(office, 'an2', { state: 'accepted' });
    await assert.rejects(take({ nomination: accepted }), { code: 'WRONG_STATE' });
    assert.deepEqual(await office.owed(), []);
    await take();
    assert.equal((await take()).remark?.tone, 'good');
    await assert.rejects(take({}, 'secretary'), { code: 'ALREADY_DONE' });
    assert.equal((await office.owed('review.request')).length, 1);
  });
});

describe('intake.find', () => {
  it('finds a dossier not sent by a part of the name, without diacritics', async () => {
    const office = await openOffice({ now: '2026-12-01T09:00:00' });
    await seedRound(office);
    for (const key of ['an', 'an2', 'hniê']) await seedDossier(office, key, { state: 'lapsed' });
    await seedDossier(office, 'thao', { state: 'submitted' });
    const found = async (name: string): Promise<string[]> => {
      const answer = await office.as('office').click('intake.find', { round, name });
      assertGoodCard(answer.card);
      return actionsOf(answer.card)
        .filter((a) => a.verb === 'intake.late')
        .map((a) => String(a.data.nomination).replace(`nomination:${round}:person:`, ''));
    };
    assert.deepEqual(await found(''), ['an', 'an2', 'hniê']);
    assert.deepEqual(await found('VAN an'), ['an', 'an2']);
    assert.deepEqual(await found('niê'), ['hniê']);
    assert.deepEqual(await found('thao'), []);
    await assert.rejects(office.as('director').click('intake.find', { round }), { code: 'OFFICE_ONLY' });
  });
});
