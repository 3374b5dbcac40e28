import assert from 'node:assert/strict';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { decode } from '../../../src/ports/documents.ts';
import { planRecord, planRecordId } from '../../../src/records/campaign.ts';
import { roundRecord } from '../../../src/records/round.ts';
import { afterCouncil, confirmation, forwarded, id, recommended, revoked } from '../../support/after-council.ts';
import { dossier, round } from '../../support/before-council.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { launch } from '../campaign/launching.ts';
import { set, typing } from '../settings/setting.ts';

const province = {
  'value-name': 'Khen thưởng cấp tỉnh',
  'value-award': 'Bằng khen',
  'value-authority': 'Chủ tịch Ủy ban nhân dân tỉnh',
};
const withProvince = (plan: Plan): Plan => ({
  ...plan,
  levels: [
    {
      id: 'higher',
      name: 'Khen thưởng cấp tỉnh',
      award: 'Bằng khen',
      authority: [{ from: '2023-01-01', value: 'Chủ tịch Ủy ban nhân dân tỉnh', source: '' }],
      periodicity: '',
    },
    ...plan.levels,
  ],
});
/** As after any council, but An is recommended for the province's level. */
async function found(): Promise<Office> {
  const office = await afterCouncil({ plan: withProvince });
  await dossier(office, person('an2'), recommended('higher'));
  return office;
}
const answer = { rev: '2', result: 'awarded', number: '1203/QĐ-UBND', issuedOn: '2026-12-12' };

describe('a level above the parent department (R-082)', () => {
  it('is set by card, and is one to ask for in the rounds that are opened from its day on', async () => {
    const office = await openOffice();
    await launch(office);
    assert.match(await set(office, 'higherLevel', province), /Khen thưởng cấp tỉnh: Bằng khen, Chủ tịch/);
    await office.as('office').click('round.open', { round, confirm: 'yes' });
    const stored = (await office.store.query({ unit: scope.unit, type: 'round', limit: 5 })).items[0];
    const { planVersion } = decode(roundRecord, stored ?? assert.fail()).data;
    const kept = (await office.store.get(scope.unit, planRecordId(planVersion))) ?? assert.fail();
    assert.deepEqual(
      decode(planRecord, kept).data.plan.levels.map((level) => [level.id, level.award]),
      [
        ['higher', 'Bằng khen'],
        ['so', 'Giấy khen'],
        ['unit', 'Giấy khen'],
      ],
    );
    const sheet = await office.as('an').page('assess.sheet', { round, candidate: person('an') });
    assert.match(JSON.stringify(sheet?.card), /Khen thưởng cấp tỉnh \(Bằng khen\)/);
    const asked = await office.as('an').say('quy chế');
    assertGoodCard(asked.card);
  });
  it('is taken away again by three empty fields; one alone is refused by its name', async () => {
    const office = await openOffice();
    await launch(office);
    const half = { 'value-name': 'Cấp tỉnh', 'value-award': '', 'value-authority': 'Chủ tịch' };
    const data = await typing(office, 'higherLevel', half);
    await assert.rejects(
      office.as('office').click('settings.save', data),
      (error: { code?: string }) => error.code === 'SETTING_EMPTY',
    );
    await set(office, 'higherLevel', province);
    office.set(office.now.plus({ days: 1 }).toISO() ?? '');
    const none = { 'value-name': '', 'value-award': '', 'value-authority': '' };
    assert.match(await set(office, 'higherLevel', none), /Chưa nhập|chưa nhập/);
  });
  it('is asked for with what it gives, through the parent department, and its answer is its own decision', async () => {
    const office = await found();
    const asked = await office.as('office').click('decide.forward', { round });
    assertGoodCard(asked.card);
    assert.match(asked.text, /Đề nghị Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen cho 01 cá nhân/);
    assert.match(asked.text, /Đề nghị Giám đốc Sở Nội vụ tặng Giấy khen cho 02 cá nhân/);
    await forwarded(office);
    const told = await office.as('an2').page('results.forwarded', { submission: `submission:${round}:1` });
    assert.match(textOf(told?.card), /Giám đốc Sở Nội vụ/);
    const reply = await office.as('office').page('decide.reply', { nomination: id('an2') });
    assertGoodCard(reply?.card ?? assert.fail());
    assert.match(JSON.stringify(reply?.card), /"value":"higher"/);
    const { text } = await office.as('office').click('decide.answer', { nomination: id('an2'), ...answer });
    assert.match(text, /được tặng Bằng khen/);
    await office.as('office').click('decide.answer', { nomination: id('thao'), ...answer, number: '77/QĐ-SNV' });
    const decisions = await office.dump('decision');
    assert.deepEqual(
      decisions.map(({ data }) => (data as { level: string }).level),
      ['higher', 'so'],
    );
    for (const { id: decision } of decisions) {
      const data = await confirmation(office, 'office', 'publish.results', { round, decision });
      await office.as('office').click('publish.results', data);
    }
    await office.runDue();
    const notice = await office.as('an2').page('results.notice', { decision: decisions[0]?.id ?? '' });
    assert.match(textOf(notice?.card), /Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen cho/);
    assert.match(notice?.summary ?? '', /Bằng khen/);
    const channel = await office.as('an2').page('results.channel', { decision: decisions[0]?.id ?? '', page: '0' });
    assert.match(textOf(channel?.card), /tặng Bằng khen cho 01 cá nhân/);
    await revoked(office, id('an2'), '1300/QĐ-UBND');
    const taken = await office.as('an2').page('results.revoked', { decision: `decision:${round}:3` });
    assert.match(textOf(taken?.card), /quyết định tặng Bằng khen .* bị hủy bỏ/);
  });
  it('may be answered by the parent department instead; a level that does not answer is refused', async () => {
    const office = await found();
    await forwarded(office);
    const send = (level: string) =>
      office.as('office').click('decide.answer', { nomination: id('an2'), ...answer, level });
    for (const level of ['unit', 'x'])
      await assert.rejects(send(level), (error: { code?: string }) => error.code === 'NO_SUCH_LEVEL');
    assert.match((await send('so')).text, /được tặng Giấy khen/);
    const decisions = await office.dump('decision');
    assert.deepEqual(
      decisions.map(({ data }) => (data as { level: string }).level),
      ['so'],
    );
  });
});
