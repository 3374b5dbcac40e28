import assert from 'node:assert/strict';
import { CodedError } from '../../../src/domain/errors.ts';
import { create } from '../../../src/ports/documents.ts';
import { addressId, addressRecord } from '../../../src/records/address.ts';
import type { Refresh } from '../../../src/records/mirror.ts';
import { callDraft, postCall } from '../../support/a-call.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { wayBack } from '../../support/refusal.ts';

const draft = callDraft;
const call = 'call:form123456';
const refused = (code: string) => (error: unknown) => error instanceof CodedError && error.code === code;

async function bindYouthChannel(office: Office): Promise<void> {
  const owner = 'channel:youth';
  const address = {
    owner,
    conversationId: '19:youth',
    serviceUrl: 'http://127.0.0.1/',
    userId: '',
    botId: '28:bot',
    teamId: '19:team',
    channelName: 'Chi đoàn',
    reachable: 'yes' as const,
    reason: '',
    at: '2026-11-01T00:00:00.000Z',
  };
  await office.store.commit(scope.unit, [create(addressRecord, scope, addressId(owner), address)]);
}
const post = postCall;

describe('calls: posting', () => {
  it('shows a preview first and records nothing', async () => {
    const office = await openOffice();
    const preview = await office.as('thao').click('call.post', draft);
    assert.equal(preview.show.page, 'calls.preview');
    assert.match(
      preview.text,
      /kêu gọi đoàn viên hưởng ứng .*tham gia Ngày hội việc làm lưu động xã Diên Khánh lúc 07:30 ngày 14\/11\/2026/,
    );
    assert.match(preview.text, /3 đoàn viên/);
    assert.deepEqual(await office.dump('call'), []);
    assertGoodCard(preview.card);
  });
  it('goes to the youth channel and to each member once, also after a second click', async () => {
    const office = await openOffice();
    await bindYouthChannel(office);
    await post(office);
    await office.runDue();
    await post(office);
    await office.runDue();
    assert.deepEqual(
      (await office.owed('call.channel')).map((d) => d.to),
      ['channel:youth'],
    );
    assert.deepEqual((await office.owed('call.invite')).map((d) => d.to).sort(), ['an', 'hniê', 'thao']);
    assert.equal((await office.dump('call')).length, 1);
  });
  it('without a bound channel says so and still reaches the members', async () => {
    const office = await openOffice();
    const answer = await post(office);
    assert.match(answer.text, /Chưa đăng lên kênh: chưa gắn kênh/);
    await office.runDue();
    assert.equal((await office.owed('call.invite')).length, 3);
  });
  it('the trade union calls its own members', async () => {
    const office = await openOffice();
    const answer = await office.as('on').click('call.post', { ...draft, confirm: 'yes' });
    assert.match(answer.text, /Công đoàn/);
    await office.runDue();
    assert.deepEqual(
      (await office.owed()).map((d) => d.to),
      ['on'],
    );
  });

  const wrong: [what: string, change: Partial<typeof draft>, code: string][] = [
    ['nothing typed', { title: ' ', text: '', place: '\u200b' }, 'CALL_MISSING'],
    ['10,000 characters', { text: 'x'.repeat(10_000) }, 'CALL_TOO_LONG'],
    ['a time that is none', { time: '25:00' }, 'CALL_DATE'],
    ['a date that is none', { date: '2026-02-30' }, 'CALL_DATE'],
    ['a year of the Buddhist calendar', { date: '14/11/2569' }, 'DATE_BUDDHIST'],
    ['a year that nobody can mean', { answerBy: '12/11/9026' }, 'DATE_YEAR'],
    ['years ahead', { date: '2028-01-01' }, 'CALL_TOO_FAR'],
    ['yesterday', { date: '2026-11-01', answerBy: '2026-11-01' }, 'CALL_PAST'],
    ['registration after the activity', { answerBy: '2026-11-15' }, 'CALL_ANSWER_BY'],
    ['registration in the past', { answerBy: '2026-11-01' }, 'CALL_ANSWER_BY'],
  ];
  for (const [what, change, code] of wrong) {
    it(`${what} → ${code}, typed text kept, nothing recorded, also with a forged confirmation`, async () => {
      const office = await openOffice();
      for (const confirm of [{}, { confirm: 'yes' }]) {
        await assert.rejects(office.as('thao').click('call.post', { ...draft, ...change, ...confirm }), (error) => {
          assert.ok(refused(code)(error), String(error));
          const { show } = error as { show?: { page: string; params: Record<string, string> } } & Error;
          assert.deepEqual([show?.page, show?.params.date], ['calls.compose', { ...draft, ...change }.date]);
          return true;
        });
      }
      assert.deepEqual(await office.dump('call'), []);
    });
  }
  for (const change of [
    { time: '07:30:00' },
    { time: '7:30 AM' },
    { time: '7h30' },
    { date: '14/11/2026', answerBy: '12-11-2026' },
    { date: '2026-11-14T00:00:00', answerBy: '2026-11-12' },
  ]) {
    it(`takes what other clients and people write, and gives it back as a form shows it: ${JSON.stringify(change)}`, async () => {
      const office = await openOffice();
      const preview = await office.as('thao').click('call.post', { ...draft, ...change });
      assert.match(preview.text, /07:30 ngày 14\/11\/2026/);
      const edit = actionsOf(preview.card).find(({ verb }) => verb === 'call.edit');
      const form = JSON.stringify((await office.as('thao').click('call.edit', edit?.data)).card);
      assert.match(form, /"type":"Input.Date","id":"date"[^}]*"value":"2026-11-14"/);
      assert.match(form, /"type":"Input.Time","id":"time"[^}]*"value":"07:30"/);
    });
  }
  it('keeps HTML, Markdown links and emoji as plain words, never in a TextBlock', async () => {
    const office = await openOffice();
    const nasty = '[bấm vào đây](https://evil.example) <b>đậm</b> 🎉 ${title}';
    const preview = await office.as('thao').click('call.post', { ...draft, title: nasty });
    const blocks =
      JSON.stringify(preview.card, (key, value) =>
        key === 'fallback' || key === 'fallbackText' ? undefined : value,
      ).match(/\{"type":"TextBlock"[^}]*\}/g) ?? [];
    assert.ok(blocks.every((block) => !block.includes('evil')));
    assert.match(textOf(preview.card), /\[bấm vào đây\]\(https:\/\/evil\.example\) <b>đậm<\/b> 🎉 \$\{title\}/);
  });
  it('is for those who speak for an organisation, whatever the card says', async () => {
    const office = await openOffice();
    for (const who of ['an', 'office', 'director']) {
      await assert.rejects(office.as(who).say('vận động'), refused('CALL_ROLE'));
      await assert.rejects(office.as(who).click('call.post', { ...draft, confirm: 'yes' }), refused('CALL_ROLE'));
    }
    await assert.rejects(
      office.as('thao').click('call.post', { ...draft, organisation: 'tradeUnion', confirm: 'yes' }),
      refused('CALL_ROLE'),
    );
    await assert.rejects(
      office.as('thao').click('call.post', { ...draft, formId: '../x', confirm: 'yes' }),
      refused('BAD_CARD'),
    );
    assert.deepEqual(await office.dump('call'), []);
  });
});

/** What somebody sees who answers when no answers are taken. */
async function answeredToo(office: Office): Promise<string> {
  const { show } = await wayBack(office.as('hniê').click('call.answer', { call, answer: 'yes' }));
  return textOf((await office.as('hniê').page(show.page, show.params))?.card);
}

describe('calls: answering', () => {
  it('counts follow, an answer may change, a double click counts once', async () => {
    const office = await openOffice();
    await post(office);
    await office.as('an').click('call.answer', { call, answer: 'yes' });
    await office.as('an').click('call.answer', { call, answer: 'yes' });
    const mine = await office.as('an').click('call.answer', { call, answer: 'maybe' });
    assert.match(mine.text, /Câu trả lời: Có thể tham gia/);
    await office.as('hniê').click('call.answer', { call, answer: 'yes' });
    const shown = await office.channelPage('youth', 'calls.channel', { call });
    const numbers = textOf(shown?.card).match(/^\d+$/gm);
    assert.deepEqual(numbers, ['1', '1', '0']);
    assert.doesNotMatch(textOf(shown?.card), /H'Hen|Nguyễn Văn An/);
    assert.equal((await office.dump('answer')).length, 2);
  });
  it('offers what was not answered yet, and recommends nothing more', async () => {
    const office = await openOffice();
    await post(office);
    for (const answer of ['yes', 'maybe', 'no']) {
      const { card } = await office.as('an').click('call.answer', { call, answer });
      const offered = actionsOf(card).filter(({ verb }) => verb === 'call.answer');
      assert.deepEqual(
        offered.map(({ data }) => data.answer),
        ['yes', 'maybe', 'no'].filter((other) => other !== answer),
      );
      assert.doesNotMatch(JSON.stringify(card), /"style":"positive"/);
    }
  });
  it('every answer makes the posted cards follow', async () => {
    const office = await openOffice();
    await post(office);
    await office.as('an').click('call.answer', { call, answer: 'yes' });
    await office.as('hniê').click('call.answer', { call, answer: 'yes' });
    const refreshes = (await office.dump('refresh')).map((d) => d.data as Refresh);
    const now = refreshes.filter(({ dueAt }) => dueAt < '2026-11-03');
    assert.equal(now.filter(({ subject }) => subject === call).length, 2);
    // Everybody's invitation shows the call, and only one's own answer.
    assert.deepEqual(
      now.filter(({ subject }) => subject === `${call}:invites`).map(({ to }) => to),
      [person('an'), person('hniê')],
    );
  });
  it('until the end of the last day, and not on a closed call', async () => {
    const office = await openOffice();
    await post(office);
    office.set('2026-11-12T23:59:59');
    await office.as('an').click('call.answer', { call, answer: 'yes' });
    office.set('2026-11-13T00:00:00');
    await assert.rejects(office.as('an').click('call.answer', { call, answer: 'no' }), refused('CALL_OVER'));
    office.set('2026-11-12T08:00:00');
    await office.as('thao').click('call.close', { call, confirm: 'yes' });
    await assert.rejects(office.as('hniê').click('call.answer', { call, answer: 'yes' }), refused('CALL_CLOSED'));
  });
  it('closed early, it is closed on every posted card, with the true reason, and a click leads there', async () => {
    const office = await openOffice();
    await post(office);
    await office.as('thao').click('call.close', { call, confirm: 'yes' });
    const outdated = (await office.dump('refresh')).map(({ data }) => data as Refresh);
    for (const subject of [call, `${call}:invites`])
      assert.ok(outdated.some((each) => each.subject === subject && each.to === '' && each.dueAt < '2026-11-03'));
    const back = await answeredToo(office);
    assert.match(back, /Người phụ trách đã đóng đăng ký trước hạn/);
    assert.doesNotMatch(back, /hết thời gian|Có thể tham gia/);
  });
  it('posted cards stop asking when the time is over, without anybody’s doing; then there is nothing to close', async () => {
    const office = await openOffice();
    await post(office);
    const later = (await office.dump('refresh'))
      .map(({ data }) => data as Refresh)
      .filter(({ dueAt }) => dueAt > '2026-11-03');
    assert.deepEqual(
      later.map(({ subject, dueAt }) => [subject, dueAt]).sort(),
      [call, `${call}:invites`].map((subject) => [subject, '2026-11-12T17:00:00.000Z']),
    );
    office.set('2026-11-13T00:00:00');
    assert.match(await answeredToo(office), /Đã hết thời gian đăng ký\./);
    const closed = await office.as('thao').click('call.close', { call, confirm: 'yes' });
    assert.match(closed.text, /Đã hết thời gian đăng ký/);
    assert.doesNotMatch(closed.text, /Đã đóng/);
  });
  it('forged answers and calls are refused', async () => {
    const office = await openOffice();
    await post(office);
    for (const forged of [{ answer: 'all' }, { page: '0' }, { page: 'x' }, { page: '9'.repeat(20) }]) {
      const data = { call, answer: 'yes', page: '1', ...forged };
      await assert.rejects(office.as('thao').click('call.people', data), refused('BAD_CARD'));
    }
    await assert.rejects(
      office.as('an').click('call.answer', { call: 'call:nope00', answer: 'yes' }),
      refused('CALL_UNKNOWN'),
    );
    await assert.rejects(
      office.as('an').click('call.answer', { call: person('an'), answer: 'yes' }),
      refused('CALL_UNKNOWN'),
    );
    await assert.rejects(
      office.as('an').click('call.answer', { call: 'call:a/b#c', answer: 'yes' }),
      refused('BAD_CARD'),
    );
    await assert.rejects(office.as('an').click('call.answer', { call, answer: 'all' }), refused('BAD_CARD'));
    await assert.rejects(
      office.as('an').click('call.answer', { call, answer: 'yes', person: person('hniê') }),
      refused('BAD_CARD'),
    );
  });
});

describe('calls: seeing and closing', () => {
  it('the secretary sees who; nobody else does', async () => {
    const office = await openOffice();
    await post(office);
    await office.as('an').click('call.answer', { call, answer: 'yes' });
    await office.as('office').click('call.answer', { call, answer: 'yes' });
    const coming = await office.as('thao').click('call.people', { call, answer: 'yes', page: '1' });
    assert.match(coming.text, /Nguyễn Văn An[\s\S]*Lê Thị Thu Hà/);
    const silent = await office.as('thao').click('call.people', { call, answer: 'silent', page: '1' });
    assert.match(silent.text, /Thảo Nguyên[\s\S]*H'Hen Niê/);
    for (const who of ['an', 'office', 'director', 'on']) {
      await assert.rejects(
        office.as(who).click('call.people', { call, answer: 'yes', page: '1' }),
        refused('CALL_ROLE'),
      );
      await assert.rejects(office.as(who).click('call.show', { call }), refused('CALL_ROLE'));
      await assert.rejects(office.as(who).click('call.close', { call, confirm: 'yes' }), refused('CALL_ROLE'));
    }
  });
  it('shows the last page there is when the one asked for is gone', async () => {
    const office = await openOffice();
    await post(office);
    await office.as('an').click('call.answer', { call, answer: 'yes' });
    const beyond = await office.as('thao').click('call.people', { call, answer: 'yes', page: '7' });
    assert.match(beyond.text, /Chưa trả lời: 2\nNguyễn Văn An/);
    assert.ok(!JSON.stringify(beyond.card).includes('"page":"2"'));
  });
  it('closing asks first and may be clicked twice', async () => {
    const office = await openOffice();
    await post(office);
    assert.equal((await office.as('thao').click('call.close', { call })).show.page, 'calls.close');
    await office.as('thao').click('call.close', { call, confirm: 'yes' });
    await office.as('thao').click('call.close', { call, confirm: 'yes' });
    assert.equal(
      (await office.dump('audit')).filter((d) => (d.data as { command: string }).command === 'call.close').length,
      1,
    );
  });
});

describe('calls: cards', () => {
  for (const locale of ['vi', 'en'] as const) {
    it(`are good in ${locale}, also with long texts`, async () => {
      const office = await openOffice({ people: { thao: { locale }, an: { locale } } });
      await bindYouthChannel(office);
      const long = {
        ...draft,
        title: 'Ế'.repeat(200),
        text: 'ữ'.repeat(1_500),
        place: 'Ẵ'.repeat(200),
        confirm: 'yes',
      };
      const thao = office.as('thao');
      const shown = [
        await thao.say(locale === 'vi' ? 'vận động' : 'call'),
        await thao.click('call.mine'),
        await thao.click('call.post', { ...long, confirm: undefined }),
        await thao.click('call.post', long),
        await office.as('an').click('call.answer', { call, answer: 'yes' }),
        await thao.click('call.mine'),
        await thao.click('call.people', { call, answer: 'silent', page: '1' }),
        await thao.click('call.close', { call }),
      ];
      for (const { card } of shown) assertGoodCard(card);
      assertGoodCard((await office.channelPage('youth', 'calls.channel', { call }))?.card ?? {});
      assert.ok(shown.every(({ card }) => card.lang === locale));
      const posted = await office.as('an').page('calls.invite', { call, person: person('an') });
      assert.deepEqual([...new Set(actionsOf(posted?.card).map((a) => a.verb))], ['call.answer']);
    });
  }
});
