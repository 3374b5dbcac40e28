import assert from 'node:assert/strict';
import { noteChannelEvent } from '../../../src/features/channels/channel-events.ts';
import { oweClosing } from '../../../src/model/round/closing.ts';
import { load } from '../../../src/ports/documents.ts';
import type { PostOutcome } from '../../../src/ports/messenger.ts';
import { roundId, roundRecord } from '../../../src/records/round.ts';
import { afterCouncil, confirmation, decisionOne, recorded } from '../../support/after-council.ts';
import { round } from '../../support/before-council.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, type Office, openOffice, scope, textOf } from '../../support/office.ts';
import { sendingOffice } from '../../support/sending-office.ts';
import { channel, connect, formOf, launch } from '../campaign/launching.ts';
import { openRound } from '../reminders/a-round.ts';

const gone: PostOutcome = { kind: 'gone', reason: '404 ConversationNotFound' };
const out: PostOutcome = { kind: 'unreachable', reason: '403 BotNotInConversationRoster' };
const office = 'channel:office' as const;
const youth = 'channel:youth' as const;

/** The office's two people and the youth secretary can be written to. */
async function connected(of: Office): Promise<Office> {
  for (const key of ['office', 'secretary', 'officeHead', 'thao']) await connect(of, key);
  return of;
}
const bind = (of: Office, purpose: 'văn phòng' | 'chi đoàn', name: string) =>
  of.as('office').say(`kênh ${purpose}`, channel(name));
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
const lost = (of: Office, purpose: 'office' | 'youth') =>
  of.run((turn) => noteChannelEvent(turn, purpose, { kind: 'lost', reason: 'channelDeleted' }));
const todo = async (of: Office, key: string) => (await of.as(key).say('việc của tôi')).text;

type Owner = typeof office | typeof youth;
/** Everything that is addressed to a channel: how it comes about, and what it is called while it waits. */
const addressed: readonly {
  readonly what: RegExp;
  readonly owner: Owner;
  readonly open: () => Promise<Office>;
  readonly happens: (of: Office) => Promise<unknown>;
}[] = [
  { what: /Thẻ lưu phát động: 1 tin/, owner: office, open: openOffice, happens: (of) => launch(of) },
  {
    what: /Thông báo hủy phát động: 1 tin/,
    owner: office,
    open: async () => {
      const of = await openOffice();
      await launch(of);
      return of;
    },
    happens: async (of) => {
      const { card } = await of.as('office').say('phát động');
      const asks = actionsOf(card).find(({ verb }) => verb === 'announce.cancel');
      return of.as('office').click('announce.cancel', { ...asks?.data, confirm: 'yes' });
    },
  },
  {
    what: /Thẻ lưu mở đợt: 1 tin/,
    owner: office,
    open: async () => {
      const of = await openOffice();
      await launch(of);
      return of;
    },
    happens: (of) => of.as('office').click('round.open', { round: 'annual-2026', confirm: 'yes' }),
  },
  {
    what: /Lời kêu gọi: 1 tin/,
    owner: youth,
    open: openOffice,
    happens: (of) => of.as('thao').click('call.post', call),
  },
  {
    what: /Kết quả khen thưởng: 1 tin/,
    owner: office,
    open: async () => {
      const of = await afterCouncil();
      await recorded(of);
      return of;
    },
    happens: async (of) =>
      of
        .as('office')
        .click(
          'publish.results',
          await confirmation(of, 'office', 'publish.results', { round, decision: decisionOne }),
        ),
  },
  {
    what: /Bản tổng hợp tiến độ: 1 tin/,
    owner: office,
    open: async () => {
      const of = await openOffice({ now: '2026-11-23T07:59:00' });
      await openRound(of);
      return of;
    },
    happens: async (of) => of.set('2026-11-23T08:00:00'),
  },
  {
    what: /Báo cáo kết thúc đợt: 1 tin/,
    owner: office,
    open: async () => {
      const of = await openOffice({ now: '2026-11-30T23:00:00' });
      await openRound(of);
      const opened = await load(of.store, scope.unit, roundRecord, roundId('annual-2026'));
      assert.ok(opened);
      await of.store.commit(scope.unit, [oweClosing(scope, opened.data)]);
      return of;
    },
    happens: async (of) => {
      of.set('2026-12-01T00:05:00');
      await of.runDue();
      of.set('2026-12-01T08:00:00');
    },
  },
];

const nouns = { [office]: 'văn phòng', [youth]: 'chi đoàn' } as const;

describe('a channel that is gone', () => {
  for (const { what, owner, open, happens } of addressed) {
    it(`what is addressed to it waits, its people are told once, and the next channel gets it: ${what.source}`, async () => {
      const of = await connected(await open());
      const teams = sendingOffice(of);
      await bind(of, nouns[owner], 'Cũ');
      await teams.send();
      teams.lose('19:Cũ', gone);
      await happens(of);
      await teams.send();
      await teams.send();
      const told = (await of.owed('channel.lost')).map(({ to }) => to).sort();
      assert.deepEqual(told, ['office', 'officeHead', 'secretary', ...(owner === youth ? ['thao'] : [])]);
      assert.ok(teams.in('a:office').some((summary) => /không nhận được tin; 1 tin đang chờ/.test(summary)));
      const card = (await of.as('office').page('channel.show', { purpose: owner.slice('channel:'.length) }))?.card;
      assert.ok(card);
      assertGoodCard(card);
      assert.match(textOf(card), what);
      assert.match(textOf(card), /Teams không còn tìm thấy kênh/);
      assert.match(await todo(of, 'office'), /không nhận được tin; 1 tin đang chờ gắn kênh khác/);
      assert.match(
        (await of.as('office').say('kênh', channel('Mới'))).text,
        /Kênh “Cũ” không nhận được tin từ .*1 tin đang chờ/,
      );

      assert.match((await bind(of, nouns[owner], 'Mới')).text, /1 tin đang chờ được đăng ngay/);
      await teams.send();
      assert.equal(teams.in('19:Mới').length, 1);
      await teams.send();
      assert.equal(teams.in('19:Mới').length, 1);
      assert.deepEqual(teams.in('19:Cũ'), []);
      assert.deepEqual((await of.owed('channel.lost')).map(({ to }) => to).sort(), told);
      assert.doesNotMatch(await todo(of, 'office'), /không nhận được tin/);
    });
  }

  it('is told again when it is lost again, and not when it was bound anew before anybody was told', async () => {
    const of = await connected(await openOffice());
    const teams = sendingOffice(of);
    await bind(of, 'chi đoàn', 'Một');
    teams.lose('19:Một', out);
    await of.as('thao').click('call.post', call);
    await teams.send();
    assert.equal((await of.owed('channel.lost')).length, 4);
    assert.match(
      textOf((await of.as('thao').page('channel.show', { purpose: 'youth' }))?.card),
      /không cho trợ lý đăng/,
    );
    await bind(of, 'chi đoàn', 'Hai');
    teams.lose('19:Hai', gone);
    await teams.send();
    assert.equal((await of.owed('channel.lost')).length, 8);
  });

  it('of the office is no business of the youth secretary’s, nor of staff', async () => {
    const of = await openOffice();
    assert.equal(await of.as('thao').page('channel.show', { purpose: 'office' }), null);
    assert.equal(await of.as('an').page('channel.show', { purpose: 'youth' }), null);
    assert.ok(await of.as('thao').page('channel.show', { purpose: 'youth' }));
  });

  it('cards never say that something was posted which is not there', async () => {
    const of = await connected(await afterCouncil());
    const teams = sendingOffice(of);
    await recorded(of);
    await bind(of, 'văn phòng', 'Cũ');
    const ask = { round, decision: decisionOne };
    assert.doesNotMatch((await of.as('office').click('publish.results', ask)).text, /Nên gắn trước/);
    teams.lose('19:Cũ', gone);
    const data = await confirmation(of, 'office', 'publish.results', ask);
    const published = await of.as('office').click('publish.results', data);
    assert.match(published.text, /danh sách đang được đăng lên kênh[\s\S]*Đang đăng/);
    assert.doesNotMatch(published.text, /Đã công bố/);
    await teams.send();
    const shown = async (verb: string) => (await of.as('office').click(verb, { round })).text;
    for (const verb of ['publish.show', 'decide.show']) {
      assert.match(await shown(verb), /Chưa lên kênh/, verb);
      assert.doesNotMatch(await shown(verb), /Đã công bố/, verb);
    }
    // Cards that said it was on its way are drawn again.
    const redrawn = (await of.dump('refresh')).map(({ data }) => (data as { subject: string }).subject);
    assert.ok(redrawn.includes(`deciding:${round}`));
    await bind(of, 'văn phòng', 'Mới');
    await teams.send();
    for (const verb of ['publish.show', 'decide.show']) assert.match(await shown(verb), /Đã công bố/, verb);
  });

  it('a call says what was posted, what waits, and that nobody is a member', async () => {
    const people = { an: { organisations: [] }, hniê: { organisations: [] }, thao: { organisations: [] } };
    const of = await connected(await openOffice({ people }));
    const teams = sendingOffice(of);
    await bind(of, 'chi đoàn', 'Cũ');
    teams.lose('19:Cũ', gone);
    const { confirm: _confirm, ...draft } = call;
    assert.match((await of.as('thao').click('call.post', draft)).text, /Chưa có đoàn viên nào.*Đăng vào kênh: Cũ/);
    const posted = await of.as('thao').click('call.post', call);
    assert.doesNotMatch(posted.text, /Đã đăng/);
    await teams.send();
    const shown = async () => (await of.as('thao').click('call.show', { call: 'call:form123456' })).text;
    assert.match(await shown(), /Chưa đăng lên kênh: Teams không còn tìm thấy kênh/);
    await bind(of, 'chi đoàn', 'Mới');
    await teams.send();
    assert.match(await shown(), /Đã đăng lên kênh/);
  });

  it('previews say that it is gone', async () => {
    const of = await connected(await openOffice());
    const teams = sendingOffice(of);
    await bind(of, 'văn phòng', 'Cũ');
    const gonePlace = /Kênh của Phòng Hành chính – Nghiệp vụ không nhận được tin/;
    assert.doesNotMatch((await of.as('office').say('phát động')).text, gonePlace);
    teams.lose('19:Cũ', gone);
    await launch(of);
    await teams.send();
    assert.match((await of.as('office').click('round.open', { round: 'annual-2026' })).text, gonePlace);
    const other = await connected(await openOffice());
    await bind(other, 'văn phòng', 'Cũ');
    await lost(other, 'office');
    assert.match((await other.as('office').say('phát động')).text, gonePlace);
    const form = { formId: await formOf(other), number: '25', issuedOn: '15/06/2023' };
    assert.match((await other.as('office').click('announce.launch', form)).text, gonePlace);
  });

  it('a digest that was lost on its way is not what the next one compares with', async () => {
    const of = await connected(await openOffice({ now: '2026-11-16T07:59:00' }));
    const teams = sendingOffice(of);
    await openRound(of);
    await bind(of, 'văn phòng', 'Cũ');
    teams.lose('19:Cũ', gone);
    of.set('2026-11-16T08:00:00');
    await teams.send();
    of.set('2026-11-17T09:00:00');
    await bind(of, 'văn phòng', 'Mới');
    await teams.send();
    // What was true yesterday is not posted today.
    assert.deepEqual(teams.in('19:Mới'), []);
    const params = { round: 'annual-2026', day: '2026-11-23', wave: 'wave:annual-2026:officeDigest:2026-11-23' };
    of.set('2026-11-23T08:00:00');
    assert.match(textOf((await of.channelPage('office', 'reminders.digest', params))?.card), /Bản tổng hợp đầu tiên/);
  });
});
