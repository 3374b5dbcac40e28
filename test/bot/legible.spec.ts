import assert from 'node:assert/strict';
import { actionsOf, openOffice } from '../support/office.ts';
import { refusal } from '../support/refusal.ts';
import { round, seedRound } from '../support/seed-round.ts';

const halves = ['\ud83d', '\ude00', '\u0000', '\u0007', '\ufffe', '\u{1ffff}'];
const draft = { formId: 'form123456', date: '14/11/2026', time: '07:30', answerBy: '12/11/2026', place: 'Nhà văn hóa' };

describe('text at the door', () => {
  it('half characters, control characters and what is no character are never stored', async () => {
    for (const half of halves) {
      const office = await openOffice();
      await seedRound(office);
      const text = `Tư vấn${half} việc làm🎉`;
      await office.as('an').click('assess.save', { round, criterion: 'CN1', rating: 'met', words: text });
      await office.as('thao').click('call.post', { ...draft, title: text, text, confirm: 'yes' });
      const stored = JSON.stringify([await office.dump('assessment'), await office.dump('call')]);
      assert.ok(stored.includes('Tư vấn việc làm🎉'), JSON.stringify(half));
      assert.ok(!/\p{Cs}/u.test(stored));
      assert.equal(stored.match(/Tư vấn[^ ]/), null);
    }
  });

  it('letters that were lost on the way are refused where they are, and nothing is changed', async () => {
    const office = await openOffice();
    await seedRound(office);
    const before = await office.dump('audit');
    const words = 'Đã tham gia ngày hội việc l\ufffdm lưu động tại xã Diên Khánh';
    const error = await refusal(
      office.as('an').click('assess.save', { round, criterion: 'CN1', rating: 'met', words }),
    );
    assert.equal(error.code, 'TEXT_BROKEN');
    assert.deepEqual(error.facts, { near: 'y hội việc l\ufffdm lưu động ' });
    assert.deepEqual(await office.dump('audit'), before);
  });

  it('what is no text, and ids, pass as they are', async () => {
    const office = await openOffice();
    const compose = await office.as('thao').say('vận động\ud83d');
    assert.ok(actionsOf(compose.card).length > 0);
    for (const data of [null, 7, ['x'], 'x'])
      assert.equal((await refusal(office.as('thao').click('call.post', data))).code, 'BAD_CARD');
  });
});
