import assert from 'node:assert/strict';
import { roundFigures } from '../../../src/model/round/figures.ts';
import { roundOf } from '../../../src/model/round/round.ts';
import { actionsOf, dept, type Office, openOffice, person, scope } from '../../support/office.ts';
import { codeOf, refusal, wayBack } from '../../support/refusal.ts';
import { instant, round, seedDossier, seedRound } from '../../support/seed-round.ts';

interface StoredAnswer {
  rating: string | null;
  words: string;
  reason: string;
  at: string;
  by: string;
}

async function answerOf(
  office: Office,
  criterion: string,
  candidate = person('an'),
): Promise<StoredAnswer | undefined> {
  const stored = await office.store.get(scope.unit, `assessment:${round}:${candidate}`);
  return (stored?.doc.data as { answers: Record<string, StoredAnswer> } | undefined)?.answers[criterion];
}

describe('assess.save', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
    await seedRound(office);
  });
  const save = (who: string, data: Record<string, string>) => office.as(who).click('assess.save', data);

  it('keeps what is there, however incomplete, and says what is still missing', async () => {
    const first = await save('an', { criterion: 'CN1', words: 'Mới ghi vài dòng' });
    assert.match(first.text, /Đã lưu CN1\. Còn thiếu: mức đánh giá/);
    const { at } = (await answerOf(office, 'CN1')) ?? { at: '' };
    const second = await save('an', { criterion: 'CN1', base: at, rating: 'met', words: '' });
    assert.match(second.text, /Còn thiếu: nội dung/);
    assert.deepEqual(
      { ...(await answerOf(office, 'CN1')), at: '' },
      { rating: 'met', words: '', reason: '', at: '', by: person('an') },
    );
  });

  it('goes on to the next criterion, and to the overview after the last', async () => {
    const next = await save('an', { criterion: 'CN1', rating: 'met', words: 'Có', goTo: 'next' });
    assert.deepEqual(next.show, {
      page: 'assess.criterion',
      params: { round, candidate: person('an'), criterion: 'CN2' },
    });
    const last = await save('an', { criterion: 'CN2', rating: 'met', words: 'Có', goTo: 'next' });
    assert.equal(last.show.page, 'assess.overview');
    assert.match(last.text, /Đã xong 2\/2 tiêu chuẩn/);
  });

  it('writes nothing for an untouched form', async () => {
    await save('an', { criterion: 'CN1' });
    assert.deepEqual(await office.dump('assessment'), []);
  });

  it('returns both texts when the same answer was saved on another device, and overwrites nothing', async () => {
    await save('an', { criterion: 'CN1', rating: 'met', words: 'Từ máy tính' });
    const refused = await wayBack(save('an', { criterion: 'CN1', base: '', rating: 'notMet', words: 'Từ điện thoại' }));
    assert.equal(refused.code, 'ANSWER_CHANGED');
    assert.equal(refused.facts.by, 'Nguyễn Văn An');
    assert.equal((await answerOf(office, 'CN1'))?.words, 'Từ máy tính');
    const card = await office.as('an').page(refused.show.page, refused.show.params as Record<string, string>);
    assert.match(JSON.stringify(card?.card), /Từ máy tính/);
    assert.deepEqual(refused.typed, { rating: 'notMet', words: 'Từ điện thoại', reason: '' });

    const keepTyped = actionsOf(card?.card).find((a) => a.verb === 'assess.save');
    await save('an', { ...(keepTyped?.data as Record<string, string>), rating: 'notMet', words: 'Từ điện thoại' });
    assert.equal((await answerOf(office, 'CN1'))?.words, 'Từ điện thoại');
  });

  it('lets a second click through, and commits once', async () => {
    const click = { criterion: 'CN1', base: '', rating: 'met', words: 'Có' };
    await Promise.all([save('an', click), save('an', click)]);
    await save('an', click);
    assert.equal(
      (await office.dump('audit')).filter((d) => (d.data as { command: string }).command === 'assess.save').length,
      1,
    );
  });

  it('keeps two criteria saved at the same moment on two devices', async () => {
    await save('an', { criterion: 'CN1', rating: 'met', words: 'Bản đầu' });
    const { at = '' } = (await answerOf(office, 'CN1')) ?? {};
    await Promise.all([
      save('an', { criterion: 'CN1', base: at, rating: 'met', words: 'Điện thoại' }),
      save('an', { criterion: 'CN2', rating: 'met', words: 'Máy tính' }),
    ]);
    assert.equal((await answerOf(office, 'CN1'))?.words, 'Điện thoại');
    assert.equal((await answerOf(office, 'CN2'))?.words, 'Máy tính');
  });

  it('gives every version its own time, even within one millisecond', async () => {
    await save('an', { criterion: 'CN1', words: 'một' });
    const first = (await answerOf(office, 'CN1'))?.at ?? '';
    await save('an', { criterion: 'CN1', base: first, words: 'hai' });
    assert.notEqual((await answerOf(office, 'CN1'))?.at, first);
    assert.equal(await codeOf(save('an', { criterion: 'CN1', base: first, words: 'ba' })), 'ANSWER_CHANGED');
  });

  it('counts code points, tells the limit, and gives the text back on the version it was opened with', async () => {
    await save('an', { criterion: 'CN1', rating: 'met', words: '😀'.repeat(4_000) });
    assert.equal([...((await answerOf(office, 'CN1'))?.words ?? '')].length, 4_000);
    const long = 'ă'.repeat(4_001);
    const refused = await wayBack(save('an', { criterion: 'CN1', base: 'seen', rating: 'met', words: long }));
    assert.deepEqual([refused.code, refused.facts], ['TEXT_TOO_LONG', { count: 4_001, max: 4_000 }]);
    assert.deepEqual(refused.typed, { rating: 'met', words: long, reason: '', base: 'seen' });
    const far = await refusal(save('an', { criterion: 'CN1', rating: 'met', words: 'ă'.repeat(10_001) }));
    assert.equal(far.code, 'TEXT_TOO_LONG');
    assert.equal('show' in far, false, 'too large to give back: the card of the sender keeps it');
    assert.equal(await codeOf(save('an', { criterion: 'CN1', reason: 'x'.repeat(1_001) })), 'TEXT_TOO_LONG');
  });

  it('keeps hostile text as text', async () => {
    const words = '<b>đậm</b> [bấm](https://x.test) ${rating} {{name}} $t(app.name) 🎉';
    const shown = await save('an', { criterion: 'CN1', rating: 'met', words });
    assert.equal((await answerOf(office, 'CN1'))?.words, words);
    const card = JSON.stringify(shown.card);
    assert.ok(card.includes(JSON.stringify(words).slice(1, -1)));
    const read = await office
      .as('adviceHead')
      .click('dossier.read', { round, candidate: person('an'), criterion: 'CN1' });
    const blocks = JSON.stringify(read.card).match(/\{"type":"TextBlock"[^}]*\}/g) ?? [];
    assert.equal(
      blocks.some((b) => b.includes('đậm')),
      false,
    );
  });

  it('asks a reason for what did not arise, and only where it may not arise', async () => {
    const forDept = { round, candidate: dept('advice'), criterion: 'TT3', rating: 'notArisen' };
    assert.match((await save('adviceHead', forDept)).text, /Còn thiếu: lý do không phát sinh/);
    const refused = await wayBack(save('an', { criterion: 'CN1', rating: 'notArisen', words: 'x' }));
    assert.equal(refused.code, 'RATING_NOT_ALLOWED');
    assert.equal(refused.typed?.words, 'x');
  });

  it('is refused to everyone but the writer, and for ids that a card made up', async () => {
    await seedDossier(office, 'an2', { state: 'draft' });
    const cases: readonly [who: string, data: Record<string, string>, code: string][] = [
      ['an', { candidate: person('an2'), criterion: 'CN1', words: 'x' }, 'NOT_YOUR_DOSSIER'],
      ['adviceHead', { candidate: person('an'), criterion: 'CN1', words: 'x' }, 'NOT_YOUR_DOSSIER'],
      ['office', { candidate: person('an'), criterion: 'CN1', words: 'x' }, 'NOT_YOUR_DOSSIER'],
      ['an', { candidate: dept('advice'), criterion: 'TT1', words: 'x' }, 'NOT_YOUR_DOSSIER'],
      ['insuranceHead', { candidate: dept('advice'), criterion: 'TT1', words: 'x' }, 'NOT_YOUR_DOSSIER'],
      ['director', { candidate: dept('lead'), criterion: 'TT1', words: 'x' }, 'NOT_COLLECTIVE'],
      ['an', { candidate: 'person:nobody', criterion: 'CN1', words: 'x' }, 'NOTHING_TO_SHOW'],
      ['an', { candidate: 'person:a/b', criterion: 'CN1', words: 'x' }, 'BAD_CARD'],
      ['an', { criterion: 'CN3', words: 'x' }, 'NO_SUCH_CRITERION'],
      ['an', { criterion: '__proto__', words: 'x' }, 'NO_SUCH_CRITERION'],
      ['an', { round: 'annual-1999', criterion: 'CN1', words: 'x' }, 'NO_ROUND'],
      ['an', { criterion: 'CN1', words: 'x', finishedAt: '2026-11-01' }, 'BAD_CARD'],
      ['an', { criterion: 'CN1', rating: 'superb' }, 'BAD_CARD'],
    ];
    const before = await office.dump('assessment');
    for (const [who, data, code] of cases)
      assert.equal(await codeOf(save(who, data)), code, JSON.stringify([who, data]));
    assert.deepEqual(await office.dump('assessment'), before);
  });

  it('asks CN3 of heads only, and lets the deputy write the collective dossier', async () => {
    assert.match((await office.as('adviceHead').say('tự đánh giá')).text, /CN3/);
    assert.doesNotMatch((await office.as('an').say('tự đánh giá')).text, /CN3/);
    await save('adviceHead', { criterion: 'CN3', rating: 'met', words: 'Tập thể xuất sắc' });
    await save('adviceDeputy', { candidate: dept('advice'), criterion: 'TT1', rating: 'met', words: 'Có kế hoạch' });
    assert.equal((await answerOf(office, 'TT1', dept('advice')))?.by, person('adviceDeputy'));
  });

  it('takes the last millisecond of the last day and not one more', async () => {
    office.set('2026-11-30T23:59:59.999');
    await save('an', { criterion: 'CN1', rating: 'met', words: 'Kịp' });
    office.set('2026-12-01T00:00:00.000');
    const late = await refusal(save('an', { criterion: 'CN2', rating: 'met', words: 'Muộn' }));
    assert.equal(late.code, 'DEADLINE_PASSED');
    assert.match(office.turn().texts('vi').t('errors.DEADLINE_PASSED', late.facts), /Phòng Hành chính – Nghiệp vụ/);
    assert.equal('show' in late, false, 'the card keeps what was typed');
  });

  it('keeps open for everyone in a recorded grace window', async () => {
    office = await openOffice({ now: '2026-12-01T10:00:00' });
    await seedRound(office, { graceUntil: instant('2026-12-01T17:00:00') });
    await save('an', { criterion: 'CN1', rating: 'met', words: 'Trong thời gian gia hạn' });
    assert.equal((await answerOf(office, 'CN1'))?.rating, 'met');
  });

  it('is read-only once the dossier was sent, and says how to go on', async () => {
    await seedDossier(office, 'an', { state: 'submitted' });
    assert.equal(await codeOf(save('an', { criterion: 'CN1', rating: 'met', words: 'đổi' })), 'DOSSIER_SENT');
    const shown = await office.as('an').click('assess.open', { round, candidate: person('an'), criterion: 'CN1' });
    assert.equal(
      actionsOf(shown.card).some((a) => a.verb === 'assess.save'),
      false,
    );
    assert.match(shown.text, /Đã hoàn thành nhiệm vụ được giao/);
  });

  it('says that no round is open yet', async () => {
    office = await openOffice();
    for (const words of ['tự đánh giá', 'minh chứng', 'hồ sơ']) {
      assert.equal(await codeOf(office.as('an').say(words)), 'NO_ROUND', words);
    }
    assert.equal(await codeOf(save('an', { criterion: 'CN1', words: 'x' })), 'NO_ROUND');
  });
});

describe('assess.finish', () => {
  it('of an older card answers with the overview, and writes nothing', async () => {
    const office = await openOffice();
    await seedRound(office);
    await seedDossier(office, 'an', { state: 'draft', without: ['CN2'] });
    const an = office.as('an');
    const before = await office.dump('audit');
    const early = await an.click('assess.finish', {});
    assert.deepEqual([early.show.page, early.remark], ['assess.overview', undefined]);
    assert.match(early.text, /Hồ sơ CHƯA gửi\. Còn 1 tiêu chuẩn chưa hoàn thành: CN2/);
    assert.deepEqual(await office.dump('audit'), before);
    await an.click('assess.save', { criterion: 'CN2', rating: 'met', words: 'Có' });
    assert.match((await an.click('assess.finish', {})).text, /Hồ sơ đã đủ nội dung nhưng CHƯA gửi/);
  });

  it('needs no step: the last answer finishes, and an emptied one takes it back', async () => {
    const office = await openOffice();
    await seedRound(office);
    await seedDossier(office, 'an', {});
    const finished = async (): Promise<number> =>
      (await roundFigures(office.turn(), await roundOf(office.turn(), round), { at: office.now })).total.finished;
    assert.equal(await finished(), 1);
    const base = instant('2026-11-01T09:00:00');
    await office.as('an').click('assess.save', { criterion: 'CN1', base, rating: 'met', words: '' });
    assert.equal(await finished(), 0);
  });
});
