import assert from 'node:assert/strict';
import type { Person } from '../../../src/records/person.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, everyone, type Office, openOffice, person, textOf } from '../../support/office.ts';
import { nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';

async function opened(people: Record<string, Partial<Person>> = {}): Promise<Office> {
  const office = await openOffice({ now: '2026-11-12T09:00:00', people });
  await seedRound(office);
  return office;
}
const recordOf = async (office: Office, key: string): Promise<Person> =>
  (await office.dump('person')).find(({ id }) => id === person(key))?.data as Person;
const stateOf = async (office: Office, key: string) => {
  const { status, statusFrom, statusTo } = await recordOf(office, key);
  return [status, statusFrom, statusTo];
};
async function take(office: Office, who: string, words: string): Promise<string> {
  const { card, show } = await office.as(who).say(words);
  assert.equal(show.page, 'leave.confirm');
  assertGoodCard(card);
  const record = actionsOf(card).find(({ data }) => data.confirm === 'yes');
  office.set(office.now.plus({ seconds: 3 }).toISO() ?? '');
  const saved = await office.as(who).click('leave.save', record?.data);
  assertGoodCard(saved.card);
  return textOf(card);
}

describe('leave', () => {
  it('is said in words, shown, and kept as the roster keeps it', async () => {
    const office = await opened();
    const text = await take(office, 'an', 'tôi nghỉ từ 20/11 đến 05/12');
    assert.match(text, /Từ ngày 20\/11\/2026 đến hết ngày 05\/12\/2026/);
    assert.match(text, /Không cần người thay/);
    assert.deepEqual(await stateOf(office, 'an'), ['onLeave', '2026-11-20', '2026-12-05']);
    const audit = (await office.dump('audit')).map(({ data }) => data as Record<string, unknown>);
    const [saved] = audit.filter(({ command }) => command === 'leave.save');
    assert.deepEqual(
      [saved?.actor, saved?.subject, saved?.facts],
      [person('an'), person('an'), { from: '2026-11-20', to: '2026-12-05' }],
    );
    assert.deepEqual(await office.owed(), []);
    const shown = await office.as('office').click('roster.person', { person: person('an') });
    assert.match(shown.text, /20\/11\/2026/);
    assert.match(
      (await office.as('an').say('nghỉ phép')).text,
      /Đang ghi: nghỉ từ ngày 20\/11\/2026 đến hết ngày 05\/12\/2026/,
    );
  });

  it('is typed by everybody, the office too, and no sentence that begins like it is taken for it', async () => {
    const office = await opened();
    for (const who of everyone)
      assert.equal(
        await office.wouldSay(who, 'tôi nghỉ phép từ ngày 20/11/2026 đến hết ngày 05/12/2026'),
        'leave.confirm',
        who,
      );
    for (const who of ['an', 'office', 'adviceHead'])
      assert.notEqual(
        await office.wouldSay(who, 'tôi nghĩ hồ sơ thiếu minh chứng CN2, xin xem lại giúp'),
        'leave.confirm',
      );
    assert.equal(await office.wouldSay('an', 'nghỉ phép'), 'leave.show');
    assert.equal(await office.wouldSay('an', 'nghỉ phép từ 20/11 đến 05/12'), 'leave.confirm');
  });

  it('of a head names the deputy who stands in, who is told once, on its first day, if something waits', async () => {
    const office = await opened();
    const id = await seedDossier(office, 'an', { state: 'submitted' });
    assert.match(
      await take(office, 'adviceHead', 'tôi nghỉ từ 13/11 đến 05/12'),
      /Chuyên viên Trịnh Thị Ẩn thay cho ý kiến/,
    );
    const [word, ...more] = await office.owed('leave.standIn');
    assert.deepEqual([word?.to, more], ['adviceDeputy', []]);
    assert.equal(word?.data.dueAt, '2026-11-13T00:30:00.000Z');
    const page = () => office.as('adviceDeputy').page('leave.standIn', word?.data.show.params);
    assert.equal(await page(), null);
    office.set('2026-11-13T08:00:00');
    const told = await page();
    assert.ok(told);
    assertGoodCard(told.card);
    assert.match(
      textOf(told.card),
      /Trưởng phòng Đỗ Ăn nghỉ từ ngày 13\/11\/2026 đến hết ngày 05\/12\/2026\. 1 hồ sơ đang chờ ý kiến: anh\/chị thay/,
    );
    await office.as('adviceDeputy').click('review.agree', { nomination: id, rev: '1', confirm: 'yes' });
    assert.equal((await nominationOf(office, id)).data.opinion?.inPlaceOf, person('adviceHead'));
    assert.equal(await page(), null);
    for (const who of ['an', 'office', 'director'])
      assert.equal(await office.as(who).page('leave.standIn', word?.data.show.params), null);
  });

  it('of a head whom nobody replaces is told to the director, who assigns somebody', async () => {
    const office = await opened({ adviceDeputy: { roles: ['staff'] } });
    await seedDossier(office, 'an', { state: 'submitted' });
    assert.match(await take(office, 'adviceHead', 'tôi nghỉ đến 05/12'), /Chưa có người thay cho ý kiến/);
    const [word] = await office.owed('leave.standIn');
    assert.equal(word?.to, 'director');
    const told = await office.as('director').page('leave.standIn', word.data.show.params);
    assert.match(textOf(told?.card), /chưa có người thay/);
    assert.ok(actionsOf(told?.card).some(({ verb }) => verb === 'delegate.show'));
  });

  it('ends when they are back: at once, and what waited is theirs again', async () => {
    const office = await opened();
    await seedDossier(office, 'an', { state: 'submitted' });
    await take(office, 'adviceHead', 'tôi nghỉ đến 05/12');
    assert.equal((await office.as('adviceDeputy').click('review.next', { round })).show.page, 'review.dossier');
    assert.match((await office.as('adviceHead').say('đã trở lại')).text, /trở lại làm việc/);
    assert.deepEqual(await stateOf(office, 'adviceHead'), ['active', null, null]);
    assert.equal((await office.as('adviceDeputy').click('review.next', { round })).show.page, 'review.queue');
    const before = await office.dump('audit');
    assert.match((await office.as('adviceHead').say('hủy nghỉ')).text, /Hiện không ghi thời gian nghỉ nào/);
    assert.deepEqual(await office.dump('audit'), before);
  });

  it('over another takes its place, and says so; twice is once', async () => {
    const office = await opened();
    await take(office, 'an', 'tôi nghỉ từ 20/11 đến 05/12');
    assert.match(
      await take(office, 'an', 'tôi nghỉ từ 01/12 đến 10/12'),
      /Thay cho thời gian nghỉ đã ghi: từ ngày 20\/11\/2026/,
    );
    assert.deepEqual(await stateOf(office, 'an'), ['onLeave', '2026-12-01', '2026-12-10']);
    const before = await office.dump('audit');
    await office.as('an').click('leave.save', { from: '2026-12-01', to: '2026-12-10', confirm: 'yes' });
    assert.deepEqual(await office.dump('audit'), before);
  });

  it('is filled in on a form as well', async () => {
    const office = await opened();
    const { card } = await office.as('an').say('nghỉ phép');
    assertGoodCard(card);
    const check = actionsOf(card).find(({ verb }) => verb === 'leave.save');
    const shown = await office.as('an').click('leave.save', { ...check?.data, from: '2026-11-20', to: '2026-11-20' });
    assert.match(shown.text, /Ngày 20\/11\/2026/);
  });

  it('whoever is on it is reminded of nothing', async () => {
    const office = await opened();
    await seedDossier(office, 'an', { state: 'draft' });
    await take(office, 'an', 'tôi nghỉ đến 10/12');
    assert.equal((await recordOf(office, 'an')).status, 'onLeave');
    assert.match((await office.as('office').say('nhân sự')).text, /1/);
  });

  describe('refuses, and writes nothing', () => {
    for (const [words, code] of [
      ['tôi nghỉ từ 31/11 đến 05/12', 'LEAVE_DATES'],
      ['tôi nghỉ từ 20/11/2026 đến 10/11/2026', 'LEAVE_ORDER'],
      ['tôi nghỉ từ 01/11 đến 10/11', 'LEAVE_PAST'],
      ['tôi nghỉ từ 20/11/2026 đến 25/11/2028', 'LEAVE_LONG'],
      ['tôi nghỉ từ 20/11/2569', 'DATE_BUDDHIST'],
    ] as const)
      it(`“${words}”: ${code}`, async () => {
        const office = await opened();
        await assert.rejects(office.as('an').say(words), (error: Record<string, unknown>) => {
          assert.equal(error.code, code);
          assert.equal((error.show as { page: string }).page, 'leave.show');
          return true;
        });
        assert.deepEqual(await stateOf(office, 'an'), ['active', null, null]);
      });
    it('a second while one is under way, an empty form, and forged cards', async () => {
      const office = await opened({ an: { status: 'onLeave', statusFrom: '2026-11-01', statusTo: '2026-11-20' } });
      await assert.rejects(office.as('an').say('tôi nghỉ từ 01/12 đến 05/12'), { code: 'LEAVE_SECOND' });
      await assert.rejects(office.as('an2').click('leave.save', { confirm: 'yes' }), { code: 'LEAVE_DATES' });
      await assert.rejects(
        office.as('an2').click('leave.save', { from: '2026-11-20', person: person('an'), confirm: 'yes' }),
        { code: 'OFFICE_ONLY' },
      );
      await assert.rejects(office.as('an2').click('leave.end', { person: person('an') }), { code: 'OFFICE_ONLY' });
      assert.deepEqual(await stateOf(office, 'an'), ['onLeave', '2026-11-01', '2026-11-20']);
      assert.deepEqual(await stateOf(office, 'an2'), ['active', null, null]);
    });
  });
});
