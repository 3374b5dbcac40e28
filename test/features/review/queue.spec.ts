import assert from 'node:assert/strict';
import { decode } from '../../../src/ports/documents.ts';
import { personRecord } from '../../../src/records/person.ts';
import { actionsOf, type Office, openOffice, person, scope, textOf } from '../../support/office.ts';
import { seedCrowd } from '../../support/seed-crowd.ts';
import { instant, round, seedDossier, seedRound } from '../../support/seed-round.ts';

const sent = (at: string) => ({ submitted: { by: 'x', at: instant(at) } });

describe('xác nhận', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ now: '2026-11-12T09:00:00' });
    await seedRound(office);
  });
  const opened = (card: unknown) =>
    actionsOf(card)
      .filter((a) => a.verb === 'review.open')
      .map((a) => a.data.nomination);

  it('says what comes next when nothing waits, but is no message then', async () => {
    const { text } = await office.as('adviceHead').say('xác nhận');
    assert.match(text, /Trong đợt này hiện không có hồ sơ nào chờ ý kiến/);
    assert.equal(await office.as('adviceHead').page('review.queue', { round }), null);
  });

  it('lists what waits for this person only, sent first at the top, with the days and the due time', async () => {
    const late = await seedDossier(office, 'an', { state: 'submitted', nomination: sent('2026-11-11T08:00:00') });
    const early = await seedDossier(office, 'an2', { state: 'submitted', nomination: sent('2026-11-09T14:05:00') });
    await seedDossier(office, 'hniê', { state: 'opined' });
    await seedDossier(office, 'thao', {
      state: 'submitted',
      nomination: {
        snapshot: { name: 'T', title: '', gender: '', departmentName: '', reviewerId: person('insuranceHead') },
      },
    });
    const { card, text } = await office.as('adviceHead').say('duyet');
    assert.deepEqual(opened(card), [early, late]);
    assert.match(
      text,
      /Gửi 14:05 ngày 09\/11\/2026 · đã chờ 3 ngày · cho ý kiến chậm nhất đến 17:00 ngày 13\/11\/2026/,
    );
    assert.match(text, /Chuyên viên, Phòng Tư vấn – Giới thiệu việc làm/);
    assert.match(text, /Còn 1 ngày/);
  });

  it('is kept in step by the reader’s own list, and is the page of the request', async () => {
    await seedDossier(office, 'an', { state: 'submitted' });
    const page = await office.as('adviceHead').page('review.queue', { round });
    assert.equal(page?.subject, `queue:${person('adviceHead')}`);
    assert.equal(page?.summary, '1 hồ sơ chờ ý kiến của anh/chị');
    assert.equal(await office.channelPage('office', 'review.queue', { round }), null);
  });

  it('a posted list that has become empty says so', async () => {
    const stored = await office.store.get(scope.unit, person('adviceHead'));
    assert.ok(stored);
    const viewer = {
      unit: scope.unit,
      owner: stored.doc.id,
      person: decode(personRecord, stored),
      locale: 'vi' as const,
      at: office.now,
    };
    const redrawn = await office.pages.compose({ page: 'review.queue', params: { round } }, { viewer, redraw: true });
    assert.match(textOf(redrawn?.card), /Trong đợt này hiện không có hồ sơ nào chờ ý kiến/);
  });

  it('pages through 40 without losing or repeating one', async () => {
    const keys = Array.from({ length: 40 }, (_, i) => `p${i}`);
    const crowd = await openOffice({ now: '2026-11-12T09:00:00' });
    await seedRound(crowd);
    await seedCrowd(crowd, keys);
    const seen: unknown[] = [];
    for (let page = 0; page < 5; page++) {
      const { card } = await crowd.as('adviceHead').click('review.queue', { round, page: String(page) });
      seen.push(...opened(card));
    }
    assert.equal(new Set(seen).size, 40);
    const beyond = await crowd.as('adviceHead').click('review.queue', { round, page: '99' });
    assert.match(beyond.text, /33–40 trên 40 hồ sơ/);
    await assert.rejects(crowd.as('adviceHead').click('review.queue', { round, page: '-1' }), { code: 'BAD_CARD' });
  });

  it('keeps what was opined, returned or overdue apart', async () => {
    const agreed = await seedDossier(office, 'an', { state: 'opined' });
    const overdue = await seedDossier(office, 'an2', {
      state: 'opined',
      nomination: { opinion: { by: '', at: instant('2026-11-11T17:00:00'), kind: 'overdue', reason: '' } },
    });
    const head = office.as('adviceHead');
    assert.deepEqual(opened((await head.click('review.queue', { round, list: 'handled' })).card), [agreed]);
    assert.deepEqual(opened((await head.click('review.queue', { round, list: 'overdue' })).card), [overdue]);
  });

  it('says of none that it is with the office once it was sent or taken back', async () => {
    const opinion = { by: '', at: instant('2026-11-11T17:00:00'), kind: 'overdue' as const, reason: '' };
    const returned = {
      by: person('office'),
      at: instant('2026-11-12T08:00:00'),
      reason: 'Thiếu số liệu',
      until: instant('2026-11-30T17:00:00'),
    };
    const back = await seedDossier(office, 'an', { state: 'returned', nomination: { opinion, returned } });
    await seedDossier(office, 'an2', { state: 'withdrawn', nomination: { ...sent('2026-11-09T14:05:00'), opinion } });
    const head = office.as('adviceHead');
    assert.deepEqual(opened((await head.click('review.queue', { round, list: 'overdue' })).card), []);
    assert.deepEqual(opened((await head.click('review.queue', { round, list: 'handled' })).card), [back]);
    const { text } = await head.click('review.open', { nomination: back });
    assert.match(text, /Lê Thị Thu Hà trả lại để bổ sung lúc 08:00 ngày 12\/11\/2026\.\nThiếu số liệu/);
    assert.doesNotMatch(text, /Quá hạn cho ý kiến/);
  });

  it('is offered to those who give opinions, in help', async () => {
    assert.match((await office.as('adviceHead').say('trợ giúp')).text, /Xác nhận/);
    assert.doesNotMatch((await office.as('an').say('trợ giúp')).text, /Xác nhận/);
  });

  describe('the dossier', () => {
    it('opens by criterion, the beginning of what has no room, whole text and evidence one step further', async () => {
      const words = 'Kết quả. '.repeat(440).trim();
      const answer = {
        rating: 'met' as const,
        words,
        reason: '',
        at: instant('2026-11-01T09:00:00'),
        by: person('an'),
      };
      const id = await seedDossier(office, 'insuranceHead', {
        state: 'submitted',
        answers: Object.fromEntries(office.plan.criteria.person.map((each) => [each.id, answer])),
      });
      const head = office.as('adviceHead');
      const { card, text } = await head.click('review.open', { nomination: id });
      assert.ok(text.includes(words.slice(0, 2_000)));
      assert.ok(!text.includes(words));
      assert.match(text, /Chưa có minh chứng · còn nữa, chọn để đọc toàn văn/);
      const criterion = actionsOf(card).find((a) => a.verb === 'review.criterion');
      assert.deepEqual(criterion?.data, { nomination: id, criterion: 'CN1' });
      assert.ok((await head.click('review.criterion', criterion?.data)).text.includes(words));
      assert.equal(await head.page('review.criterion', { nomination: id, criterion: 'CN9' }), null);
    });

    it('offers an opinion to its reviewer alone, and is not seen by colleagues', async () => {
      const id = await seedDossier(office, 'an', { state: 'submitted' });
      const verbs = async (who: string) =>
        actionsOf((await office.as(who).page('review.dossier', { nomination: id }))?.card).map((a) => a.verb);
      assert.ok((await verbs('adviceHead')).includes('review.agree'));
      assert.ok(!(await verbs('office')).includes('review.agree'));
      assert.equal(await office.as('an2').page('review.dossier', { nomination: id }), null);
      assert.equal(await office.as('insuranceHead').page('review.dossier', { nomination: id }), null);
      assert.equal(
        await office.as('insuranceHead').page('review.criterion', { nomination: id, criterion: 'CN1' }),
        null,
      );
      await assert.rejects(office.as('an2').click('review.open', { nomination: id }));
    });

    it('shows the opinion once it is given, and no button any more', async () => {
      const id = await seedDossier(office, 'an', { state: 'submitted' });
      const head = office.as('adviceHead');
      await head.click('review.disagree', { nomination: id, rev: '1', confirm: 'yes', reason: 'Lý do riêng' });
      const { card, text } = await head.click('review.open', { nomination: id });
      assert.match(text, /Không đồng ý\nTrưởng phòng Đỗ Ăn, lúc 09:00 ngày 12\/11\/2026\.\nLý do riêng/);
      assert.ok(!actionsOf(card).some((a) => a.verb === 'review.agree'));
    });
  });

  it('speaks English to those who chose it', async () => {
    const english = await openOffice({ now: '2026-11-12T09:00:00', people: { adviceHead: { locale: 'en' } } });
    await seedRound(english);
    await seedDossier(english, 'an', { state: 'submitted' });
    assert.match((await english.as('adviceHead').say('review')).text, /Waiting for your opinion/);
    assert.match(textOf((await english.as('adviceHead').page('review.queue', { round }))?.card), /waiting for 2 days/);
  });
});
