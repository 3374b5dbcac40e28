import assert from 'node:assert/strict';
import { actionsOf, type Office, openOffice } from '../support/office.ts';
import { codeOf } from '../support/refusal.ts';

const launch = { number: '05', issuedOn: '15/06/2023', confirm: 'yes' };

/** Both at once, by one person. */
const twice = (office: Office, who: string, verb: string, data: object) =>
  Promise.all([office.as(who).click(verb, data), office.as(who).click(verb, data)]);

describe('two clicks at the same instant', () => {
  it('launch once, and both are told so; a colleague is told who was quicker', async () => {
    const office = await openOffice();
    const both = await twice(office, 'office', 'announce.launch', { ...launch, formId: 'form1' });
    assert.deepEqual(
      both.map(({ remark }) => remark?.key),
      ['campaign.launched', 'campaign.launched'],
    );
    const other = office.as('secretary').click('announce.launch', { ...launch, formId: 'form2' });
    assert.equal(await codeOf(other), 'ALREADY_LAUNCHED');
  });

  it('of two officers: one launches, the other reads who did', async () => {
    const office = await openOffice();
    const done = await Promise.allSettled([
      office.as('office').click('announce.launch', { ...launch, formId: 'form1' }),
      office.as('secretary').click('announce.launch', { ...launch, formId: 'form2' }),
    ]);
    const refused = done.flatMap((d) => (d.status === 'rejected' ? [d.reason as { code: string }] : []));
    assert.deepEqual(
      refused.map(({ code }) => code),
      ['ALREADY_LAUNCHED'],
    );
  });

  it('open a round, change the language, post, answer and close a call: each once, each answered alike', async () => {
    const office = await openOffice();
    await office.as('office').click('announce.launch', { ...launch, formId: 'form1' });
    const call = {
      title: 'Ngày hội',
      text: 'Tham gia',
      place: 'Nha Trang',
      date: '14/11/2026',
      time: '07:30',
      answerBy: '10/11/2026',
    };
    const id = 'call:form123456';
    for (const [who, verb, data] of [
      ['office', 'round.open', { round: 'annual-2026', confirm: 'yes' }],
      ['an', 'language.save', { locale: 'en' }],
      ['thao', 'call.post', { ...call, formId: 'form123456', confirm: 'yes' }],
      ['an', 'call.answer', { call: id, answer: 'yes' }],
      ['thao', 'call.close', { call: id, confirm: 'yes' }],
    ] as const) {
      const both = await twice(office, who, verb, data);
      assert.deepEqual(
        both.map(({ remark }) => remark?.tone),
        ['good', 'good'],
        verb,
      );
      assert.equal(new Set(both.map(({ show }) => JSON.stringify(show))).size, 1, verb);
    }
    assert.equal(
      (await office.dump('audit')).filter((d) => (d.data as { command: string }).command === 'call.post').length,
      1,
    );
    assert.ok(actionsOf((await office.as('an').page('start.help'))?.card).length > 0);
  });
});
