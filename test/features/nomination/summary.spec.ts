import assert from 'node:assert/strict';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, everyoneBut, type Office, openOffice, person, valuesOf } from '../../support/office.ts';
import { codeOf, wayBack } from '../../support/refusal.ts';
import { changeNomination, nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';
import { press } from '../roster/one/a-person.ts';

const id = `nomination:${round}:${person('an')}`;
const summary = 'Tư vấn cho 420 lượt người, kết nối việc làm cho 215 lao động, vượt 12% kế hoạch năm.';

async function ready(): Promise<Office> {
  const office = await openOffice({ now: '2026-11-12T11:00:00' });
  await seedRound(office);
  await seedDossier(office, 'an', { wish: 'asks', state: 'draft' });
  return office;
}
async function sends(office: Office, typed?: Record<string, string>) {
  const { card } = await office.as('an').click('nomination.submit', { round });
  assertGoodCard(card);
  const send = actionsOf(card).find(({ verb, data }) => verb === 'nomination.submit' && data.confirm === 'yes');
  return office.as('an').click('nomination.submit', { ...send?.data, ...typed });
}
const kept = async (office: Office) => (await nominationOf(office, id)).data.summary;
const rev = async (office: Office) => String((await nominationOf(office, id)).rev);

describe('a summary of the achievement', () => {
  it('is asked for where a dossier is sent, may be left out, and stands in the form again when it is sent anew', async () => {
    const office = await ready();
    await sends(office, { summary: `  ${summary} ` });
    assert.equal(await kept(office), summary);
    await changeNomination(office, id, { state: 'draft' });
    const { card } = await office.as('an').click('nomination.submit', { round });
    assert.equal(valuesOf(card).summary, summary);
    const other = await ready();
    await sends(other, { summary: '' });
    assert.equal(await kept(other), '');
    // A card that was drawn before it was asked for still sends.
    const before = await ready();
    await sends(before);
    assert.equal(await kept(before), undefined);
  });
  it('has sixty words at most; what is longer is kept in the form, and nothing is sent', async () => {
    const office = await ready();
    await sends(office, { summary: Array.from({ length: 60 }, () => 'từ').join(' ') });
    const other = await ready();
    const long = Array.from({ length: 61 }, () => 'từ').join('\n');
    const back = await wayBack(sends(other, { summary: long }));
    assert.deepEqual([back.code, back.facts.count, back.typed?.summary], ['SUMMARY_LONG', 61, long]);
    assert.equal((await nominationOf(other, id)).data.state, 'draft');
    assert.equal(await codeOf(sends(other, { summary: 'x'.repeat(1201) })), 'SUMMARY_LONG');
  });
  it('is worded by the office until the council has the dossier before it, once for each click', async () => {
    const office = await ready();
    await sends(office, { summary });
    const opened = await office.as('office').click('intake.open', { nomination: id });
    assertGoodCard(opened.card);
    const form = await press(office, opened.card, 'intake.summarise');
    assertGoodCard(form.card);
    assert.equal(valuesOf(form.card).summary, summary);
    const done = await press(office, form.card, 'intake.summarise', { summary: 'Kết nối việc làm cho 215 lao động.' });
    assert.match(done.text, /Đã lưu tóm tắt/);
    assert.equal(await kept(office), 'Kết nối việc làm cho 215 lao động.');
    const now = await rev(office);
    await press(office, form.card, 'intake.summarise', { summary: 'Kết nối việc làm cho 215 lao động.' });
    assert.equal(await rev(office), now);
    const say = (who: string, more: object) =>
      office.as(who).click('intake.summarise', { nomination: id, rev: now, send: 'yes', summary: 'x', ...more });
    assert.equal(await codeOf(say('office', { rev: '1' })), 'ALREADY_DONE');
    assert.equal(await codeOf(say('office', { summary: 'từ '.repeat(61) })), 'SUMMARY_LONG');
    for (const who of everyoneBut('office', 'officeHead', 'secretary'))
      assert.equal(await codeOf(say(who, {})), 'OFFICE_ONLY', who);
    await changeNomination(office, id, { state: 'tabled' });
    assert.equal(await codeOf(say('office', { rev: await rev(office) })), 'WRONG_STATE');
    const tabled = await office.as('office').click('intake.open', { nomination: id });
    const read = await press(office, tabled.card, 'intake.summarise');
    assert.match(read.text, /Kết nối việc làm cho 215/);
    assert.ok(!actionsOf(read.card).some(({ title }) => title === 'Lưu tóm tắt'));
  });
});
