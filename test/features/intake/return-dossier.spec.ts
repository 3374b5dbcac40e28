import assert from 'node:assert/strict';
import { assertGoodCard } from '../../support/check-card.ts';
import { type Office, openOffice, person } from '../../support/office.ts';
import { changeNomination, nominationOf, seedDossier, seedRound } from '../../support/seed-round.ts';

describe('intake.return', () => {
  let office: Office;
  let id: string;
  // Wednesday after the deadline; 5 working days later is Wednesday 9 December.
  beforeEach(async () => {
    office = await openOffice({ now: '2026-12-02T09:00:00' });
    await seedRound(office);
    id = await seedDossier(office, 'an', { state: 'opined' });
  });
  const send = (more: object, as = 'office') =>
    office
      .as(as)
      .click('intake.return', { nomination: id, rev: 1, send: 'yes', reason: 'Bổ sung minh chứng CN2', ...more });

  it('opens a form with the supplement deadline of the plan', async () => {
    const form = await office.as('office').click('intake.return', { nomination: id, rev: 1 });
    assertGoodCard(form.card);
    assert.match(JSON.stringify(form.card), /"id":"until"[^}]*để trống là 17:00 ngày 09\/12\/2026/);
    // A day that the card fills in is too early once it was left open until the next morning.
    assert.doesNotMatch(JSON.stringify(form.card), /"id":"until"[^}]*"value":"[^"]/);
    assert.equal((await nominationOf(office, id)).rev, 1);
  });

  it('returns with the reason, keeps what was written and tells the candidate', async () => {
    const answer = await send({});
    const { data } = await nominationOf(office, id);
    assert.equal(data.state, 'returned');
    assert.deepEqual(data.returned, {
      by: person('office'),
      at: '2026-12-02T02:00:00.000Z',
      reason: 'Bổ sung minh chứng CN2',
      until: '2026-12-09T10:00:00.000Z',
    });
    assert.deepEqual(
      (await office.owed()).map((o) => [o.to, o.data.kind, o.data.show]),
      [['an', 'nomination.returned', { page: 'review.returned', params: { nomination: id } }]],
    );
    assert.match(answer.text, /Hạn gửi lại: 17:00 ngày 09\/12\/2026/);
    assert.match(answer.text, /Nội dung: Bổ sung minh chứng CN2/);
  });

  const dates: [typed: string, until: string][] = [
    ['', '2026-12-09T10:00:00.000Z'],
    ['09/12/2026', '2026-12-09T10:00:00.000Z'],
    ['15/12/2026', '2026-12-15T10:00:00.000Z'],
    ['30.12.2026', '2026-12-30T10:00:00.000Z'],
    ['2026-12-15', '2026-12-15T10:00:00.000Z'],
  ];
  for (const [typed, until] of dates) {
    it(`takes “${typed}” as ${until}`, async () => {
      await send({ until: typed });
      assert.equal((await nominationOf(office, id)).data.returned?.until, until);
    });
  }

  it('leaves a dossier returned early the time that the round itself allows', async () => {
    office.set('2026-11-02T09:00:00');
    await send({});
    assert.equal((await nominationOf(office, id)).data.returned?.until, '2026-11-30T16:59:59.999Z');
  });

  const refusals: [what: string, more: object, code: string][] = [
    ['no reason', { reason: ' \n ' }, 'REASON_MISSING'],
    ['a reason over the limit', { reason: 'ơ'.repeat(1_001) }, 'REASON_TOO_LONG'],
    ['a day that is past', { until: '01/12/2026' }, 'DATE_IN_PAST'],
    ['a day that does not exist', { until: '31/02/2027' }, 'DATE_UNREADABLE'],
    ['words for a day', { until: 'tuần sau' }, 'DATE_UNREADABLE'],
    ['a day before the plan’s own deadline', { until: '04/12/2026' }, 'UNTIL_TOO_EARLY'],
    ['a day after the last to which the round could be extended', { until: '31/12/2026' }, 'UNTIL_TOO_LATE'],
    ['a day of another year', { until: '31/12/2027' }, 'UNTIL_TOO_LATE'],
  ];
  for (const [what, more, code] of refusals) {
    it(`refuses ${what} and gives back what was typed`, async () => {
      const typed = { reason: 'Bổ sung minh chứng CN2', until: '', ...more };
      await assert.rejects(send(more), {
        code,
        typed,
        show: { page: 'intake.returnForm', params: { nomination: id } },
      });
      assert.equal((await nominationOf(office, id)).rev, 1);
      assert.deepEqual(await office.owed(), []);
    });
  }

  it('takes a double click for one', async () => {
    const [first, second] = [await send({}), await send({})];
    assert.deepEqual(second.remark, first.remark);
    assert.equal((await office.owed('nomination.returned')).length, 1);
  });

  it('is refused to others, on the own dossier, on a stale card and after the council has it', async () => {
    await assert.rejects(send({}, 'adviceHead'), { code: 'OFFICE_ONLY' });
    const own = await seedDossier(office, 'office', { state: 'opined' });
    await assert.rejects(send({ nomination: own }), { code: 'OWN_DOSSIER' });
    await changeNomination(office, id, { state: 'tabled' });
    await assert.rejects(send({}), { code: 'ALREADY_DONE' });
    await assert.rejects(send({ rev: 2 }), { code: 'WRONG_STATE' });
    await assert.rejects(send({ send: 'maybe' }), { code: 'BAD_CARD' });
    assert.deepEqual(await office.owed(), []);
  });

  it('takes an accepted dossier back from acceptance', async () => {
    await office.as('office').click('intake.accept', { nomination: id, rev: 1 });
    await send({ rev: 2 });
    const { data } = await nominationOf(office, id);
    assert.deepEqual([data.state, data.accepted], ['returned', null]);
  });
});
