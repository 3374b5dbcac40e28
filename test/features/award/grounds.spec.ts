import assert from 'node:assert/strict';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import {
  afterCouncil,
  agreed,
  confirmation,
  decisionOne,
  forwarded,
  id,
  published,
  recording,
  revocationAsked,
} from '../../support/after-council.ts';
import { dossier, round, sessionOne } from '../../support/before-council.ts';
import { type Office, person, textOf } from '../../support/office.ts';

const law = '06/2026/QH16';
const flagged =
  /cần đối chiếu với Công báo, văn thư trước khi (ký|gửi đi): [^\n]*Chỉ thị số 14\/CT-UBND ngày 22\/07\/2022/i;
const checked = (plan: Plan): Plan => ({ ...plan, legalBasis: plan.legalBasis.map((text) => ({ ...text, note: '' })) });
const wordsOn = async (office: Office, key: string, page: string, params: Record<string, string>): Promise<string> => {
  const shown = await office.as(key).page(page, params);
  assert.ok(shown, `${key} is shown nothing by ${page}`);
  return textOf(shown.card);
};
const submitted = (at: string) => ({ submitted: { by: person('hniê'), at } });
const found = { session: sessionOne, level: 'unit', agree: 5, disagree: 0, note: '', outstanding: null };
const recommended = { state: 'recommended' as const, council: found };

describe('the law that a paper rests on', () => {
  it('goes by the day on which each dossier was sent, across the day a law came into force', async () => {
    const office = await afterCouncil();
    const late = '2026-09-30T16:59:59.000Z';
    await dossier(office, person('hniê'), { ...recommended, ...submitted(late) });
    await dossier(office, person('vice'), { ...recommended, ...submitted('2026-09-30T17:00:00.000Z') });
    const caseOf = (key: string) => wordsOn(office, 'office', 'decide.case', { nomination: id(key) });
    assert.ok(!(await caseOf('hniê')).includes(law), 'sent on 30 September');
    assert.ok((await caseOf('hniê')).includes('06/2022/QH15'));
    assert.ok((await caseOf('vice')).includes(`Luật số ${law}`), 'sent on 1 October');
    assert.ok(!(await caseOf('vice')).includes('với hồ sơ nhận từ'));
    const together = await wordsOn(office, 'director', 'decide.agreement', { round });
    assert.match(together, /Luật số 06\/2026\/QH16 ngày 23\/04\/2026 \(với hồ sơ nhận từ ngày 01\/10\/2026\)/);
    const data = await confirmation(office, 'director', 'decide.agree', { round, level: 'unit' });
    await office.as('director').click('decide.agree', { ...data, agreed: id('hniê') });
    for (const page of ['decide.decision', 'decide.paper'])
      assert.ok(!(await wordsOn(office, 'office', page, { decision: decisionOne })).includes(law), page);
  });

  it('and everything else by the day that the paper bears, also while it is being typed and corrected', async () => {
    const renamed = (plan: Plan): Plan => ({
      ...plan,
      levels: plan.levels.map((level) => ({
        ...level,
        authority: [...level.authority, { from: '2026-12-14', value: 'Thẩm quyền mới', source: 'văn bản mới' }],
      })),
    });
    const office = await afterCouncil({ plan: renamed });
    await agreed(office);
    office.set('2026-12-15T09:00:00');
    await office.as('office').click('decide.record', recording({ issuedOn: '2026-12-13' }));
    assert.ok(!(await wordsOn(office, 'office', 'decide.paper', { decision: decisionOne })).includes('Thẩm quyền mới'));
    const typed = { number: '05', issuedOn: '14/12/2026' };
    const again = await office.as('office').page('decide.paper', { decision: decisionOne }, typed);
    assert.ok(textOf(again?.card).includes('Thẩm quyền mới'));
  });
});

describe('a date that nobody has checked', () => {
  it('is flagged wherever something that rests on it is signed or issued: minutes, agreement, papers, publication, revocation', async () => {
    const office = await afterCouncil();
    const at = async (key: string, page: string, params: Record<string, string>) =>
      assert.match(await wordsOn(office, key, page, params), flagged, page);
    await at('secretary', 'council.minutes', { session: sessionOne });
    await at('director', 'decide.agreement', { round });
    await at('office', 'decide.forwarding', { round });
    await agreed(office);
    await at('office', 'decide.decision', { decision: decisionOne });
    await at('office', 'decide.paper', { decision: decisionOne });
    await office.as('office').click('decide.record', recording());
    await at('office', 'publish.preview', { decision: decisionOne });
    const signed = await wordsOn(office, 'office', 'decide.decision', { decision: decisionOne });
    assert.doesNotMatch(signed, flagged, 'signed already');
    const corrected = await wordsOn(office, 'office', 'decide.paper', { decision: decisionOne });
    assert.doesNotMatch(corrected, flagged, 'signed already, and its number corrected');
    const minutes = { session: sessionOne, rev: '1', number: '03', issuedOn: '2026-12-04', chair: '', secretary: '' };
    await office.as('secretary').click('council.recordMinutes', minutes);
    assert.doesNotMatch(await wordsOn(office, 'secretary', 'council.minutes', { session: sessionOne }), flagged);
    const taken = await afterCouncil();
    await published(taken);
    const decision = await revocationAsked(taken, id('an'));
    assert.match(await wordsOn(taken, 'director', 'decide.revocationAgreement', { decision }), flagged);
  });
  it('is no matter of what was sent up, and the parent department’s to look to on its own paper', async () => {
    const office = await afterCouncil();
    await forwarded(office);
    const [sent] = await office.dump('submission');
    const submission = await wordsOn(office, 'office', 'decide.submission', { submission: sent?.id ?? '' });
    assert.doesNotMatch(submission, flagged, 'sent already');
    const given = { nomination: id('thao'), rev: '2', result: 'awarded', number: '77/QĐ-SNV', issuedOn: '2026-12-12' };
    await office.as('office').click('decide.answer', given);
    for (const page of ['decide.decision', 'decide.paper'])
      assert.doesNotMatch(await wordsOn(office, 'office', page, { decision: decisionOne }), /Căn cứ pháp lý|Công báo/);
  });
  it('is flagged nowhere once it is checked', async () => {
    const office = await afterCouncil({ plan: checked });
    for (const [key, page, params] of [
      ['secretary', 'council.minutes', { session: sessionOne }],
      ['director', 'decide.agreement', { round }],
      ['office', 'decide.forwarding', { round }],
    ] as const)
      assert.doesNotMatch(await wordsOn(office, key, page, params), /cần đối chiếu/i, page);
  });
  it('is told to nobody but those who draw up, decide and publish', async () => {
    const office = await afterCouncil();
    await published(office);
    for (const owed of await office.owed()) {
      if (!owed.data.to.startsWith('person:') && !owed.data.to.startsWith('channel:')) continue;
      if (['director', 'office', 'officeHead', 'secretary'].includes(owed.to)) continue;
      const shown = await office
        .as(owed.to.startsWith('channel:') ? 'an' : owed.to)
        .page(owed.data.show.page, owed.data.show.params);
      assert.doesNotMatch(textOf(shown?.card), /cần đối chiếu/i, `${owed.data.kind} to ${owed.to}`);
    }
  });
});
