import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode } from '../../../src/ports/documents.ts';
import { assessmentId, assessmentRecord } from '../../../src/records/assessment.ts';
import { nominationId } from '../../../src/records/nomination.ts';
import { assertGoodCard } from '../../support/check-card.ts';
import { clicking } from '../../support/clicking.ts';
import { actionsOf, dept, type Office, openOffice, person, scope, valuesOf } from '../../support/office.ts';
import { codeOf, wayBack } from '../../support/refusal.ts';
import { instant, nominationOf, round, seedDossier, seedRound } from '../../support/seed-round.ts';
import { sheetTyped } from '../../support/sheet.ts';

const stored = async (office: Office, who: string) => {
  const found = await office.store.get(scope.unit, assessmentId(round, person(who)));
  return found && decode(assessmentRecord, found).data;
};

describe('from the notice of the round to a sent dossier', () => {
  it('takes five clicks, ratings among them, and two cards', async () => {
    const office = await openOffice();
    await seedRound(office);
    const notice = await office.as('an').page('round.opened', { round });
    assert.ok(notice);
    const way = clicking(office, 'an', notice.card);
    await way.press('Tự đánh giá');
    assert.match(await way.press('Xem lại và gửi', sheetTyped(way.card, 'Kết nối việc làm cho 215 người')), /CHƯA gửi/);
    assert.deepEqual(way.counted, { clicks: 4, cards: 2 });
    assert.match(await way.press('Gửi hồ sơ'), /Đã gửi hồ sơ/);
    assert.equal((await nominationOf(office, nominationId(round, person('an')))).data.state, 'submitted');
    assert.equal(way.counted.clicks, 5);
  });

  it('takes a collective its seven criteria one by one, and each exit keeps what was typed', async () => {
    const office = await openOffice();
    await seedRound(office);
    const way = clicking(office, 'adviceHead', (await office.as('adviceHead').say('hồ sơ tập thể')).card);
    await way.press('Làm tiếp');
    for (const _ of [1, 2, 3, 4, 5, 6])
      await way.press('Lưu và sang tiêu chuẩn tiếp', { rating: 'met', words: 'Đã làm' });
    const overview = await way.press('Lưu và xem tổng quan', { rating: 'met', words: 'Đã làm' });
    assert.match(overview, /Đã xong 7\/7/);
    await way.press('Đề nghị xét');
    await way.press('Đề nghị xét');
    await way.press('Gửi hồ sơ');
    const { data } = await nominationOf(office, nominationId(round, dept('advice')));
    assert.equal(data.state, 'submitted');
  });
});

describe('all criteria on one card', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
    await seedRound(office);
  });
  const open = async (who = 'an') => clicking(office, who, (await office.as(who).click('assess.open', {})).card);
  const part = { 'rating-CN1': 'met', 'words-CN1': 'Tư vấn cho 1.250 lượt người' };

  it('says what is not sent, until when, and offers the level that is usual', async () => {
    const { text, card } = await office.as('an').say('tự đánh giá');
    assert.match(text, /Hồ sơ CHƯA gửi\. Còn 2 tiêu chuẩn chưa hoàn thành: CN1, CN2/);
    assert.match(text, /Hạn gửi hồ sơ: hết ngày 30\/11\/2026/);
    assert.equal(valuesOf(card).level, 'unit');
    assertGoodCard(card);
  });

  for (const title of ['Xem lại và gửi', 'Lưu, gửi sau', 'Lưu và xem minh chứng', 'Không đề nghị xét']) {
    it(`keeps what was typed by “${title}”`, async () => {
      const way = await open();
      await way.press(title, part);
      assert.equal((await stored(office, 'an'))?.answers.CN1?.words, part['words-CN1']);
    });
  }

  it('stays with a warning that names what is missing, and keeps the half', async () => {
    const way = await open();
    const said = await way.press('Xem lại và gửi', { ...part, 'rating-CN2': 'met' });
    assert.match(said, /Chưa gửi được\. Còn thiếu: CN2: nội dung, kết quả đã thực hiện\. Nội dung đã nhập được lưu/);
    assert.equal(valuesOf(way.card)['words-CN1'], part['words-CN1']);
    assert.match(await way.press('Xem lại và gửi', { 'words-CN2': 'Hai sáng kiến' }), /Xác nhận gửi hồ sơ/);
  });

  it('is never silent: whatever is typed, every save says what became of it', async () => {
    const answer = fc.record({ rating: fc.constantFrom('', 'met', 'notMet'), words: fc.constantFrom('', 'Có', '  ') });
    const goTo = fc.constantFrom('send', 'overview', 'evidence');
    await fc.assert(
      fc.asyncProperty(answer, answer, goTo, async (one, two, where) => {
        office = await openOffice();
        await seedRound(office);
        const { show, remark } = await office.as('an').click('assess.sheet', {
          round,
          candidate: person('an'),
          goTo: where,
          'rating-CN1': one.rating,
          'words-CN1': one.words,
          'rating-CN2': two.rating,
          'words-CN2': two.words,
        });
        const isWhole = [one, two].every(({ rating, words }) => rating !== '' && words.trim() !== '');
        const isEmpty = [one, two].every(({ rating, words }) => rating === '' && words.trim() === '');
        if (isEmpty && where !== 'send') assert.equal(remark, undefined);
        else assert.equal(remark?.tone, isWhole ? 'good' : 'warning');
        if (where === 'send') assert.equal(show.page, isWhole ? 'nomination.confirm' : 'assess.sheet');
        const kept = (await stored(office, 'an'))?.answers ?? {};
        for (const [id, { rating, words }] of Object.entries({ CN1: one, CN2: two }))
          assert.deepEqual([kept[id]?.rating ?? '', kept[id]?.words ?? ''], [rating, words.trim()]);
      }),
      { numRuns: 30 },
    );
  });

  it('overwrites nothing of another device, gives both back, and then knowingly replaces it', async () => {
    const phone = await open();
    const computer = await open();
    await computer.press('Lưu, gửi sau', { ...part, 'rating-CN2': 'met', 'words-CN2': 'Từ máy tính' });
    const typed = { ...valuesOf(phone.card), 'rating-CN2': 'notMet', 'words-CN2': 'Từ điện thoại' };
    const button = actionsOf(phone.card).find((a) => a.title === 'Lưu, gửi sau');
    const refused = await wayBack(office.as('an').click('assess.sheet', { ...button?.data, ...typed }));
    assert.equal(refused.code, 'ANSWER_CHANGED');
    assert.equal((await stored(office, 'an'))?.answers.CN2?.words, 'Từ máy tính');
    const back = await office
      .as('an')
      .page(refused.show.page, refused.show.params as Record<string, string>, refused.typed);
    assert.ok(back);
    assert.match(JSON.stringify(back.card), /Từ máy tính/);
    const again = clicking(office, 'an', back.card);
    await again.press('Lưu, gửi sau');
    const { answers } = (await stored(office, 'an')) ?? assert.fail();
    assert.equal(answers.CN2?.words, 'Từ điện thoại');
    assert.equal(answers.CN1?.words, part['words-CN1'], 'what the phone never touched stays');
  });

  it('shows why it was sent back while it is changed, and sends it again', async () => {
    const returned = {
      by: person('office'),
      at: instant('2026-11-01T09:30:00'),
      reason: 'Bổ sung số liệu CN2',
      until: instant('2026-12-04T17:00:00'),
    };
    await seedDossier(office, 'an', { state: 'returned', nomination: { returned } });
    const { card, text } = await office.as('an').click('assess.open', {});
    assert.match(text, /Bổ sung số liệu CN2/);
    assert.match(text, /CHƯA gửi lại/);
    const way = clicking(office, 'an', card);
    assert.match(
      await way.press('Lưu, gửi sau', { 'words-CN2': 'Có số liệu' }),
      /Bổ sung số liệu CN2[\s\S]*Xem lại và gửi lại/,
    );
    assert.match(await way.press('Xem lại và gửi lại'), /Xác nhận gửi hồ sơ/);
    assert.match(await way.press('Gửi hồ sơ'), /Đã gửi hồ sơ/);
    const alone = await office.as('an').page('assess.criterion', { round, candidate: person('an'), criterion: 'CN1' });
    assert.doesNotMatch(JSON.stringify(alone?.card), /assess\.save/);
  });

  it('holds the longest answers, and pages where more is written than a card takes', async () => {
    const at = instant('2026-11-01T09:00:00');
    const long = (letter: string) => ({
      rating: 'met' as const,
      words: letter.repeat(4_000),
      reason: '',
      at,
      by: person('adviceHead'),
    });
    await seedDossier(office, 'adviceHead', {
      wish: 'undecided',
      answers: { CN1: long('ắ'), CN2: { ...long('ắ'), words: 'ắ'.repeat(1_500) } },
    });
    const { show, card } = await office.as('adviceHead').click('assess.open', {});
    assert.equal(show.page, 'assess.sheet');
    assertGoodCard(card);
    await seedDossier(office, 'insuranceHead', {
      wish: 'undecided',
      answers: { CN1: long('ắ'), CN2: long('ắ') },
    });
    const paged = await office.as('insuranceHead').click('assess.open', { criterion: 'CN1' });
    assert.equal(paged.show.page, 'assess.criterion');
  });

  it('gives a text that is too long back with everything else that was typed', async () => {
    const way = await open();
    const button = actionsOf(way.card).find((a) => a.title === 'Lưu, gửi sau');
    const typed = { ...part, 'words-CN2': 'ă'.repeat(4_001), 'rating-CN2': 'met', level: 'so' };
    const refused = await wayBack(office.as('an').click('assess.sheet', { ...button?.data, ...typed }));
    assert.equal(refused.code, 'TEXT_TOO_LONG');
    const back = await office
      .as('an')
      .page(refused.show.page, refused.show.params as Record<string, string>, refused.typed);
    assert.deepEqual(valuesOf(back?.card), { ...typed });
    assert.equal(await stored(office, 'an'), undefined);
  });

  it('is refused to everyone but the writer, and for what a card made up', async () => {
    await seedDossier(office, 'an2', { state: 'draft' });
    await seedDossier(office, 'hniê', { state: 'submitted' });
    const cases: readonly [who: string, data: Record<string, unknown>, code: string][] = [
      ['an', { candidate: person('an2'), ...part }, 'NOT_YOUR_DOSSIER'],
      ['adviceHead', { candidate: person('an'), ...part }, 'NOT_YOUR_DOSSIER'],
      ['an', { 'rating-CN3': 'met' }, 'NO_SUCH_CRITERION'],
      ['an', { 'rating-CN1': 'superb' }, 'BAD_CARD'],
      ['an', { 'rating-CN1': 'notArisen' }, 'RATING_NOT_ALLOWED'],
      ['an', { wish: 'asks' }, 'BAD_CARD'],
      ['an', { 'words-CN1': 7 }, 'BAD_CARD'],
      ['an', { goTo: 'submit' }, 'BAD_CARD'],
      ['an', { ...part, goTo: 'send', level: 'world' }, 'NO_SUCH_LEVEL'],
      ['an', { round: 'annual-1999', ...part }, 'NO_ROUND'],
      ['hniê', part, 'DOSSIER_SENT'],
    ];
    const before = [await office.dump('assessment'), await office.dump('nomination')];
    for (const [who, data, code] of cases)
      assert.equal(await codeOf(office.as(who).click('assess.sheet', data)), code, JSON.stringify([who, data]));
    assert.deepEqual([await office.dump('assessment'), await office.dump('nomination')], before);
    office.set('2026-12-01T00:00:00');
    assert.equal(await codeOf(office.as('an').click('assess.sheet', part)), 'DEADLINE_PASSED');
  });

  it('does the same twice, and commits once', async () => {
    const way = await open();
    const button = actionsOf(way.card).find((a) => a.title === 'Xem lại và gửi');
    const click = { ...button?.data, ...sheetTyped(way.card, 'Có'), level: 'unit' };
    await Promise.all([office.as('an').click('assess.sheet', click), office.as('an').click('assess.sheet', click)]);
    assert.equal((await office.as('an').click('assess.sheet', click)).show.page, 'nomination.confirm');
    const saves = (await office.dump('audit')).filter(
      (d) => (d.data as { command: string }).command === 'assess.sheet',
    );
    assert.equal(saves.length, 1);
  });
});
