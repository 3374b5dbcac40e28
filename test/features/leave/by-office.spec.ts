import assert from 'node:assert/strict';
import type { AuditEvent } from '../../../src/records/audit.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, dept, everyoneBut, type Office, openOffice, person, textOf } from '../../support/office.ts';
import { codeOf, wayBack } from '../../support/refusal.ts';
import { seedDossier, seedRound } from '../../support/seed-round.ts';
import { change } from '../privacy/a-leaver.ts';
import { press } from '../roster/one/a-person.ts';

async function opened(now = '2026-11-30T16:55:00'): Promise<Office> {
  const office = await openOffice({ now });
  await seedRound(office);
  await seedDossier(office, 'an', { state: 'submitted' });
  return office;
}
const presence = async (office: Office, key: string) => {
  const { data } = (await office.dump('person')).find(({ id }) => id === person(key)) ?? {};
  const { status, statusFrom, statusTo } = data as Record<string, string | null>;
  return [status, statusFrom, statusTo];
};
const form = async (office: Office, key: string, who = 'office') => {
  const page = await office.as(who).click('roster.person', { person: person(key) });
  return (await press(office, page.card, 'leave.show', {}, who)).card;
};
const waits = async (office: Office, key: string) =>
  /1 hồ sơ chờ anh\/chị cho ý kiến/.test((await office.as(key).say('việc của tôi')).text);

describe('leave that the office records of somebody else', () => {
  it('is of a head who has fallen ill at 16:55 on 30 November: the deputy acts from the next click on, and is told', async () => {
    const office = await opened();
    assert.deepEqual([await waits(office, 'adviceHead'), await waits(office, 'adviceDeputy')], [true, false]);
    const card = await form(office, 'adviceHead');
    assertGoodCard(card);
    assert.match(textOf(card), /Đỗ Ăn[\s\S]*Hiện không ghi thời gian nghỉ nào/);
    const sure = await press(office, card, 'leave.save', { from: '2026-11-30', to: '' });
    assertGoodCard(sure.card);
    assert.match(sure.text, /Đỗ Ăn[\s\S]*Từ ngày 30\/11\/2026, chưa có ngày cuối[\s\S]*Trịnh Thị Ẩn thay cho ý kiến/);
    assert.deepEqual(await presence(office, 'adviceHead'), ['active', null, null], 'nothing before it is confirmed');
    const saved = await press(office, sure.card, 'leave.save');
    assert.match(saved.text, /Đã ghi thời gian nghỉ/);
    assert.deepEqual(await presence(office, 'adviceHead'), ['onLeave', '2026-11-30', null]);
    assert.equal(await waits(office, 'adviceDeputy'), true);
    assert.deepEqual(
      (await office.owed('leave.standIn')).map(({ to }) => to),
      ['adviceDeputy'],
    );
    const [event] = (await office.dump('audit'))
      .map(({ data }) => data as AuditEvent)
      .filter((e) => e.command === 'leave.save');
    assert.deepEqual([event?.actor, event?.subject], [person('office'), person('adviceHead')]);
    await press(office, sure.card, 'leave.save');
    assert.equal((await office.owed('leave.standIn')).length, 1, 'a second click tells nobody again');
  });
  it('ends by the office, too, and by themselves', async () => {
    const office = await opened('2026-11-20T09:00:00');
    for (const ends of ['office', 'adviceHead']) {
      const sure = await press(office, await form(office, 'adviceHead'), 'leave.save', {
        from: '2026-11-20',
        to: '2026-11-27',
      });
      await press(office, sure.card, 'leave.save');
      if (ends === 'office') {
        const { text } = await press(office, await form(office, 'adviceHead'), 'leave.end');
        assert.match(text, /Đã ghi nhận Đỗ Ăn trở lại làm việc/);
      } else await office.as('adviceHead').say('đã trở lại');
      assert.deepEqual(await presence(office, 'adviceHead'), ['active', null, null]);
      assert.equal(await waits(office, 'adviceHead'), true);
      office.set(office.now.plus({ minutes: 5 }).toISO() ?? '');
    }
  });
  it('of wrong days comes back to the form of the same person, with a reason that fits', async () => {
    const office = await opened('2026-11-20T09:00:00');
    const wrong = await wayBack(
      press(office, await form(office, 'an'), 'leave.save', { from: '2026-11-25', to: '2026-11-21' }),
    );
    assert.deepEqual(
      [wrong.code, wrong.show.page, wrong.show.params.person],
      ['LEAVE_ORDER', 'leave.show', person('an')],
    );
    const sure = await press(office, await form(office, 'an'), 'leave.save', { from: '2026-11-20', to: '' });
    await press(office, sure.card, 'leave.save');
    const second = await wayBack(press(office, await form(office, 'an'), 'leave.save', { from: '2026-12-01', to: '' }));
    assert.equal(second.code, 'LEAVE_SECOND_OF');
  });
  it('is the office’s to record, forged cards included; of whoever has left, is nobody or a department, there is none', async () => {
    const office = await opened('2026-11-20T09:00:00');
    const sure = await press(office, await form(office, 'an'), 'leave.save', { from: '2026-11-20', to: '' });
    const data = actionsOf(sure.card).find(({ verb }) => verb === 'leave.save')?.data ?? {};
    for (const who of everyoneBut('office', 'officeHead', 'secretary', 'an'))
      for (const [verb, of] of [
        ['leave.save', data],
        ['leave.show', { person: person('an') }],
        ['leave.end', { person: person('an') }],
      ] as const)
        assert.equal(await codeOf(office.as(who).click(verb, of)), 'OFFICE_ONLY', `${who} ${verb}`);
    assert.equal(await office.as('thao').page('leave.show', { person: person('an') }), null);
    assert.equal(
      await office.as('thao').page('leave.confirm', { person: person('an'), from: '2026-11-20', to: '' }),
      null,
    );
    for (const nobody of [dept('advice'), 'person:nobody'])
      assert.equal(
        await codeOf(office.as('office').click('leave.save', { ...data, person: nobody })),
        'NOTHING_TO_SHOW',
      );
    await change(office, 'an', { status: 'left', statusFrom: '2026-11-10' });
    assert.equal(await codeOf(office.as('office').click('leave.save', data)), 'PERSON_LEFT');
    assert.deepEqual(await presence(office, 'an'), ['left', '2026-11-10', null]);
  });
});
