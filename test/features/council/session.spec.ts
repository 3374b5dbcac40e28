import assert from 'node:assert/strict';
import {
  council,
  crowd,
  dossier,
  meeting,
  nominationOf,
  openedRound,
  present,
  round,
  sessionOne,
} from '../../support/before-council.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { cutOff } from '../../support/cut-off.ts';
import { actionsOf, dept, type Office, openOffice as open, person } from '../../support/office.ts';

const chosen = [dept('advice'), person('adviceHead'), person('an')];

async function openOffice(setup: Parameters<typeof open>[0] = {}): Promise<Office> {
  const office = await open({ now: '2026-12-04T09:00:00', ...setup });
  await openedRound(office);
  return office;
}
async function withDossiers(setup: Parameters<typeof open>[0] = {}): Promise<Office> {
  const office = await openOffice(setup);
  for (const candidate of chosen) await dossier(office, candidate);
  return office;
}
const form = { round, number: '1', ...meeting, dossiers: chosen.join(',') };
const code = (expected: string) => (error: { code?: string }) => error.code === expected;

describe('the council’s session', () => {
  it('shows its secretary what waits, collectives first, and nobody of what has not been accepted', async () => {
    const office = await withDossiers();
    await dossier(office, person('thao'), { state: 'opined' });
    const { text, card } = await office.as('secretary').say('hoi dong');
    assert.match(text, /Chờ Hội đồng xét: 01 tập thể, 02 cá nhân\./);
    assert.ok(text.indexOf('Phòng Tư vấn') < text.indexOf('Nguyễn Văn An'));
    assert.ok(!text.includes('Thảo'));
    assertGoodCard(card);
  });

  it('lets the others of the council and the leaders read tabled dossiers only, and nobody else anything', async () => {
    const office = await withDossiers();
    for (const key of ['vice', 'adviceHead', 'director']) {
      const { text } = await office.as(key).say('hội đồng');
      assert.match(text, /Chưa có hồ sơ nào được đưa ra Hội đồng/);
      const offered = actionsOf((await office.as(key).say('council')).card).map(({ verb }) => verb);
      assert.deepEqual(offered, ['todo.show']);
    }
    await office.as('secretary').click('council.record', form);
    const { text, card } = await office.as('vice').say('hội đồng');
    assert.match(text, /Nguyễn Văn An/);
    const read = actionsOf(card).filter((action) => action.verb === 'dossier.read');
    assert.deepEqual(read.map((action) => action.data.candidate).sort(), [...chosen].sort());
    assert.equal((await office.as('vice').click('dossier.read', read[0]?.data)).show.page, 'dossier.read');
    for (const key of ['an', 'office', 'adviceDeputy']) {
      await assert.rejects(office.as(key).say('hội đồng'), code('COUNCIL_ONLY'));
      await assert.rejects(office.as(key).click('council.session', { session: sessionOne }), code('COUNCIL_ONLY'));
      assert.equal(await office.as(key).page('council.session', { session: sessionOne }), null);
    }
  });

  it('puts the dossiers chosen on the table and copies members and rules', async () => {
    const office = await withDossiers();
    const { text } = await office.as('secretary').click('council.record', { ...form, notes: ' Họp tập trung\n' });
    assert.match(text, /có mặt 6\/6 thành viên/);
    const [session] = await office.dump('session');
    const data = session?.data as { members: string[]; rules: unknown; notes: string; considered: string[] };
    assert.deepEqual([...data.members].sort(), council.map(person).sort());
    assert.deepEqual(data.rules, {
      quorum: { numerator: 2, denominator: 3 },
      passPercent: 50,
      passOf: 'total',
      ownCase: 'abstains',
    });
    assert.equal(data.notes, 'Họp tập trung');
    for (const candidate of chosen) assert.equal((await nominationOf(office, candidate)).state, 'tabled');
  });

  it('leaves alone what was not chosen', async () => {
    const office = await withDossiers();
    await office.as('secretary').click('council.record', { ...form, dossiers: person('an') });
    assert.equal((await nominationOf(office, dept('advice'))).state, 'accepted');
  });

  for (const [name, change, expected] of [
    ['a day to come', { heldOn: '2026-12-05' }, 'COUNCIL_DATE'],
    ['a day before the round', { heldOn: '2026-09-30' }, 'COUNCIL_DATE'],
    ['a day that does not exist', { heldOn: '2026-11-31' }, 'COUNCIL_DATE'],
    ['no day', { heldOn: '' }, 'COUNCIL_DATE'],
    ['no place', { place: '  ' }, 'COUNCIL_PLACE'],
    ['nobody present', { present: '' }, 'COUNCIL_PRESENT'],
    ['someone who is no member', { present: present('director', 'an') }, 'COUNCIL_PRESENT'],
    ['no dossier', { dossiers: '' }, 'COUNCIL_NO_DOSSIERS'],
    ['a dossier that does not wait', { dossiers: `${person('an')},${person('thao')}` }, 'COUNCIL_DOSSIERS_CHANGED'],
    ['too long a note', { notes: 'ă'.repeat(2_001) }, 'TOO_LONG'],
  ] as const) {
    it(`refuses ${name}, changes nothing and keeps what was typed`, async () => {
      const office = await withDossiers();
      const data = { ...form, notes: 'đã gõ', ...change };
      await assert.rejects(
        office.as('secretary').click('council.record', data),
        (error: { code?: string; typed?: Record<string, string> }) =>
          error.code === expected && error.typed?.notes === data.notes && error.typed?.dossiers === data.dossiers,
      );
      assert.equal((await office.dump('session')).length, 0);
      assert.equal((await nominationOf(office, person('an'))).state, 'accepted');
    });
  }

  it('is recorded by the secretary alone, and a forged number finds no form', async () => {
    const office = await withDossiers();
    for (const key of ['director', 'office', 'an', 'officeHead']) {
      await assert.rejects(office.as(key).click('council.record', form), code('COUNCIL_SECRETARY_ONLY'));
    }
    await assert.rejects(office.as('secretary').click('council.record', { ...form, number: '7' }), code('BAD_CARD'));
    await assert.rejects(office.as('secretary').click('council.record', { ...form, number: 'x' }), code('BAD_CARD'));
    assert.equal((await office.dump('session')).length, 0);
  });

  it('takes a second click as the first, and another content as too late', async () => {
    const office = await withDossiers();
    await office.as('secretary').click('council.record', form);
    const { text } = await office.as('secretary').click('council.record', form);
    assert.match(text, /Đã ghi phiên họp số 1/);
    await assert.rejects(
      office.as('secretary').click('council.record', { ...form, present: present('director') }),
      code('ALREADY_DONE'),
    );
    await assert.rejects(
      office.as('secretary').click('council.record', { ...form, number: '2' }),
      code('COUNCIL_OPEN_SESSION'),
    );
    assert.equal((await office.dump('session')).length, 1);
  });

  it('says at once that a meeting is below its quorum, and lets the attendance be corrected', async () => {
    const office = await withDossiers();
    const few = { ...form, present: present('director', 'vice', 'secretary') };
    const { text } = await office.as('secretary').click('council.record', few);
    assert.match(text, /có mặt 3\/6 thành viên, chưa đủ số tối thiểu 4/);
    const amended = await office.as('secretary').click('council.amend', { session: sessionOne, rev: '1', ...meeting });
    assert.match(amended.text, /6\/6 thành viên, đủ số tối thiểu 4/);
    await assert.rejects(
      office.as('secretary').click('council.amend', { session: sessionOne, rev: '1', ...meeting }),
      code('ALREADY_DONE'),
    );
    await assert.rejects(
      office.as('director').click('council.amend', { session: sessionOne, rev: '2', ...meeting }),
      code('COUNCIL_SECRETARY_ONLY'),
    );
  });

  it('takes in further dossiers and lets go of those it did not come to', async () => {
    const office = await withDossiers();
    await office.as('secretary').click('council.record', { ...form, dossiers: person('an') });
    const added = await office
      .as('secretary')
      .click('council.add', { session: sessionOne, rev: '1', dossiers: dept('advice') });
    assert.match(added.text, /Đã đưa thêm 1 hồ sơ/);
    await assert.rejects(
      office.as('secretary').click('council.add', { session: sessionOne, rev: '1', dossiers: person('adviceHead') }),
      code('ALREADY_DONE'),
    );
    await office.as('secretary').click('council.drop', { session: sessionOne, rev: '2', candidate: person('an') });
    const [dropped] = await office.dump('session');
    assert.deepEqual(dropped && (dropped.data as { considered: string[] }).considered, [dept('advice')]);
    assert.equal((await nominationOf(office, person('an'))).state, 'tabled');
    await office.as('secretary').click('council.add', { session: sessionOne, rev: '3', dossiers: person('an') });
    await assert.rejects(
      office.as('vice').click('council.drop', { session: sessionOne, rev: '4', candidate: person('an') }),
      code('COUNCIL_SECRETARY_ONLY'),
    );
  });

  it('tables sixty dossiers in steps, and a click after a crash makes up what is missing', async () => {
    const office = await openOffice();
    const ids = await crowd(office, 60);
    const all = { ...form, dossiers: 'all' };
    await cutOff(office, 2, () => office.as('secretary').click('council.record', all));
    const states = async () => (await Promise.all(ids.map((id) => nominationOf(office, id)))).map((n) => n.state);
    assert.equal((await states()).filter((state) => state === 'tabled').length, 40);
    await office.as('secretary').click('council.record', all);
    await office.as('secretary').click('council.record', all);
    assert.equal((await states()).filter((state) => state === 'tabled').length, 60);
    assert.equal((await office.dump('session')).length, 1);
  });

  for (const locale of ['vi', 'en'] as const) {
    it(`draws good cards for sixty candidates with the longest names (${locale})`, async () => {
      const office = await openOffice({ people: { secretary: { locale }, vice: { locale } } });
      await crowd(office, 60);
      const secretary = office.as('secretary');
      assertGoodCard((await secretary.say('council')).card);
      assertGoodCard((await secretary.click('council.show', { round, page: '2' })).card);
      assertGoodCard((await secretary.click('council.form', { round })).card);
      const notes = 'Ậ'.repeat(2_000);
      assertGoodCard((await secretary.click('council.record', { ...form, dossiers: 'all', notes })).card);
      assertGoodCard((await office.as('vice').click('council.show', { round, page: '2' })).card);
      assertGoodCard((await secretary.click('council.session', { session: sessionOne, page: '3' })).card);
      assertGoodCard((await secretary.click('council.amendment', { session: sessionOne })).card);
      assertGoodCard((await secretary.click('council.addition', { session: sessionOne })).card);
    });
  }
});
