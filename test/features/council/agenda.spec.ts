import assert from 'node:assert/strict';
import { create } from '../../../src/ports/documents.ts';
import { personRecord } from '../../../src/records/person.ts';
import { council, crowd, dossier, nominationOf, openedRound, present, round } from '../../support/before-council.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { cutOff } from '../../support/cut-off.ts';
import { actionsOf, dept, type Office, openOffice, person, scope } from '../../support/office.ts';

const code = (expected: string) => (error: { code?: string }) => error.code === expected;
const agenda = `agenda:${round}:1`;
const form = { round, heldOn: '2026-12-08', place: '08 giờ, Phòng họp số 1', dossiers: 'all' };

async function waiting(): Promise<Office> {
  const office = await openOffice({ now: '2026-12-04T09:00:00' });
  await openedRound(office);
  for (const candidate of [dept('advice'), person('adviceHead'), person('an')]) await dossier(office, candidate);
  return office;
}

describe('the agenda of a meeting to come', () => {
  it('reaches every member, who reads the dossiers before the meeting and comes back; nobody opens the own one', async () => {
    const office = await waiting();
    assertGoodCard((await office.as('secretary').click('council.agendaForm', { round })).card);
    await assert.rejects(office.as('vice').click('council.agenda', { agenda }), /./);
    await office.as('secretary').click('council.announce', form);
    await office.as('secretary').click('council.announce', form);
    const told = (await office.owed('council.agenda')).map((o) => o.to).sort();
    assert.deepEqual(told, council.filter((key) => key !== 'secretary').sort());
    assert.equal((await nominationOf(office, person('an'))).state, 'tabled');
    const { card, text } = await office.as('adviceHead').click('council.agenda', { agenda });
    assertGoodCard(card);
    assert.match(text, /Phiên họp số 1 ngày 08\/12\/2026, 08 giờ, Phòng họp số 1/);
    const opens = actionsOf(card).filter(({ verb }) => verb === 'dossier.read');
    assert.deepEqual([...new Set(opens.map(({ data }) => data.candidate))], [person('an')]);
    const read = await office.as('adviceHead').click('dossier.read', opens[0]?.data);
    const back = actionsOf(read.card).find(({ verb }) => verb === 'council.agenda');
    assert.equal((await office.as('adviceHead').click('council.agenda', back?.data)).show.page, 'council.agenda');
    for (const key of ['an', 'office', 'adviceDeputy'])
      await assert.rejects(office.as(key).click('council.agenda', { agenda }), code('COUNCIL_ONLY'));
  });

  it('stands in the council’s list, for its secretary and its members, until the meeting is recorded', async () => {
    const office = await waiting();
    const list = async (key: string) => office.as(key).click('council.show', { round });
    const leads = (card: unknown) => actionsOf(card).find(({ verb }) => verb === 'council.agenda');
    assert.equal(leads((await list('secretary')).card), undefined);
    await office.as('secretary').click('council.announce', { ...form, dossiers: person('an') });
    for (const key of ['secretary', 'vice', 'adviceHead']) {
      const { card, text } = await list(key);
      assertGoodCard(card);
      assert.match(text, /Phiên họp số 1 ngày 08\/12\/2026, 08 giờ, Phòng họp số 1\n1 hồ sơ; gửi các thành viên lúc/);
      assert.equal((await office.as(key).click('council.agenda', leads(card)?.data)).show.page, 'council.agenda');
    }
    // What is on it is told from what still waits for a meeting.
    assert.match((await list('secretary')).text, /Nguyễn Văn An\n[^\n]*\nĐã trình/);
    assert.match((await list('secretary')).text, /Đỗ Ăn\n[^\n]*\nChờ xét/);
    office.set('2026-12-09T09:00:00');
    const held = { round, number: '1', heldOn: '2026-12-08', place: 'Phòng họp', present: present(), notes: '' };
    await office.as('secretary').click('council.record', { ...held, dossiers: person('an') });
    assert.equal(leads((await list('vice')).card), undefined);
  });

  it('is what the record of the meeting starts from', async () => {
    const office = await waiting();
    await office.as('secretary').click('council.announce', form);
    office.set('2026-12-09T09:00:00');
    const { card } = await office.as('secretary').click('council.form', { round });
    assert.match(JSON.stringify(card), /"value":"2026-12-08"/);
    assert.match(JSON.stringify(card), /"value":"08 giờ, Phòng họp số 1"/);
  });

  it('sent again with another day it replaces the first and tells anew', async () => {
    const office = await waiting();
    await office.as('secretary').click('council.announce', form);
    await office.as('secretary').click('council.announce', { ...form, heldOn: '2026-12-10' });
    assert.equal((await office.dump('agenda')).length, 1);
    assert.equal((await office.owed('council.agenda')).length, 2 * (council.length - 1));
    const { text } = await office.as('vice').click('council.agenda', { agenda });
    assert.match(text, /Chương trình này thay chương trình đã gửi trước/);
  });

  it('is the secretary’s, for a day to come, with a place and dossiers that wait; all that is wrong is said at once', async () => {
    const office = await waiting();
    for (const key of ['director', 'office', 'vice', 'an'])
      await assert.rejects(office.as(key).click('council.announce', form), code('COUNCIL_SECRETARY_ONLY'));
    for (const [change, expected] of [
      [{ heldOn: '2026-12-03' }, 'AGENDA_DATE'],
      [{ heldOn: 'x' }, 'AGENDA_DATE'],
      [{ place: ' ' }, 'COUNCIL_PLACE'],
      [{ dossiers: '' }, 'COUNCIL_NO_DOSSIERS'],
      [{ dossiers: person('thao') }, 'COUNCIL_DOSSIERS_CHANGED'],
    ] as const) {
      await assert.rejects(office.as('secretary').click('council.announce', { ...form, ...change }), code(expected));
    }
    await assert.rejects(
      office.as('secretary').click('council.announce', { ...form, heldOn: '', place: '' }),
      (error: { also?: readonly { code: string }[] }) => error.also?.[0]?.code === 'COUNCIL_PLACE',
    );
    assert.equal((await office.dump('agenda')).length, 0);
    assert.equal((await nominationOf(office, person('an'))).state, 'accepted');
  });

  it('cut off after any step, it was told to everyone or to nobody, and a second click makes up the rest', async () => {
    for (const dies of [1, 2]) {
      const office = await waiting();
      await crowd(office, 57);
      await cutOff(office, dies, () => office.as('secretary').click('council.announce', form));
      const announced = (await office.dump('agenda')).length;
      assert.equal(announced, dies - 1);
      assert.equal((await office.owed('council.agenda')).length, announced * (council.length - 1));
      await office.as('secretary').click('council.announce', form);
      assert.equal((await office.owed('council.agenda')).length, council.length - 1);
      const states = (await office.dump('nomination')).map((doc) => doc.index.state);
      assert.ok(states.every((state) => state === `${round}:tabled`));
    }
  });

  it('reaches a council of thirty, with sixty dossiers to table', async () => {
    const office = await waiting();
    const [some] = await crowd(office, 57);
    const member = await office.turn().get(personRecord, some ?? '');
    assert.ok(member);
    const more = Array.from({ length: 24 }, (_, i) =>
      create(personRecord, scope, `person:member${i}`, { ...member.data, roles: ['council'] }),
    );
    await office.store.commit(scope.unit, more);
    await office.as('secretary').click('council.announce', form);
    assert.equal((await office.owed('council.agenda')).length, council.length - 1 + more.length);
    const states = (await office.dump('nomination')).map((doc) => doc.index.state);
    assert.ok(states.every((state) => state === `${round}:tabled`));
  });

  it('holds sixty dossiers', async () => {
    const office = await waiting();
    await crowd(office, 57);
    await office.as('secretary').click('council.announce', form);
    assertGoodCard((await office.as('vice').click('council.agenda', { agenda, page: '7' })).card);
    const states = (await office.dump('nomination')).map((doc) => doc.index.state);
    assert.ok(states.every((state) => state === `${round}:tabled`));
  });
});
