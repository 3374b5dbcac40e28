import assert from 'node:assert/strict';
import { create } from '../../../src/ports/documents.ts';
import { addressId, addressRecord } from '../../../src/records/address.ts';
import { answerId, answerRecord } from '../../../src/records/call.ts';
import { personId } from '../../../src/records/person.ts';
import { callDraft, postCall } from '../../support/a-call.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { type Office, openOffice, person, scope, textOf } from '../../support/office.ts';

const call = `call:${callDraft.formId}`;
const place = {
  kind: 'channel',
  isPrivate: true,
  conversationId: '19:youth',
  serviceUrl: 'http://127.0.0.1/',
  teamId: '19:team',
  channelName: 'Chi đoàn',
  botId: '28:bot',
} as const;
/** As long as Teams' own ids are. */
const userIdOf = (owner: string): string => `29:1${owner.replace(/\W/g, '-').padEnd(112, 'x')}`;

async function know(office: Office, ...owners: readonly string[]): Promise<void> {
  const way = { conversationId: 'a:1', serviceUrl: 'http://127.0.0.1/', botId: '28:bot', teamId: '', channelName: '' };
  const kept = { ...way, reachable: 'yes' as const, reason: '', at: '2026-11-01T00:00:00.000Z' };
  for (const owner of owners)
    await office.store.commit(scope.unit, [
      create(addressRecord, scope, addressId(owner), { ...kept, owner, userId: userIdOf(owner) }),
    ]);
}
/** So many others have answered, one after the other. */
async function crowd(office: Office, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, i) => personId(`m${String(i).padStart(3, '0')}`));
  for (const [i, id] of ids.entries()) {
    const at = `2026-11-01T00:00:${String(i % 60).padStart(2, '0')}.${String(i).padStart(3, '0')}Z`;
    await office.store.commit(scope.unit, [
      create(answerRecord, scope, answerId(call, id), { call, person: id, answer: 'yes', at }),
    ]);
  }
  return ids;
}
async function userIds(office: Office): Promise<string[]> {
  const { refresh } = (await office.channelPage('youth', 'calls.channel', { call }))?.card ?? {};
  return (refresh as { userIds: string[] }).userIds;
}

describe('the card of a call in a channel', () => {
  it('is asked for anew by whoever has answered and is known in Teams, the last first: to others there is nothing else to say', async () => {
    const office = await openOffice();
    await postCall(office);
    await know(office, ...['an', 'thao', 'on', 'office'].map(person));
    assert.deepEqual(await userIds(office), []);
    await office.as('thao').click('call.answer', { call, answer: 'yes' });
    office.set('2026-11-02T09:01:00');
    await office.as('on').click('call.answer', { call, answer: 'no' });
    office.set('2026-11-02T09:02:00');
    await office.as('hniê').click('call.answer', { call, answer: 'no' });
    assert.deepEqual(await userIds(office), ['on', 'thao'].map(person).map(userIdOf));
  });
  it('names sixty at the most, and leaves out the first of those who have answered', async () => {
    const office = await openOffice();
    await postCall(office);
    await know(office, ...(await crowd(office, 70)), person('thao'));
    assert.equal((await userIds(office)).length, 60);
    await office.as('thao').click('call.answer', { call, answer: 'yes' });
    const named = await userIds(office);
    assert.equal(named[0], userIdOf(person('thao')));
    assert.deepEqual([named.length, new Set(named).size], [60, 60]);
  });
  it('stays a good card with sixty names and the longest words', async () => {
    const office = await openOffice();
    const long = { title: 'Ứ'.repeat(200), text: 'Ộ'.repeat(1_500), place: 'Ẵ'.repeat(200) };
    await office.as('thao').click('call.post', { ...callDraft, ...long, confirm: 'yes' });
    await know(office, ...(await crowd(office, 60)));
    const shown = await office.channelPage('youth', 'calls.channel', { call });
    assert.equal((await userIds(office)).length, 60);
    assertGoodCard(shown?.card ?? {});
  });
  it('answers a click with the clicker’s own card; where the answer is posted for all to read, with the shared one', async () => {
    const office = await openOffice();
    await postCall(office);
    const mine = await office.as('an').click('call.answer', { call, answer: 'yes' }, place);
    assert.match(mine.text, /Câu trả lời của anh\/chị: Tham gia \(lúc .*\)\. Chỉ anh\/chị thấy dòng này\./);
    assertGoodCard(mine.card);
    const posted = await office
      .as('an')
      .click('call.answer', { call, answer: 'maybe' }, { ...place, isPrivate: false });
    assert.doesNotMatch(posted.text, /Câu trả lời của anh/);
    assert.match(posted.text, /0\nTham gia\n1\nCó thể tham gia/);
    // The same from the menu of the message.
    const chosen = await office.as('an').click('call.own', { call }, place);
    assert.match(chosen.text, /Câu trả lời của anh\/chị: Có thể tham gia/);
    const shared = await office.as('an').click('call.own', { call }, { ...place, isPrivate: false });
    assert.doesNotMatch(shared.text, /Câu trả lời của anh/);
    assert.equal((await office.as('an').click('call.own', { call })).show.page, 'calls.invite');
  });
  it('says to each reader that answers are taken no more, and still what theirs was', async () => {
    const office = await openOffice();
    await postCall(office);
    await office.as('an').click('call.answer', { call, answer: 'yes' });
    await office.as('thao').click('call.close', { call, confirm: 'yes' });
    const { text, card } = await office.as('an').click('call.own', { call }, place);
    assert.match(text, /đã đóng đăng ký trước hạn[\s\S]*Câu trả lời của anh\/chị: Tham gia/);
    assert.doesNotMatch(JSON.stringify(card), /call\.answer/);
    const shown = await office.channelPage('youth', 'calls.channel', { call });
    assert.doesNotMatch(textOf(shown?.card), /Câu trả lời của anh/);
  });
});
