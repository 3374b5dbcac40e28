import assert from 'node:assert/strict';
import { create } from '../../../src/ports/documents.ts';
import { nominationId, nominationRecord } from '../../../src/records/nomination.ts';
import { actionsOf, dept, type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { changeNomination, instant, nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';

describe('review.agree and review.disagree', () => {
  let office: Office;
  let id: string;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-11-12T09:00:00' });
    await seedRound(office);
    id = await seedDossier(office, 'an', { state: 'submitted' });
  });
  const click = (verb: string, more: object = {}, as = 'adviceHead') =>
    office.as(as).click(verb, { nomination: id, rev: '1', ...more });
  const confirmed = (verb: string, reason = '', as = 'adviceHead') => click(verb, { confirm: 'yes', reason }, as);

  it('asks first, and writes nothing by asking', async () => {
    const form = await click('review.agree');
    assert.deepEqual(
      actionsOf(form.card).map(({ verb, data: { form: _form, ...data } }) => [verb, data]),
      [
        ['review.agree', { nomination: id, rev: '1', confirm: 'yes' }],
        ['review.open', { nomination: id }],
      ],
    );
    assert.equal((await nominationOf(office, id)).rev, 1);
    assert.deepEqual(await office.owed(), []);
  });

  it('agreement goes to the office, the candidate is told, the audit names the head', async () => {
    const answer = await confirmed('review.agree', '  Đúng thực tế \u200b ');
    const { data } = await nominationOf(office, id);
    assert.equal(data.state, 'opined');
    assert.deepEqual(data.opinion, {
      by: person('adviceHead'),
      at: instant('2026-11-12T09:00:00'),
      kind: 'agree',
      reason: 'Đúng thực tế',
    });
    await office.runDue();
    const owed = (await office.owed()).map(({ to, data: d }) => [to, d.kind, d.show.page, d.coalesce]);
    assert.deepEqual(owed.sort(), [
      ['an', 'review.opinion', 'review.opinion', ''],
      ['office', 'intake.request', 'intake.queue', 'intake.request'],
      ['officeHead', 'intake.request', 'intake.queue', 'intake.request'],
      ['secretary', 'intake.request', 'intake.queue', 'intake.request'],
    ]);
    assert.match(answer.text, /Đã ghi ý kiến đồng ý về hồ sơ của Nguyễn Văn An/);
    const audit = (await office.dump('audit')).filter((d) => d.index.subject === id).map((d) => d.data);
    assert.deepEqual(audit, [
      {
        at: instant('2026-11-12T09:00:00'),
        actor: person('adviceHead'),
        command: 'review.agree',
        subject: id,
        facts: {},
      },
    ]);
  });

  it('redraws the cards of the dossier and the list of the head', async () => {
    await confirmed('review.agree');
    const subjects = (await office.dump('refresh')).map((d) => (d.data as { subject: string }).subject);
    assert.deepEqual(subjects.sort(), [id, `queue:${person('adviceHead')}`].sort());
  });

  it('opinions on two dossiers in the same instant do not stand in each other’s way', async () => {
    const other = await seedDossier(office, 'an2', { state: 'submitted' });
    await confirmed('review.agree');
    await office.as('adviceHead').click('review.agree', { nomination: other, rev: '1', confirm: 'yes' });
    assert.equal((await nominationOf(office, other)).data.state, 'opined');
  });

  it('not agreeing is no veto: the dossier goes on, and the candidate reads that it does', async () => {
    await confirmed('review.disagree', 'Chưa có số liệu chứng minh');
    assert.equal((await nominationOf(office, id)).data.state, 'opined');
    await office.runDue();
    assert.equal((await office.owed('intake.request')).length, 3);
    const told = await office.as('an').page('review.opinion', { nomination: id });
    const text = textOf(told?.card);
    assert.match(text, /Không đồng ý/);
    assert.match(text, /Chưa có số liệu chứng minh/);
    assert.match(text, /không phải là kết quả xét khen thưởng/);
    assert.match(text, /vẫn được chuyển Phòng Hành chính – Nghiệp vụ/);
  });

  it('an opinion of the office’s own dossier is not asked of its candidate', async () => {
    const own = await seedDossier(office, 'office', { state: 'submitted' });
    await changeNomination(office, own, {
      departmentId: dept('office'),
      snapshot: { ...(await snapshot(own)), reviewerId: person('officeHead') },
    });
    await office.as('officeHead').click('review.agree', { nomination: own, rev: '2', confirm: 'yes' });
    await office.runDue();
    const asked = (await office.owed('intake.request')).map((o) => o.to).sort();
    assert.deepEqual(asked, ['officeHead', 'secretary']);
  });

  it('word on a collective goes to those who write its dossier', async () => {
    const collective = nominationId(round, dept('advice'));
    const model = (await nominationOf(office, id)).data;
    await office.store.commit(scope.unit, [
      create(nominationRecord, scope, collective, {
        ...model,
        candidate: { kind: 'department', id: dept('advice') },
        submitted: { by: person('adviceDeputy'), at: instant('2026-11-10T09:00:00') },
        snapshot: { name: 'Phòng Tư vấn', title: '', gender: '', departmentName: '', reviewerId: person('director') },
      }),
    ]);
    await office.as('director').click('review.agree', { nomination: collective, rev: '1', confirm: 'yes' });
    assert.deepEqual((await office.owed('review.opinion')).map((o) => o.to).sort(), ['adviceDeputy', 'adviceHead']);
  });

  describe('refuses, and writes nothing', () => {
    afterEach(async () => {
      assert.deepEqual(await office.owed(), []);
      assert.deepEqual(await office.dump('audit').then((all) => all.filter((d) => d.index.subject === id)), []);
    });
    const nobodyElse = ['an', 'an2', 'adviceDeputy', 'insuranceHead', 'office', 'director', 'vice'];
    for (const who of nobodyElse) {
      for (const verb of ['review.agree', 'review.disagree', 'review.return']) {
        it(`${verb} by ${who}, who is not the reviewer`, () =>
          assert.rejects(confirmed(verb, 'x', who), { code: 'NOT_REVIEWER' }));
      }
    }
    it('the own dossier, even where the record names its candidate as reviewer', async () => {
      await changeNomination(office, id, { snapshot: { ...(await snapshot()), reviewerId: person('an') } });
      await assert.rejects(click('review.agree', { confirm: 'yes', rev: '2' }, 'an'), { code: 'NOT_REVIEWER' });
    });
    it('the head’s own collective, even where the record names the head as reviewer', async () => {
      await changeNomination(office, id, { candidate: { kind: 'department', id: dept('advice') } });
      await assert.rejects(click('review.agree', { confirm: 'yes', rev: '2' }), { code: 'NOT_REVIEWER' });
    });
    it('no reason for not agreeing', () => assert.rejects(confirmed('review.disagree'), { code: 'REASON_MISSING' }));
    it('a reason of blanks', () =>
      assert.rejects(confirmed('review.disagree', ' \n\u00a0 '), { code: 'REASON_MISSING' }));
    it('a reason of 1,001 characters, and gives back what was typed', () =>
      assert.rejects(confirmed('review.disagree', 'ạ'.repeat(1_001)), (error: Record<string, unknown>) => {
        assert.equal(error.code, 'REASON_TOO_LONG');
        assert.deepEqual(error.facts, { length: 1_001, max: 1_000 });
        assert.deepEqual(error.typed, { reason: 'ạ'.repeat(1_001) });
        return true;
      }));
    it('a dossier that changed since the card was drawn', async () => {
      await changeNomination(office, id, { level: 'so' });
      await assert.rejects(confirmed('review.agree'), { code: 'DOSSIER_CHANGED' });
    });
    it('a card without a revision', () =>
      assert.rejects(click('review.agree', { confirm: 'yes', rev: '' }), { code: 'DOSSIER_CHANGED' }));
    for (const state of ['draft', 'returned', 'opined', 'accepted', 'withdrawn', 'onHold', 'awarded'] as const) {
      it(`a dossier that is ${state}`, async () => {
        await changeNomination(office, id, { state });
        await assert.rejects(click('review.agree', { confirm: 'yes', rev: '2' }), { code: 'ALREADY_DONE' });
      });
    }
    for (const forged of ['nomination:annual-2026:person:nobody', 'nomination:x', `nomination:${'x'.repeat(2_000)}`]) {
      it(`a forged id: ${forged.slice(0, 40)}`, () =>
        assert.rejects(
          office.as('adviceHead').click('review.agree', { nomination: forged, rev: '1', confirm: 'yes' }),
          {
            code: forged.length > 300 ? 'BAD_CARD' : 'NOTHING_TO_SHOW',
          },
        ));
    }
    it('an id of another kind of record', () =>
      assert.rejects(office.as('adviceHead').click('review.open', { nomination: person('an') }), { code: 'BAD_CARD' }));
    it('data of another shape', () =>
      assert.rejects(click('review.agree', { state: 'awarded' }), { code: 'BAD_CARD' }));
  });

  it('a second click changes nothing more and answers as the first', async () => {
    await confirmed('review.agree', 'Đúng thực tế');
    const before = { owed: await office.owed(), audit: (await office.dump('audit')).length };
    const again = await confirmed('review.agree', 'Đúng thực tế');
    assert.match(again.text, /Đã ghi ý kiến đồng ý/);
    assert.deepEqual({ owed: await office.owed(), audit: (await office.dump('audit')).length }, before);
    assert.equal((await nominationOf(office, id)).rev, 2);
  });

  it('two clicks at once have one effect', async () => {
    const answers = await Promise.all([confirmed('review.agree'), confirmed('review.agree')]);
    for (const { text } of answers) assert.match(text, /Đã ghi ý kiến đồng ý/);
    assert.equal((await nominationOf(office, id)).rev, 2);
    assert.equal((await office.owed('review.opinion')).length, 1);
  });

  it('the other opinion afterwards is told who was first and when, and the first stands', async () => {
    await confirmed('review.agree');
    office.set('2026-11-12T10:30:00');
    await assert.rejects(confirmed('review.disagree', 'Nghĩ lại'), (error: Record<string, unknown>) => {
      assert.equal(error.code, 'ALREADY_DONE');
      const facts = error.facts as { by: string; at: { toFormat(f: string): string } };
      assert.equal(facts.by, 'Đỗ Ăn');
      assert.equal(facts.at.toFormat('HH:mm dd/MM/yyyy'), '09:00 12/11/2026');
      assert.deepEqual(error.show, { page: 'review.dossier', params: { nomination: id } });
      return true;
    });
    assert.equal((await nominationOf(office, id)).data.opinion?.kind, 'agree');
  });

  async function snapshot(of = id) {
    const { data } = await nominationOf(office, of);
    assert.ok(data.snapshot);
    return data.snapshot;
  }
});
