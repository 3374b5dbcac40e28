import assert from 'node:assert/strict';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, everyone, openOffice } from '../../support/office.ts';
import { channel } from '../campaign/launching.ts';

describe('help', () => {
  for (const word of ['trợ giúp', 'Hi', 'Hello', 'help', 'xin chào'])
    it(`“${word}” in a channel says what is done there, the same to everyone who reads along`, async () => {
      const office = await openOffice();
      const answers = await Promise.all(
        everyone.map((key) => office.as(key).say(`<at>Trợ lý</at> ${word}`, channel('Chung'))),
      );
      for (const { show, card, text } of answers) {
        assert.equal(show.page, 'start.channel');
        assertGoodCard(card);
        assert.equal(text, answers[0]?.text);
        assert.match(text, /Kênh\n.*Phòng Hành chính – Nghiệp vụ/);
        assert.match(text, /cuộc trò chuyện riêng/);
        assert.deepEqual(actionsOf(card), []);
      }
    });

  it('by the button below a refusal in a channel leads on as well', async () => {
    const office = await openOffice();
    await assert.rejects(office.as('an').say('hồ sơ', channel('Chung')), { code: 'PERSONAL_ONLY' });
    const answer = await office.as('an').click('help.show', {}, channel('Chung'));
    assert.equal(answer.show.page, 'start.channel');
  });

  it('in the personal chat lists what this person may do, and none of what is done in channels', async () => {
    const office = await openOffice();
    const listed = async (key: string) =>
      actionsOf((await office.as(key).say('trợ giúp')).card).map(({ data }) => data.command);
    assert.ok((await listed('office')).includes('launch'));
    assert.ok(!(await listed('an')).includes('launch'));
    assert.ok(!(await listed('office')).includes('channel'));
  });
});
