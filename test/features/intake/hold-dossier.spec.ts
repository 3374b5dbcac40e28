import assert from 'node:assert/strict';
import { assertGoodCard } from '../../support/check-card.ts';
import { type Office, openOffice, textOf } from '../../support/office.ts';
import { nominationOf, seedDossier, seedRound } from '../../support/seed-round.ts';

describe('intake.hold and intake.resume', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-11-16T09:00:00' });
    await seedRound(office);
  });
  const hold = (id: string, more: object = {}, as = 'office') =>
    office.as(as).click('intake.hold', { nomination: id, rev: 1, send: 'yes', reason: 'Đang xác minh đơn', ...more });

  for (const state of ['submitted', 'opined', 'accepted', 'tabled', 'recommended', 'forwarded'] as const) {
    it(`stops a dossier that is ${state} and lets it go on from there`, async () => {
      const id = await seedDossier(office, 'an', { state });
      await hold(id);
      assert.equal((await nominationOf(office, id)).data.state, 'onHold');
      const answer = await office.as('secretary').click('intake.resume', { nomination: id, rev: 2 });
      const { data } = await nominationOf(office, id);
      assert.deepEqual([data.state, data.hold], [state, null]);
      assert.equal(answer.remark?.tone, 'good');
      assert.deepEqual(
        (await office.owed()).map((o) => [o.to, o.data.kind]),
        [
          ['an', 'intake.held'],
          ['an', 'intake.resumed'],
          ...(state === 'submitted' ? [['adviceHead', 'review.request']] : []),
        ],
      );
    });
  }

  it('gives the head the whole time for the opinion again', async () => {
    const id = await seedDossier(office, 'an', { state: 'submitted' });
    await hold(id);
    office.set('2026-11-23T09:00:00');
    await office.as('office').click('intake.resume', { nomination: id, rev: 2 });
    // 24/11 is a holiday of the plan: three working days end on Friday.
    assert.equal((await nominationOf(office, id)).data.opinionDueAt, '2026-11-27T10:00:00.000Z');
  });

  it('tells the candidate of the pause and never of its reason', async () => {
    const id = await seedDossier(office, 'an', { state: 'opined' });
    const answer = await hold(id);
    assert.match(answer.text, /Lý do: Đang xác minh đơn/);
    const told = await office.as('an').page('intake.held', { nomination: id });
    assert.ok(told);
    assertGoodCard(told.card);
    assert.match(textOf(told.card), /tạm dừng xét từ 09:00 ngày 16\/11\/2026/);
    assert.doesNotMatch(JSON.stringify(told.card), /xác minh/);
    for (const other of ['an2', 'adviceHead']) {
      assert.equal(await office.as(other).page('intake.held', { nomination: id }), null);
    }
    await office.as('office').click('intake.resume', { nomination: id, rev: 2 });
    assert.equal(await office.as('an').page('intake.held', { nomination: id }), null);
  });

  it('going on twice is once, and a colleague’s is not taken for one’s own', async () => {
    const id = await seedDossier(office, 'an', { state: 'submitted' });
    await hold(id);
    const resume = (as: string) => office.as(as).click('intake.resume', { nomination: id, rev: 2 });
    const both = await Promise.all([resume('office'), resume('office')]);
    const third = await resume('office');
    for (const { remark, show } of [...both, third]) {
      assert.equal(remark?.key, 'intake.resumed');
      assert.equal(show.page, 'intake.open');
    }
    await assert.rejects(resume('secretary'), { code: 'ALREADY_DONE' });
    assert.equal((await nominationOf(office, id)).rev, 3);
    for (const kind of ['intake.resumed', 'review.request']) assert.equal((await office.owed(kind)).length, 1);
    // Somebody has changed it since.
    await office
      .as('secretary')
      .click('intake.original', { nomination: id, rev: 3, send: 'yes', receivedOn: '16/11/2026' });
    await assert.rejects(resume('office'), { code: 'ALREADY_DONE' });
  });

  it('refuses without a reason, to others, on the own dossier, twice over and in the wrong state', async () => {
    const id = await seedDossier(office, 'an', { state: 'opined' });
    await assert.rejects(hold(id, { reason: '' }), { code: 'REASON_MISSING' });
    await assert.rejects(hold(id, {}, 'director'), { code: 'OFFICE_ONLY' });
    await assert.rejects(office.as('office').click('intake.resume', { nomination: id, rev: 1 }), {
      code: 'WRONG_STATE',
    });
    const own = await seedDossier(office, 'office', { state: 'opined' });
    await assert.rejects(hold(own), { code: 'OWN_DOSSIER' });
    const returned = await seedDossier(office, 'an2', { state: 'returned' });
    await assert.rejects(hold(returned), { code: 'WRONG_STATE' });
    await hold(id);
    assert.equal((await hold(id)).remark?.tone, 'good');
    await assert.rejects(hold(id, {}, 'secretary'), { code: 'ALREADY_DONE' });
    await assert.rejects(hold(id, { rev: 2 }, 'secretary'), { code: 'WRONG_STATE' });
    await assert.rejects(office.as('an').click('intake.resume', { nomination: id, rev: 2 }), { code: 'OFFICE_ONLY' });
    await assert.rejects(office.as('office').click('intake.resume', { nomination: id, rev: 1 }), {
      code: 'ALREADY_DONE',
    });
    assert.equal((await office.owed('intake.held')).length, 1);
  });
});
