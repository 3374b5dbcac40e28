import assert from 'node:assert/strict';
import { create } from '../../../src/ports/documents.ts';
import { addressId, addressRecord } from '../../../src/records/address.ts';
import type { Nomination } from '../../../src/records/nomination.ts';
import {
  afterCouncil,
  agreed,
  confirmation,
  decisionOne,
  forwarded,
  id,
  paper,
  published,
  recommended,
  recorded,
} from '../../support/after-council.ts';
import { crowd, dossier, nominationOf, round } from '../../support/before-council.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, dept, type Office, person, scope, textOf } from '../../support/office.ts';

const code = (expected: string) => (error: { code?: string }) => error.code === expected;
const returned = {
  by: person('office'),
  at: '2026-12-01T02:00:00.000Z',
  reason: 'Bổ sung số liệu',
  until: '2026-12-20T16:59:59.999Z',
};
const publish = { round, decision: decisionOne };
const results = async (office: Office) => (await office.owed('results')).map((o) => o.to).sort();
const channelText = async (office: Office, page = '0') =>
  textOf((await office.channelPage('office', 'results.channel', { decision: decisionOne, page }))?.card);

describe('publishing results', () => {
  it('asks first, and says when no channel would carry the list', async () => {
    const office = await afterCouncil();
    await recorded(office);
    const { text, card } = await office.as('office').click('publish.results', publish);
    assertGoodCard(card);
    assert.match(text, /Quyết định số 05\/QĐ-DVVLKH ngày 12\/12\/2026/);
    assert.match(text, /Chưa gắn kênh của/);
    assert.match(text, /chỉ người có hồ sơ nhận thông báo riêng, người khác chưa được báo; [^.]*gõ “kết quả”/);
    assert.match(text, /Khi gắn kênh, danh sách được đăng ngay/);
    assert.match(text, /Đăng lên kênh\n[^\n]*, khi có kênh nhận tin/);
    assert.equal((await office.owed('results.1')).length, 0);
    const address = {
      owner: 'channel:office',
      conversationId: '19:c',
      serviceUrl: 'http://127.0.0.1/',
      userId: '',
      botId: '28:bot',
      teamId: 't',
      channelName: 'HCNV',
      reachable: 'yes' as const,
      reason: '',
      at: '2026-12-01T00:00:00.000Z',
    };
    await office.store.commit(scope.unit, [create(addressRecord, scope, addressId('channel:office'), address)]);
    assert.doesNotMatch((await office.as('office').click('publish.results', publish)).text, /Chưa gắn kênh/);
  });

  it('posts the awarded to the channel and tells each person concerned; a department’s result goes to its head and deputies', async () => {
    const office = await afterCouncil();
    await published(office);
    assert.deepEqual(
      (await office.owed('results.1')).map((o) => o.to),
      ['channel:office'],
    );
    assert.deepEqual(await results(office), ['adviceDeputy', 'adviceHead', 'an', 'on']);
    const channel = await channelText(office);
    assert.match(channel, /1\. Phòng Tư vấn – Giới thiệu việc làm[\s\S]*2\. Nguyễn Văn An[\s\S]*3\. Đỗ Ăn/);
    assert.doesNotMatch(channel, /Lý Ơn|83,33|Tán thành|Bằng khen/);
    const head = textOf((await office.as('adviceHead').page('results.notice', { decision: decisionOne }))?.card);
    assert.match(head, /tập thể Phòng Tư vấn – Giới thiệu việc làm/);
    assert.match(head, /Trưởng phòng Đỗ Ăn/);
    const on = textOf((await office.as('on').page('results.notice', { decision: decisionOne }))?.card);
    assert.match(on, /chưa được khen thưởng đợt này\. Lý do: Thành tích chưa đáp ứng/);
    assert.doesNotMatch(on, /Tán thành|tỷ lệ|[0-9]+\/[0-9]+ thành viên/);
    assert.equal(await office.as('thao').page('results.notice', { decision: decisionOne }), null);
  });

  it('tells the deputies alone where the post of head is empty', async () => {
    const office = await afterCouncil({
      people: { adviceHead: { roles: ['staff', 'council'], departmentId: dept('lead') } },
    });
    await published(office);
    const told = (await office.owed('results')).filter(({ to }) => to.startsWith('advice')).map(({ to }) => to);
    const text = textOf((await office.as('adviceDeputy').page('results.notice', { decision: decisionOne }))?.card);
    assert.ok(told.includes('adviceDeputy'));
    assert.match(text, /tập thể Phòng Tư vấn/);
  });

  it('is refused before the paper is recorded, for whoever is not the office, and for a decision that is none', async () => {
    const office = await afterCouncil();
    await assert.rejects(office.as('office').click('publish.results', publish), code('NOTHING_TO_SHOW'));
    await agreed(office);
    await assert.rejects(office.as('office').click('publish.results', publish), code('DECISION_NOT_RECORDED'));
    await assert.rejects(
      office.as('office').click('publish.results', { ...publish, rev: '1', confirm: 'yes' }),
      code('DECISION_NOT_RECORDED'),
    );
    for (const key of ['director', 'an', 'adviceHead']) {
      await assert.rejects(office.as(key).click('publish.results', publish), code('PUBLISH_OFFICE_ONLY'));
      await assert.rejects(office.as(key).say('công bố'), code('PUBLISH_OFFICE_ONLY'));
    }
    assert.equal(await channelText(office), '');
  });

  it('happens once: a double click is harmless, another try says by whom and when', async () => {
    const office = await afterCouncil();
    await recorded(office);
    const data = await confirmation(office, 'office', 'publish.results', publish);
    await assert.rejects(office.as('office').click('publish.results', { ...data, rev: '1' }), code('ALREADY_DONE'));
    await office.as('office').click('publish.results', data);
    await office.runDue();
    const owed = await office.owed();
    await office.as('office').click('publish.results', data);
    await office.runDue();
    assert.deepEqual(await office.owed(), owed);
    for (const [key, click] of [
      ['secretary', data],
      ['office', publish],
    ] as const) {
      await assert.rejects(
        office.as(key).click('publish.results', click),
        (error: { code?: string; facts?: Record<string, unknown> }) =>
          error.code === 'ALREADY_PUBLISHED' &&
          error.facts?.by === 'Lê Thị Thu Hà' &&
          error.facts?.number === paper.number,
      );
    }
  });

  it('posts a long list in messages of thirty, numbered through', async () => {
    const office = await afterCouncil();
    await crowd(office, 60, recommended());
    await published(office);
    const posts = (await office.owed()).filter((o) => o.to === 'channel:office');
    assert.deepEqual(posts.map((o) => o.data.kind).sort(), ['results.1', 'results.2', 'results.3']);
    assert.match(await channelText(office, '0'), /30\. [\s\S]*Phần 1\/3/);
    assert.match(await channelText(office, '2'), /63\. [\s\S]*trân trọng chúc mừng/);
    for (const page of ['0', '1', '2']) {
      const shown = await office.channelPage('office', 'results.channel', { decision: decisionOne, page });
      assert.ok(shown);
      assertGoodCard(shown.card);
    }
    assert.equal((await results(office)).length, 64);
  });

  it('counts those who no longer fit ten messages', async () => {
    const office = await afterCouncil();
    await crowd(office, 300, recommended());
    await published(office);
    assert.equal((await office.owed()).filter((o) => o.to === 'channel:office').length, 10);
    assert.match(await channelText(office, '9'), /và 3 tập thể, cá nhân khác/);
  }).timeout(30_000);
});

describe('results', () => {
  it('tell nobody of an award before they are published, and everyone concerned what the council proposed', async () => {
    const office = await afterCouncil();
    await recorded(office);
    for (const key of ['an', 'on', 'adviceHead', 'office']) {
      const { text, card } = await office.as(key).say('ket qua');
      assertGoodCard(card);
      assert.match(text, /Chưa có quyết định khen thưởng nào của đợt này được công bố/);
      assert.doesNotMatch(text, /tặng Giấy khen cho|chưa được khen thưởng/);
    }
    assert.match((await office.as('on').say('kết quả')).text, /chưa đề nghị khen thưởng chị đợt này/);
    assert.match((await office.as('an').say('kết quả')).text, /đề nghị khen thưởng cấp đơn vị cho chị/);
  });

  it('show everyone the published list and each their own', async () => {
    const office = await afterCouncil();
    await published(office);
    assert.match((await office.as('an').say('results')).text, /tặng Giấy khen cho chị Nguyễn Văn An/);
    assert.match((await office.as('on').say('results')).text, /chưa được khen thưởng đợt này/);
    const other = await office.as('hniê').say('results');
    assert.match(other.text, /không có hồ sơ được xét[\s\S]*Nguyễn Văn An/);
    assert.doesNotMatch(other.text, /Lý Ơn/);
    assert.match((await office.as('thao').say('results')).text, /được trình Giám đốc Sở Nội vụ xem xét, quyết định/);
  });

  const standing: readonly (readonly [string, Partial<Nomination>, RegExp])[] = [
    ['sent', { state: 'submitted' }, /đang được xét/],
    ['sent back', { state: 'returned', returned }, /được trả lại[^.]*\. Hạn gửi lại: hết ngày 20\/12\/2026/],
    ['on hold', { state: 'onHold' }, /đang tạm dừng xét/],
    ['withdrawn', { state: 'withdrawn' }, /đã rút nên không được xét/],
    ['not sent in time', { state: 'lapsed' }, /chưa gửi khi hết hạn nên không được xét/],
  ];
  for (const [what, as, words] of standing) {
    it(`say of a dossier that is ${what} where it stands, and lead to it`, async () => {
      const office = await afterCouncil();
      await dossier(office, person('hniê'), as);
      const { text, card } = await office.as('hniê').say('kết quả');
      assertGoodCard(card);
      assert.match(text, words);
      if (as.state !== 'submitted') assert.doesNotMatch(text, /đang được xét|không có hồ sơ/);
      const opens = actionsOf(card).find(({ verb }) => verb === 'dossier.show');
      assert.equal((await office.as('hniê').click('dossier.show', opens?.data)).show.page, 'dossier.show');
    });
  }

  it('say of what went to the parent department when and to whom, the director’s own case too', async () => {
    const office = await afterCouncil();
    await forwarded(office);
    for (const key of ['thao', 'director'])
      assert.match(
        (await office.as(key).say('kết quả')).text,
        /Hồ sơ đã được trình Giám đốc Sở Nội vụ ngày 10\/12\/2026/,
      );
  });

  it('say the same of it once the parent department’s decision is recorded, and not yet published', async () => {
    const office = await afterCouncil();
    await forwarded(office);
    const before = (await office.as('thao').say('kết quả')).text;
    const given = { nomination: id('thao'), rev: '2', result: 'awarded', number: '77/QĐ-SNV', issuedOn: '2026-12-11' };
    await office.as('office').click('decide.answer', given);
    assert.equal((await nominationOf(office, person('thao'))).state, 'awarded');
    assert.equal((await office.as('thao').say('kết quả')).text, before);
  });

  it('tell whoever has sent nothing until when it can be sent, while it can', async () => {
    const office = await afterCouncil({ now: '2026-11-25T09:00:00' });
    assert.match(
      (await office.as('hniê').say('kết quả')).text,
      /chưa gửi hồ sơ[^.]*\. Hạn gửi hồ sơ: hết ngày 30\/11\/2026/,
    );
  });

  for (const locale of ['vi', 'en'] as const) {
    it(`draw good cards in the worst case (${locale})`, async () => {
      const office = await afterCouncil({ people: { an: { locale }, on: { locale }, office: { locale } } });
      await crowd(office, 60, recommended());
      await recorded(office);
      assertGoodCard((await office.as('office').say('publish')).card);
      const data = await confirmation(office, 'office', 'publish.results', publish);
      assertGoodCard((await office.as('office').click('publish.results', data)).card);
      assertGoodCard((await office.as('an').say('results')).card);
      assertGoodCard((await office.as('an').click('results.show', { round, page: '4' })).card);
      for (const key of ['an', 'on']) {
        const notice = await office.as(key).page('results.notice', { decision: decisionOne });
        assert.ok(notice);
        assertGoodCard(notice.card);
      }
    });
  }
});

describe('an award of the parent department', () => {
  it('is published on its own', async () => {
    const office = await afterCouncil();
    await forwarded(office);
    await office.as('office').click('decide.answer', {
      nomination: id('thao'),
      rev: '2',
      result: 'awarded',
      number: '77/QĐ-SNV',
      issuedOn: '2026-12-12',
    });
    const data = await confirmation(office, 'office', 'publish.results', publish);
    await office.as('office').click('publish.results', data);
    await office.runDue();
    assert.deepEqual(await results(office), ['thao']);
    assert.match(await channelText(office), /Giám đốc Sở Nội vụ tặng Giấy khen cho 01 cá nhân/);
  });
});
