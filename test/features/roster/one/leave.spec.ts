import assert from 'node:assert/strict';
import { assertGoodCard } from '../../../support/check-card.ts';
import { actionsOf, dept, everyoneBut, type Office, person } from '../../../support/office.ts';
import { refusal, wayBack } from '../../../support/refusal.ts';
import { seedDossier, seedRound } from '../../../support/seed-round.ts';
import { change } from '../../reminders/a-round.ts';
import { dataOf, known, openCentre, press } from './a-person.ts';

describe('somebody leaves the unit', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openCentre('2026-11-12T09:00:00');
    await seedRound(office);
  });
  const cardOf = async (key: string) =>
    (await office.as('office').click('roster.person', { person: person(key) })).card;
  const form = async (key: string) => (await press(office, await cardOf(key), 'roster.leave')).card;
  const asked = async (key: string, on?: string) =>
    press(office, await form(key), 'roster.depart', on === undefined ? {} : { on });
  const leave = async (key: string, on?: string) => press(office, (await asked(key, on)).card, 'roster.depart');
  const verbs = async (key: string) => actionsOf(await cardOf(key)).map(({ verb }) => verb);

  it('after today, unless another day is chosen; what follows is said before', async () => {
    await seedDossier(office, 'an', { state: 'draft' });
    assertGoodCard(await form('an'));
    const sure = await asked('an');
    assertGoodCard(sure.card);
    assert.match(sure.text, /đến hết ngày 12\/11\/2026; từ ngày 13\/11\/2026 thì không/);
    assert.match(sure.text, /Hồ sơ chưa gửi \(.*2026\): sau đó không gửi được nữa/);
    assert.equal((await dataOf(office, 'an')).endDate, null);
    const { text } = await press(office, sure.card, 'roster.depart');
    assert.match(text, /Đã ghi nhận ngày làm việc cuối cùng của Nguyễn Văn An \(an\): 12\/11\/2026/);
    const { endDate, status } = await dataOf(office, 'an');
    assert.deepEqual([endDate, status], ['2026-11-12', 'active']);
    await press(office, sure.card, 'roster.depart');
    const events = (await office.dump('audit')).map(({ data }) => data as { command: string; facts: object });
    assert.deepEqual(
      events.filter(({ command }) => command === 'roster.leave').map(({ facts }) => facts),
      [{ columns: 'endDate' }],
    );
    // They are there until the day is over.
    assert.match((await office.as('office').click('roster.person', { person: person('an') })).text, /Đang làm việc/);
    office.set('2026-11-13T00:00:01');
    assert.match((await office.as('office').click('roster.person', { person: person('an') })).text, /Đã nghỉ việc/);
    assert.deepEqual(await verbs('an'), ['roster.back', 'roster.department', 'roster.show']);
  });

  it('at once when the day is over, and on a day to come that can be taken back', async () => {
    await seedDossier(office, 'an', { state: 'accepted' });
    const past = await asked('an', '2026-11-11');
    assert.match(past.text, /Ngày 11\/11\/2026 đã qua: người này không dùng được trợ lý/);
    assert.match(past.text, /Hồ sơ đã gửi \(.*2026\): vẫn được xét tiếp/);
    await press(office, past.card, 'roster.depart');
    assert.ok((await verbs('an')).includes('roster.back'));
    await leave('thao', '31/12/2026');
    assert.equal((await dataOf(office, 'thao')).endDate, '2026-12-31');
    const planned = await cardOf('thao');
    assert.match((await press(office, planned, 'roster.stay')).text, /vẫn làm việc/);
    assert.equal((await dataOf(office, 'thao')).endDate, null);
    assert.match((await press(office, planned, 'roster.stay')).text, /vẫn làm việc/);
    // As a file may have it: from a day to come, in a leave that goes on.
    await change(office, 'on', { status: 'left', statusFrom: '2026-12-01' });
    await press(office, await cardOf('on'), 'roster.stay');
    assert.equal((await dataOf(office, 'on')).status, 'active');
  });

  it('asks once more when nobody of a post would be left, and of oneself', async () => {
    const director = await leave('director');
    assertGoodCard(director.card);
    assert.match(director.text, /Không còn ai giữ vai trò Giám đốc/);
    assert.equal((await dataOf(office, 'director')).endDate, null);
    await press(office, director.card, 'roster.depart');
    assert.equal((await dataOf(office, 'director')).endDate, '2026-11-12');
    assert.match((await leave('office')).text, /Anh\/chị không còn vai trò/);
    await change(office, 'officeHead', { roles: ['staff'] });
    await change(office, 'secretary', { roles: ['staff'] });
    const last = await leave('office');
    assert.match(last.text, /sẽ không có ai tiếp nhận hồ sơ/);
    await change(office, 'insuranceHead', { roles: ['staff'] });
    await change(office, 'vice', { roles: ['staff'] });
  });

  it('comes back with what was theirs', async () => {
    const before = await dataOf(office, 'an');
    await seedDossier(office, 'an', { state: 'accepted' });
    await leave('an', '2026-11-11');
    const form = await press(office, await cardOf('an'), 'roster.back');
    assertGoodCard(form.card);
    const { text } = await press(office, form.card, 'roster.return');
    assert.match(text, /trở lại làm việc/);
    assert.deepEqual(await dataOf(office, 'an'), before);
    // Twice is once; and of who is here there is nothing to come back from.
    assert.match((await press(office, form.card, 'roster.return')).text, /trở lại làm việc/);
    assert.equal(await office.as('office').page('roster.back', { person: person('an') }), null);
  });

  it('is refused to wrong days, to a stale card, to everybody else, and to forged cards', async () => {
    for (const on of ['', 'mai', '31/02/2026', '2569-11-12'])
      assert.equal((await wayBack(asked('an', on))).code, 'DATE_UNREADABLE');
    const early = await wayBack(asked('an', '2014-12-31'));
    assert.deepEqual([early.code, early.typed], ['LEAVE_BEFORE_START', { on: '2014-12-31' }]);
    const old = await form('an');
    await change(office, 'an', { title: 'Văn thư' });
    const typed = { on: '2026-11-12' };
    assert.equal((await wayBack(press(office, old, 'roster.depart', typed))).code, 'PERSON_CHANGED');
    const { rev } = await known(office, 'an');
    const data = { person: person('an'), rev: String(rev), on: '2026-11-12', confirm: 'yes', sure: 'yes' };
    for (const who of everyoneBut('office', 'officeHead', 'secretary')) {
      for (const verb of ['roster.depart', 'roster.stay', 'roster.leave']) {
        const { person: of, rev: shown } = data;
        const own = verb === 'roster.depart' ? data : { person: of, ...(verb === 'roster.stay' && { rev: shown }) };
        assert.equal((await refusal(office.as(who).click(verb, own))).code, 'OFFICE_ONLY');
      }
      assert.equal(await office.as(who).page('roster.leaving', { person: person('an'), on: '2026-11-12' }), null);
    }
    const forged = await refusal(office.as('office').click('roster.depart', { ...data, person: dept('advice') }));
    assert.equal(forged.code, 'NOTHING_TO_SHOW');
    assert.equal((await refusal(office.as('office').click('roster.stay', { person: person('an') }))).code, 'BAD_CARD');
    assert.equal((await dataOf(office, 'an')).endDate, null);
  });
});
