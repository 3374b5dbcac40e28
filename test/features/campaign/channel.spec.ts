import assert from 'node:assert/strict';
import { features } from '../../../src/features/features.ts';
import type { Place } from '../../../src/pipeline/context.ts';
import { actionsOf, openOffice } from '../../support/office.ts';
import { codeOf } from '../../support/refusal.ts';
import { round, seedDossier, seedRound } from '../../support/seed-round.ts';

const channel: Place = {
  kind: 'channel',
  isPrivate: false,
  conversationId: '19:channel',
  serviceUrl: 'http://127.0.0.1/',
  teamId: '19:team',
  channelName: 'Văn phòng',
  botId: '28:bot',
};
const verbs = features.flatMap((feature) => feature.verbs.map(({ verb }) => verb));
const call = {
  formId: 'form123456',
  title: 'Ngày hội việc làm',
  text: 'Tư vấn việc làm cho thanh niên',
  place: 'Nhà văn hóa',
  date: '14/11/2026',
  time: '07:30',
  answerBy: '10/11/2026',
  confirm: 'yes',
};

describe('a card verb that comes from a channel', () => {
  const open = ['call.answer', 'call.own', 'channel.bind', 'progress.show', 'help.show'];

  it('is refused before it reads or changes anything, but for the five that a channel is meant for', async () => {
    const office = await openOffice();
    await seedRound(office);
    await seedDossier(office, 'an', { state: 'submitted' });
    const before = await office.dump('audit');
    for (const verb of verbs.filter((name) => !open.includes(name))) {
      assert.equal(await codeOf(office.as('an').click(verb, {}, channel)), 'PERSONAL_ONLY', verb);
    }
    assert.deepEqual(await office.dump('audit'), before);
  });

  it('to answer a call is answered with the counts where everybody reads it, never with what the person chose', async () => {
    const office = await openOffice();
    await office.as('thao').click('call.post', call);
    const posted = (await office.dump('call'))[0]?.id ?? '';
    const answered = await office.as('an').click('call.answer', { call: posted, answer: 'no' }, channel);
    assert.equal(answered.show.page, 'calls.channel');
    assert.doesNotMatch(answered.text, /Câu trả lời(:| của anh)/);
    assert.match(
      (await office.as('an').click('call.answer', { call: posted, answer: 'no' })).text,
      /Câu trả lời: Không/,
    );
  });

  it('to see progress gives numbers, and opens no names there', async () => {
    const office = await openOffice();
    await seedRound(office);
    const shown = await office.as('office').click('progress.show', { round }, channel);
    assert.doesNotMatch(shown.text, /Nguyễn Văn An/);
    const names = actionsOf(shown.card).find(({ data }) => data.department !== undefined && data.department !== '');
    assert.ok(names);
    assert.equal(await codeOf(office.as('office').click('progress.show', names.data, channel)), 'PERSONAL_ONLY');
  });
});
