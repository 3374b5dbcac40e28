import assert from 'node:assert/strict';
import { assertGoodCard } from '../../../support/check-card.ts';
import { dept, everyoneBut, type Office, person } from '../../../support/office.ts';
import { refusal, wayBack } from '../../../support/refusal.ts';
import { round, seedDossier, seedRound } from '../../../support/seed-round.ts';
import { change } from '../../reminders/a-round.ts';
import { dataOf, known, openCentre, press } from './a-person.ts';

describe('somebody goes to another department', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openCentre('2026-11-12T09:00:00');
    await seedRound(office);
  });
  const belongsTo = dept('insurance');
  const form = async (key: string) => {
    const { card } = await office.as('office').click('roster.person', { person: person(key) });
    return (await press(office, card, 'roster.move')).card;
  };
  const asked = async (key: string) => press(office, await form(key), 'roster.transfer', { belongsTo });

  it('once it was said what goes with them and what stays', async () => {
    await seedDossier(office, 'an', { state: 'draft' });
    assertGoodCard(await form('an'));
    const sure = await asked('an');
    assertGoodCard(sure.card);
    assert.match(sure.text, /Từ hôm nay: Phòng Tư vấn – Giới thiệu việc làm → Phòng Bảo hiểm thất nghiệp/);
    assert.match(sure.text, /Đi theo sang phòng mới: bản tự đánh giá và hồ sơ chưa gửi \(.*2026\)/);
    assert.doesNotMatch(sure.text, /Ở lại phòng cũ|Vai trò|chờ người này/);
    assert.equal((await dataOf(office, 'an')).departmentId, dept('advice'));
    const { text, show } = await press(office, sure.card, 'roster.transfer');
    assert.match(text, /Nguyễn Văn An \(Phòng Bảo hiểm thất nghiệp\) thuộc Phòng Bảo hiểm thất nghiệp từ hôm nay/);
    assert.equal(show.page, 'roster.person');
    assert.equal((await dataOf(office, 'an')).departmentId, belongsTo);
    const audit = (await office.dump('audit')).map(({ data }) => data as { command: string; facts: object });
    assert.deepEqual(audit.find(({ command }) => command === 'roster.move')?.facts, { columns: 'departmentId' });
    // A second click finds it done.
    assert.match((await press(office, sure.card, 'roster.transfer')).text, /từ hôm nay/);
  });

  it('of a dossier that was sent, of a post, and of opinions it says what is true of them', async () => {
    await seedDossier(office, 'an', { state: 'submitted' });
    assert.match((await asked('an')).text, /Ở lại phòng cũ: hồ sơ đã gửi \(.*2026\)/);
    const { text } = await asked('adviceHead');
    assert.match(text, /1 hồ sơ đang chờ người này cho ý kiến vẫn chờ người này/);
    assert.match(text, /Nếu thôi phụ trách phòng, đề nghị sửa vai trò/);
    assert.doesNotMatch(text, /Đi theo sang phòng mới/);
  });

  it('shows the department in their dossier and in the head’s list at once', async () => {
    await seedDossier(office, 'an', { state: 'draft', without: ['CN1'] });
    await press(office, (await asked('an')).card, 'roster.transfer');
    const list = (key: string) => office.as(key).click('progress.show', { round, department: '' });
    assert.match((await list('insuranceHead')).text, /Nguyễn Văn An/);
    assert.doesNotMatch((await list('adviceHead')).text, /Nguyễn Văn An \(Phòng Bảo/);
  });

  it('is refused to a stale card, to no department, of who has left, to everybody else, and to forged cards', async () => {
    const old = await form('an');
    const { rev } = await known(office, 'an');
    await change(office, 'an', { title: 'Văn thư' });
    const stale = await wayBack(press(office, old, 'roster.transfer', { belongsTo }));
    assert.deepEqual([stale.code, stale.show.page], ['PERSON_CHANGED', 'roster.person']);
    const data = { person: person('an'), rev: String(rev + 1), belongsTo, confirm: 'yes' };
    const click = (more: object, who = 'office') =>
      refusal(office.as(who).click('roster.transfer', { ...data, ...more })).then(({ code }) => code);
    for (const wrong of ['', 'department:none', person('an2')])
      assert.equal(await click({ belongsTo: wrong }), 'MOVE_WHERE');
    assert.equal(await click({ person: dept('advice') }), 'NOTHING_TO_SHOW');
    assert.equal(await click({ confirm: 'no' }), 'BAD_CARD');
    for (const who of everyoneBut('office', 'officeHead', 'secretary')) {
      assert.equal(await click({}, who), 'OFFICE_ONLY');
      assert.equal(await office.as(who).page('roster.moving', { person: person('an'), to: belongsTo }), null);
    }
    await change(office, 'an', { endDate: '2026-11-11' });
    assert.equal(await click({ rev: String(rev + 2) }), 'PERSON_LEFT');
    assert.equal((await dataOf(office, 'an')).departmentId, dept('advice'));
  });
});
