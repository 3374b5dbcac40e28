import assert from 'node:assert/strict';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, type Office, openOffice } from '../../support/office.ts';

const draft = {
  title: 'Ngày hội việc làm lưu động xã Diên Khánh',
  text: 'Tư vấn, giới thiệu việc làm cho thanh niên.',
  place: 'Nhà văn hóa xã',
  date: '2026-11-14',
  time: '07:30',
  answerBy: '2026-11-12',
};
const post = (office: Office, form: string, more: object = {}) =>
  office.as('thao').click('call.post', { ...draft, ...more, formId: form, confirm: 'yes' });
const second = { title: 'Hiến máu tình nguyện', date: '2026-11-21', answerBy: '2026-11-20' };

const typed = [
  ...[
    'Tham gia',
    'tham gia.',
    'THAM GIA',
    'tôi tham gia',
    'toi tham gia ạ',
    'em tham gia',
    'Không tham gia',
    'khong tham gia',
  ],
  ...[
    'đăng ký',
    'dang ky',
    'Đăng ký tham gia',
    'Có thể tham gia',
    'không tham gia được',
    'Take part',
    'not taking part',
  ],
];

describe('an answer to a call, typed as a message', () => {
  for (const text of typed)
    it(`“${text}” leads to the one call there is, and answers nothing without the click`, async () => {
      const office = await openOffice();
      await post(office, 'form123456');
      const answer = await office.as('an').say(text);
      assert.deepEqual(answer.show, {
        page: 'calls.invite',
        params: { call: 'call:form123456', person: 'person:an' },
      });
      assert.deepEqual(await office.dump('answer'), []);
    });
  it('shows what was answered, and what can be changed', async () => {
    const office = await openOffice();
    await post(office, 'form123456');
    await office.as('an').click('call.answer', { call: 'call:form123456', answer: 'yes' });
    const answer = await office.as('an').say('không tham gia');
    assert.match(answer.text, /Câu trả lời: Tham gia/);
    assert.deepEqual(
      actionsOf(answer.card).flatMap(({ verb, data }) => (verb === 'call.answer' ? [data.answer] : [])),
      ['maybe', 'no'],
    );
  });
  it('with several calls lists them with one’s own answers, the soonest first, and each opens its card', async () => {
    const office = await openOffice();
    await post(office, 'form222222', second);
    await post(office, 'form111111');
    await office.as('an').click('call.answer', { call: 'call:form222222', answer: 'maybe' });
    const list = await office.as('an').say('tham gia');
    assert.equal(list.show.page, 'calls.current');
    assertGoodCard(list.card);
    const rows = actionsOf(list.card).filter(({ verb }) => verb === 'todo.open');
    assert.deepEqual(
      rows.map(({ data }) => data.id),
      ['call:form111111', 'call:form222222'],
    );
    assert.match(list.text, /07:30 ngày 14\/11\/2026 · Chưa trả lời · đăng ký đến hết 12\/11\/2026/);
    assert.match(list.text, /21\/11\/2026 · Có thể tham gia/);
    const opened = await office.as('an').click('todo.open', rows[0]?.data);
    assert.equal(opened.show.page, 'calls.invite');
  });
  it('after the registration, until the day itself, says on the card that its time is over', async () => {
    const office = await openOffice();
    await post(office, 'form123456');
    office.set('2026-11-13T09:00:00');
    const late = await office.as('an').say('tham gia');
    assert.match(late.text, /Đã hết thời gian đăng ký/);
    assert.deepEqual(
      actionsOf(late.card).filter(({ verb }) => verb === 'call.answer'),
      [],
    );
    office.set('2026-11-14T08:00:00');
    const past = await office.as('an').say('tham gia');
    assert.match(past.text, /Hiện không có lời kêu gọi nào gửi tới anh\/chị/);
  });
  it('of whom no call concerns says so; whoever answered in the channel is concerned', async () => {
    const office = await openOffice();
    await post(office, 'form123456');
    const none = await office.as('an2').say('tham gia');
    assert.match(none.text, /Hiện không có lời kêu gọi nào/);
    assertGoodCard(none.card);
    await office.as('an2').click('call.answer', { call: 'call:form123456', answer: 'yes' });
    assert.equal((await office.as('an2').say('tham gia')).show.page, 'calls.invite');
  });
  it('in a channel is answered with the way: a button of the card there, or one’s own chat', async () => {
    const office = await openOffice();
    await post(office, 'form123456');
    const place = {
      kind: 'channel',
      isPrivate: false,
      conversationId: '19:youth',
      serviceUrl: 'http://127.0.0.1/',
    } as const;
    const channel = { ...place, teamId: '19:team', channelName: 'Chi đoàn', botId: '28:bot' };
    await assert.rejects(office.as('an').say('tham gia', channel), { code: 'CALL_ON_CARD' });
  });
  it('“không tham gia xét” is of the dossier', async () => {
    const office = await openOffice();
    await post(office, 'form123456');
    await assert.rejects(office.as('an').say('không tham gia xét'), { code: 'NO_ROUND' });
  });
  it('the title of a call leads its members to the call, and its organiser to the answers', async () => {
    const office = await openOffice();
    await post(office, 'form123456');
    assert.equal((await office.as('an').say(draft.title)).show.page, 'calls.invite');
    assert.equal((await office.as('thao').say(draft.title)).show.page, 'calls.show');
    assert.notEqual((await office.as('an2').say(draft.title)).show.page, 'calls.invite');
  });
});
