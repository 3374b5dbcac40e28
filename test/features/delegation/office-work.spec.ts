import assert from 'node:assert/strict';
import { assertGoodCard } from '../../support/check-card.ts';
import { clicking } from '../../support/clicking.ts';
import { actionsOf, type Office, openOffice, person } from '../../support/office.ts';
import { codeOf } from '../../support/refusal.ts';
import { nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';
import { press } from '../roster/one/a-person.ts';

const own = `nomination:${round}:${person('office')}`;

/** An office of one person, whose own dossier waits to be taken in. */
async function alone(): Promise<Office> {
  const office = await openOffice({
    now: '2026-11-16T09:00:00',
    people: { officeHead: { roles: ['head', 'council'] }, secretary: { roles: ['councilSecretary'] } },
  });
  await seedRound(office);
  await seedDossier(office, 'office', { state: 'opined' });
  return office;
}
async function assigned(office: Office, name: string): Promise<string> {
  const hand = clicking(office, 'office', (await office.as('office').say('phân công')).card);
  await hand.press('Phân công mới');
  assert.match(
    JSON.stringify(hand.card),
    /Thực hiện công việc của Phòng Hành chính – Nghiệp vụ – cùng những người đang thực hiện/,
  );
  await hand.press('Kiểm tra phân công', { post: 'office||', name, from: '2026-11-16', until: '2026-11-30' });
  assertGoodCard(hand.card);
  office.set(office.now.plus({ seconds: 3 }).toISO() ?? '');
  return hand.press('Ghi phân công');
}

describe('a hand in the office’s work, given by the director', () => {
  it('takes in the dossier of an office that is one person, which nobody could', async () => {
    const office = await alone();
    assert.equal(
      await codeOf(office.as('office').click('intake.accept', { nomination: own, rev: '1' })),
      'OWN_DOSSIER',
    );
    assert.equal(await codeOf(office.as('insuranceHead').say('tiếp nhận')), 'OFFICE_ONLY');
    assert.match(await assigned(office, 'Võ Thị Ý'), /Đã ghi phân công/);
    const list = await office.as('insuranceHead').say('tiếp nhận');
    const opened = await press(office, list.card, 'intake.open', {}, 'insuranceHead');
    await press(office, opened.card, 'intake.accept', {}, 'insuranceHead');
    const { data } = await nominationOf(office, own);
    assert.deepEqual([data.state, data.accepted?.by], ['accepted', person('insuranceHead')]);
    assert.match((await office.as('office').say('tiếp nhận')).text, /Tìm người, hồ sơ|hồ sơ/);
  });
  it('is asked with the office to take in what comes, as long as it lasts', async () => {
    const office = await alone();
    await assigned(office, 'Võ Thị Ý');
    const asked = async (): Promise<string[]> => {
      const id = await seedDossier(office, office.now.day === 16 ? 'an' : 'an2', { state: 'submitted' });
      await office.as('adviceHead').click('review.agree', { nomination: id, rev: '1', confirm: 'yes' });
      await office.runDue();
      return (await office.owed('intake.request')).map(({ to }) => to).sort();
    };
    assert.deepEqual(await asked(), ['insuranceHead', 'office']);
    office.set('2026-12-01T09:00:00');
    assert.deepEqual(await asked(), ['insuranceHead', 'office', 'office']);
  });
  it('is told once, ends with its day, and takes nothing from whoever has it', async () => {
    const office = await alone();
    await assigned(office, 'Võ Thị Ý');
    const word = await office
      .as('insuranceHead')
      .page('delegation.word', (await office.owed('delegation.assigned'))[0]?.data.show.params);
    assert.match(JSON.stringify(word?.card), /Giám đốc phân công anh\/chị: Thực hiện công việc của Phòng Hành chính/);
    assert.ok(actionsOf((await office.as('office').say('nhân sự')).card).length > 0);
    assert.ok(await office.as('insuranceHead').say('nhân sự'));
    office.set('2026-12-01T09:00:00');
    assert.equal(await codeOf(office.as('insuranceHead').say('nhân sự')), 'OFFICE_ONLY');
    assert.ok(await office.as('office').say('nhân sự'));
  });
  it('may be given to several at a time, to each once', async () => {
    const office = await alone();
    await assigned(office, 'Võ Thị Ý');
    assert.match(await assigned(office, 'Đỗ Ăn'), /Đã ghi phân công/);
    const again = { formId: 'form999999', post: 'office||', name: 'Võ Thị Ý', from: '2026-11-16', until: '2026-11-20' };
    assert.match(await codeOf(office.as('office').click('delegate.assign', again)), /^ASSIGN_/);
    const theirs = { ...again, name: 'Lê Thị Thu Hà' };
    assert.match(await codeOf(office.as('office').click('delegate.assign', theirs)), /^ASSIGN_/);
  });
});
