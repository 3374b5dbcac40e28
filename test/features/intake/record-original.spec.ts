import assert from 'node:assert/strict';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, type Office, openOffice } from '../../support/office.ts';
import { changeNomination, nominationOf, seedDossier, seedRound } from '../../support/seed-round.ts';

describe('intake.original', () => {
  let office: Office;
  let id: string;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-11-16T09:00:00' });
    await seedRound(office);
    id = await seedDossier(office, 'an', { state: 'opined' });
  });
  const record = (receivedOn: string, more: object = {}) =>
    office.as('office').click('intake.original', { nomination: id, rev: 1, send: 'yes', receivedOn, ...more });

  it('proposes today, ticks the original and lets the day be put right', async () => {
    const form = await office.as('office').click('intake.original', { nomination: id, rev: 1 });
    assertGoodCard(form.card);
    assert.match(JSON.stringify(form.card), /"value":"16\/11\/2026"/);
    const answer = await record('13/11/2026');
    assert.match(answer.text, /Đã nhận ngày 13\/11\/2026/);
    await record('13/11/2026');
    await record('12/11/2026', { rev: 2 });
    const { rev, data } = await nominationOf(office, id);
    assert.deepEqual([rev, data.originalReceivedOn, data.state], [3, '2026-11-12', 'opined']);
  });

  it('refuses a day to come, no day, a dossier not sent and a stale card', async () => {
    await assert.rejects(record('17/11/2026'), { code: 'DATE_IN_FUTURE', typed: { receivedOn: '17/11/2026' } });
    await assert.rejects(record(''), { code: 'DATE_UNREADABLE' });
    const draft = await seedDossier(office, 'an2', { state: 'draft' });
    await assert.rejects(record('13/11/2026', { nomination: draft }), { code: 'WRONG_STATE' });
    await changeNomination(office, id, { level: 'so' });
    await assert.rejects(record('13/11/2026'), { code: 'ALREADY_DONE' });
    assert.equal((await nominationOf(office, id)).data.originalReceivedOn, null);
  });

  it('asks for no card that the office may not give', async () => {
    const verbs = actionsOf((await office.as('office').click('intake.open', { nomination: id })).card).map(
      (a) => a.verb,
    );
    assert.deepEqual(verbs, [
      'intake.summarise',
      'intake.accept',
      'intake.return',
      'dossier.show',
      'intake.original',
      'intake.hold',
      'intake.queue',
    ]);
  });
});
