import assert from 'node:assert/strict';
import { decode, replace } from '../../../src/ports/documents.ts';
import { type Assessment, assessmentId, assessmentRecord } from '../../../src/records/assessment.ts';
import { nominationId } from '../../../src/records/nomination.ts';
import { personRecord } from '../../../src/records/person.ts';
import { actionsOf, dept, type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { seedCrowd } from '../../support/seed-crowd.ts';
import { changeNomination, instant, nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';

const an = nominationId(round, person('an'));

describe('nomination.propose', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({
      now: '2026-11-12T09:00:00',
      people: {
        an2: { status: 'left', statusFrom: '2026-06-01' },
        hniê: { status: 'onLeave', statusFrom: '2026-10-01' },
      },
    });
    await seedRound(office);
  });
  const propose = (who: string, as = 'adviceHead', more: object = {}) =>
    office.as(as).click('nomination.propose', {
      round,
      person: person(who),
      level: 'unit',
      reason: 'Kết nối việc làm cho 215 lao động',
      confirm: 'yes',
      ...more,
    });

  it('lists those of the own department who are at work and neither asking nor nominated, without oneself', async () => {
    await seedDossier(office, 'adviceDeputy', { wish: 'asks' });
    const people = async () =>
      actionsOf((await office.as('adviceHead').click('review.people', { round })).card)
        .filter((a) => a.verb === 'nomination.propose')
        .map((a) => a.data.person);
    assert.deepEqual(await people(), [person('an')]);
    await propose('an');
    assert.deepEqual(await people(), []);
  });

  it('offers nobody who moved here with a dossier: it would be refused', async () => {
    await seedDossier(office, 'thao', { state: 'draft' });
    const stored = await office.store.get(scope.unit, person('thao'));
    assert.ok(stored);
    const loaded = decode(personRecord, stored);
    await office.store.commit(scope.unit, [
      replace(personRecord, loaded, { ...loaded.data, departmentId: dept('advice') }),
    ]);
    const { card } = await office.as('adviceHead').click('review.people', { round });
    assert.ok(!actionsOf(card).some(({ data: of }) => of.person === person('thao')));
    assert.ok(actionsOf(card).some(({ data: of }) => of.person === person('an')));
  });

  it('finds a person by a part of the name without diacritics', async () => {
    await seedCrowd(office, ['a', 'b'], false);
    const { text } = await office.as('adviceHead').click('review.people', { round, query: 'nguyen van' });
    assert.match(text, /Nguyễn Văn An/);
    assert.doesNotMatch(text, /Huyền Trân/);
    assert.match((await office.as('adviceHead').click('review.people', { round, query: 'zz' })).text, /Không có người/);
  });

  it('a click on a name opens the form and writes nothing', async () => {
    const form = await office
      .as('adviceHead')
      .click('nomination.propose', { round, person: person('an'), query: 'an' });
    assert.match(form.text, /Người đó đồng ý rồi tự đánh giá và tự gửi hồ sơ/);
    assert.deepEqual(await office.dump('nomination'), []);
  });

  it('makes a draft that waits for consent, and asks the person', async () => {
    await propose('an');
    const { data } = await nominationOf(office, an);
    assert.equal(data.state, 'draft');
    assert.equal(data.level, 'unit');
    assert.deepEqual(data.proposal, {
      by: person('adviceHead'),
      at: instant('2026-11-12T09:00:00'),
      reason: 'Kết nối việc làm cho 215 lao động',
      consent: 'pending',
    });
    const [owed] = await office.owed();
    assert.deepEqual([owed?.to, owed?.data.kind], ['an', 'nomination.proposed']);
    const shown = await office.as('an').page(owed?.data.show.page ?? '', owed?.data.show.params);
    assert.match(textOf(shown?.card), /Trưởng phòng Đỗ Ăn đề nghị xét khen thưởng cho Nguyễn Văn An/);
    assert.deepEqual(
      actionsOf(shown?.card).map((a) => [a.verb, a.data.answer]),
      [
        ['nomination.consent', 'yes'],
        ['nomination.consent', 'no'],
        ['plan.show', undefined],
      ],
    );
  });

  it('twice, also at once, is one proposal', async () => {
    await Promise.all([propose('an'), propose('an')]);
    await propose('an');
    assert.equal((await nominationOf(office, an)).rev, 1);
    assert.equal((await office.owed()).length, 1);
  });

  describe('refuses, and writes nothing', () => {
    afterEach(async () => {
      assert.deepEqual(await office.owed(), []);
    });
    const cases: readonly (readonly [why: string, who: string, as: string, code: string])[] = [
      ['a staff member', 'an', 'thao', 'NOT_HEAD'],
      ['a deputy', 'an', 'adviceDeputy', 'NOT_HEAD'],
      ['the director, who leads no department', 'an', 'director', 'NOT_HEAD'],
      ['oneself', 'adviceHead', 'adviceHead', 'PROPOSE_SELF'],
      ['someone of another department', 'thao', 'adviceHead', 'PROPOSE_ELSEWHERE'],
      ['someone who left', 'an2', 'adviceHead', 'PROPOSE_ABSENT'],
      ['someone on leave', 'hniê', 'adviceHead', 'PROPOSE_ABSENT'],
      ['someone who does not exist', 'nobody', 'adviceHead', 'NOTHING_TO_SHOW'],
    ];
    for (const [why, who, as, code] of cases) {
      it(why, async () => {
        await assert.rejects(propose(who, as), { code });
        assert.deepEqual(await office.dump('nomination'), []);
      });
    }
    it('a department in place of a person', () =>
      assert.rejects(propose('an', 'adviceHead', { person: 'department:advice' }), { code: 'BAD_CARD' }));
    it('no reason', () => assert.rejects(propose('an', 'adviceHead', { reason: ' ' }), { code: 'REASON_MISSING' }));
    it('too long a reason, and gives back what was typed', () =>
      assert.rejects(propose('an', 'adviceHead', { reason: 'x'.repeat(1_001) }), {
        code: 'REASON_TOO_LONG',
        typed: { level: 'unit', reason: 'x'.repeat(1_001) },
      }));
    it('a level that the plan has not', () =>
      assert.rejects(propose('an', 'adviceHead', { level: 'province' }), { code: 'NO_SUCH_LEVEL' }));
    it('someone who already asks', async () => {
      await seedDossier(office, 'an', { wish: 'asks' });
      await assert.rejects(propose('an'), { code: 'ALREADY_NOMINATED' });
    });
    it('someone whose dossier was sent', async () => {
      await seedDossier(office, 'an', { state: 'submitted' });
      await assert.rejects(propose('an'), { code: 'ALREADY_NOMINATED' });
    });
    it('after the deadline', async () => {
      office.set('2026-12-01T00:00:00');
      await assert.rejects(propose('an'), { code: 'DEADLINE_PASSED' });
    });
    it('a round that does not exist', () =>
      assert.rejects(propose('an', 'adviceHead', { round: 'annual-1999' }), { code: 'NO_ROUND' }));
  });
});

describe('nomination.consent', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-11-12T09:00:00' });
    await seedRound(office);
    await office.as('adviceHead').click('nomination.propose', {
      round,
      person: person('an'),
      level: 'unit',
      reason: 'Lý do',
      confirm: 'yes',
    });
  });
  const answer = (yesOrNo: string, as = 'an', rev = '1') =>
    office.as(as).click('nomination.consent', { nomination: an, rev, answer: yesOrNo });
  const wish = async (): Promise<Assessment['wish'] | undefined> => {
    const stored = await office.store.get(scope.unit, assessmentId(round, person('an')));
    return stored === undefined ? undefined : decode(assessmentRecord, stored).data.wish;
  };

  it('agreed: it is the person’s own wish from then on, and the head is told', async () => {
    const { card, text } = await answer('yes');
    const { data } = await nominationOf(office, an);
    assert.equal(data.state, 'draft');
    assert.equal(data.proposal?.consent, 'given');
    assert.equal(await wish(), 'asks');
    assert.match(text, /Đã ghi nhận anh\/chị đồng ý/);
    assert.ok(actionsOf(card).some((a) => a.verb === 'assess.open'));
    const [told] = await office.owed('nomination.consented');
    assert.equal(told?.to, 'adviceHead');
    const seen = await office.as('adviceHead').page(told?.data.show.page ?? '', told?.data.show.params);
    assert.match(textOf(seen?.card), /Người được đề nghị đã đồng ý/);
  });

  it('keeps what the person had already written', async () => {
    const other = await openOffice({ now: '2026-11-12T09:00:00' });
    await seedRound(other);
    await seedDossier(other, 'an', { wish: 'declines' });
    const ask = { round, person: person('an'), level: 'unit', reason: 'Lý do', confirm: 'yes' };
    await other.as('adviceHead').click('nomination.propose', ask);
    await other.as('an').click('nomination.consent', { nomination: an, rev: '1', answer: 'yes' });
    const stored = await other.store.get(scope.unit, assessmentId(round, person('an')));
    assert.ok(stored);
    const { answers, wish: now } = decode(assessmentRecord, stored).data;
    assert.equal(now, 'asks');
    assert.equal(answers.CN1?.words, 'Đã hoàn thành nhiệm vụ được giao');
  });

  it('not agreed: nothing is considered, and the head is told', async () => {
    await answer('no');
    const { data } = await nominationOf(office, an);
    assert.equal(data.state, 'withdrawn');
    assert.equal(data.proposal?.consent, 'refused');
    assert.equal(await wish(), undefined);
    assert.equal((await office.owed('nomination.consented')).length, 1);
  });

  it('a refusal is not asked for again', async () => {
    await answer('no');
    const ask = { round, person: person('an'), level: 'unit', reason: 'Lý do', confirm: 'yes' };
    await assert.rejects(office.as('adviceHead').click('nomination.propose', ask), { code: 'ALREADY_NOMINATED' });
  });

  for (const yesOrNo of ['yes', 'no']) {
    it(`twice ${yesOrNo} is once`, async () => {
      await Promise.all([answer(yesOrNo), answer(yesOrNo)]);
      await answer(yesOrNo);
      assert.equal((await nominationOf(office, an)).rev, 2);
      assert.equal((await office.owed('nomination.consented')).length, 1);
    });
  }

  it('the other answer afterwards changes nothing', async () => {
    await answer('yes');
    await assert.rejects(answer('no'), { code: 'ALREADY_DONE' });
    assert.equal((await nominationOf(office, an)).data.proposal?.consent, 'given');
  });

  for (const who of ['adviceHead', 'an2', 'adviceDeputy', 'office', 'director']) {
    it(`is nobody else’s: ${who}`, async () => {
      await assert.rejects(answer('yes', who), { code: 'NOT_YOUR_DOSSIER' });
      assert.equal((await nominationOf(office, an)).data.proposal?.consent, 'pending');
    });
  }

  it('refuses after the deadline, on a changed draft, on a dossier nobody proposed, on forged data', async () => {
    await assert.rejects(answer('perhaps'), { code: 'BAD_CARD' });
    await assert.rejects(answer('yes', 'an', '7'), { code: 'DOSSIER_CHANGED' });
    const own = await seedDossier(office, 'an2', { state: 'draft' });
    const click = { nomination: own, rev: '1', answer: 'yes' };
    await assert.rejects(office.as('an2').click('nomination.consent', click), { code: 'WRONG_STATE' });
    office.set('2026-12-01T00:00:00');
    await assert.rejects(answer('yes'), { code: 'DEADLINE_PASSED' });
    assert.equal(await wish(), undefined);
  });

  it('a proposal that lapsed asks for nothing any more', async () => {
    await changeNomination(office, an, { state: 'lapsed' });
    const { card } = (await office.as('an').page('review.proposal', { nomination: an })) ?? {};
    assert.ok(!actionsOf(card).some((a) => a.verb === 'nomination.consent'));
    await assert.rejects(answer('yes', 'an', '2'), { code: 'DOSSIER_CHANGED' });
  });

  it('is seen by the person and the head, not by colleagues', async () => {
    assert.ok(await office.as('adviceHead').page('review.proposal', { nomination: an }));
    assert.equal(await office.as('an2').page('review.proposal', { nomination: an }), null);
    assert.equal(await office.as('insuranceHead').page('review.proposal', { nomination: an }), null);
  });
});
