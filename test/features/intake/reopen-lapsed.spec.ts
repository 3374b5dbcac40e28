import assert from 'node:assert/strict';
import { decode, replace } from '../../../src/ports/documents.ts';
import { roundId, roundRecord } from '../../../src/records/round.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, type Office, openOffice, person, scope } from '../../support/office.ts';
import { codeOf, wayBack } from '../../support/refusal.ts';
import { changeNomination, instant, nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';

describe('intake.reopen: one dossier that was not sent in time', () => {
  let office: Office;
  let id: string;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-12-01T09:00:00' });
    await seedRound(office);
    id = await seedDossier(office, 'an', { state: 'lapsed', without: ['CN1'] });
  });
  const reopen = (more: object = {}, as = 'office') =>
    office.as(as).click('intake.reopen', { nomination: id, rev: 1, send: 'yes', reason: 'Điều trị nội trú', ...more });

  it('is offered for one that is not complete, and lets the candidate complete and send it, marked late', async () => {
    const list = await office.as('office').click('intake.find', { round });
    const row = actionsOf(list.card).find(({ verb }) => verb === 'intake.late');
    const form = await office.as('office').click('intake.late', row?.data);
    assertGoodCard(form.card);
    assert.match(form.text, /Còn thiếu: \nCN1/);
    const offers = actionsOf(form.card);
    assert.ok(!offers.some(({ verb, data }) => verb === 'intake.late' && data.send === 'yes'));
    const button = offers.find(({ verb }) => verb === 'intake.reopen');
    const done = await office
      .as('office')
      .click('intake.reopen', { ...button?.data, reason: 'Điều trị nội trú', until: '' });
    assert.equal(done.remark?.tone, 'good');
    const { data } = await nominationOf(office, id);
    const act = { by: person('office'), at: instant('2026-12-01T09:00:00'), reason: 'Điều trị nội trú' };
    assert.deepEqual([data.state, data.late], ['returned', act]);
    assert.deepEqual(data.returned, { ...act, until: instant('2026-12-08T17:00:00') });
    assert.deepEqual(
      (await office.owed()).map(({ to, data: d }) => [to, d.kind]),
      [['an', 'intake.reopened']],
    );
    const dossier = await office.as('an').say('hồ sơ');
    assert.match(
      dossier.text,
      /nay được mở lại để hoàn thiện và gửi. Lý do: Điều trị nội trú[\s\S]*17:00 ngày 08\/12\/2026/,
    );
    assert.match((await office.as('an').say('việc của tôi')).text, /mở lại để hoàn thiện và gửi/);
    await office.as('an').click('assess.save', { criterion: 'CN1', rating: 'met', words: 'Đã làm', round });
    const confirm = await office.as('an').click('nomination.submit', { round });
    const sure = actionsOf(confirm.card).find(({ data: d }) => d.confirm === 'yes');
    await office.as('an').click('nomination.submit', sure?.data);
    const sent = (await nominationOf(office, id)).data;
    assert.deepEqual([sent.state, sent.late, sent.submitted?.by], ['submitted', act, person('an')]);
  });

  it('is late no longer once everyone is given the time in which it is sent', async () => {
    await reopen();
    await office.as('an').click('assess.save', { criterion: 'CN1', rating: 'met', words: 'Đã làm', round });
    const stored = await office.store.get(scope.unit, roundId(round));
    assert.ok(stored);
    const loaded = decode(roundRecord, stored);
    const graceUntil = instant('2026-12-04T17:00:00');
    await office.store.commit(scope.unit, [replace(roundRecord, loaded, { ...loaded.data, graceUntil })]);
    office.set('2026-12-03T09:00:00');
    const confirm = await office.as('an').click('nomination.submit', { round });
    const sure = actionsOf(confirm.card).find(({ data: d }) => d.confirm === 'yes');
    await office.as('an').click('nomination.submit', sure?.data);
    const { data } = await nominationOf(office, id);
    assert.deepEqual([data.state, data.late, data.returned], ['submitted', null, null]);
    // Nor does its reviewer read that somebody sent it back.
    assert.doesNotMatch(
      (await office.as('adviceHead').click('review.open', { nomination: id })).text,
      /trả lại để bổ sung lúc/,
    );
  });

  it('lapses again when it is not sent by then', async () => {
    await reopen();
    office.set('2026-12-08T17:02:00');
    await office.runDue();
    assert.equal((await nominationOf(office, id)).data.state, 'lapsed');
    assert.deepEqual(
      (await office.owed('closing.lapsed')).map(({ to }) => to),
      ['an'],
    );
  });

  it('takes a later day of the office’s choice', async () => {
    await reopen({ until: '11/12/2026' });
    assert.equal((await nominationOf(office, id)).data.returned?.until, instant('2026-12-11T17:00:00'));
  });

  it('twice is once', async () => {
    await reopen();
    assert.equal((await reopen()).remark?.tone, 'good');
    assert.equal((await nominationOf(office, id)).rev, 2);
  });

  it('is refused without a reason, with a bad day, to others, from a stale card, in any other state, without consent', async () => {
    for (const [more, code] of [
      [{ reason: ' ' }, 'REASON_MISSING'],
      [{ until: 'mai' }, 'DATE_UNREADABLE'],
      [{ until: '30/11/2026' }, 'DATE_IN_PAST'],
      [{ until: '02/12/2026' }, 'UNTIL_TOO_EARLY'],
    ] as const) {
      const back = await wayBack(reopen(more));
      assert.deepEqual([back.code, back.show.page], [code, 'intake.lateForm']);
      assert.ok(back.typed?.reason !== undefined && back.typed.until !== undefined);
    }
    for (const key of ['an', 'adviceHead', 'director']) assert.equal(await codeOf(reopen({}, key)), 'OFFICE_ONLY');
    assert.equal(await codeOf(reopen({ rev: 7 })), 'ALREADY_DONE');
    const mine = await seedDossier(office, 'secretary', { state: 'lapsed' });
    assert.equal(await codeOf(reopen({ nomination: mine }, 'secretary')), 'OWN_DOSSIER');
    const proposal = {
      by: person('adviceHead'),
      at: instant('2026-11-05T09:00:00'),
      reason: 'Tốt',
      consent: 'pending' as const,
    };
    await changeNomination(office, id, { proposal });
    assert.equal(await codeOf(reopen({ rev: 2 })), 'CONSENT_MISSING');
    await changeNomination(office, id, { state: 'draft' });
    assert.equal(await codeOf(reopen({ rev: 3 })), 'WRONG_STATE');
    assert.equal((await nominationOf(office, id)).data.late, null);
  });
});
