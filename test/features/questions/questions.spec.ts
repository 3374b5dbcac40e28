import assert from 'node:assert/strict';
import { assertGoodCard } from '../../support/check-card.ts';
import { actionsOf, dept, type Office, openOffice, person, scope } from '../../support/office.ts';
import { codeOf, wayBack } from '../../support/refusal.ts';
import { instant, round, seedDossier, seedRound } from '../../support/seed-round.ts';

const long =
  'Trong năm tôi đã tư vấn cho 1.250 lượt người lao động, đạt 118% chỉ tiêu; tỷ lệ bỏ dở < 5%.\nCó 2 sáng kiến.';

describe('a message that is no command', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
    await seedRound(office);
  });
  const words = async (criterion: string, candidate = person('an')): Promise<string | undefined> => {
    const stored = await office.store.get(scope.unit, `assessment:${round}:${candidate}`);
    return (stored?.doc.data as { answers: Record<string, { words: string }> } | undefined)?.answers[criterion]?.words;
  };

  it('of forty letters is offered as the text of a criterion or as a question, and writes nothing', async () => {
    const offered = await office.as('an').say(long);
    assert.equal(offered.show.page, 'question.offer');
    assertGoodCard(offered.card);
    assert.ok(offered.text.includes(long), 'lines and signs stay as they were written');
    assert.match(offered.text, /CN1\. [\s\S]*CN2\. /);
    assert.deepEqual(
      actionsOf(offered.card).map(({ verb }) => verb),
      ['assess.append', 'question.ask', 'help.show'],
    );
    assert.deepEqual([await office.dump('assessment'), await office.dump('question')], [[], []]);
  });

  it('goes below what the criterion says already, once however often it is clicked', async () => {
    const click = { text: long, criterion: 'person CN1' };
    await office.as('an').click('assess.save', { criterion: 'CN1', rating: 'met', words: 'Việc đã làm.' });
    const done = await office.as('an').click('assess.append', click);
    assert.deepEqual([done.show.page, done.remark?.key], ['assess.sheet', 'assess.saved.complete']);
    await office.as('an').click('assess.append', click);
    assert.equal(await words('CN1'), `Việc đã làm.\n${long}`);
    const half = await office.as('an').click('assess.append', { text: long, criterion: 'person CN2' });
    assert.deepEqual([half.remark?.tone, half.remark?.key], ['warning', 'assess.saved.noRating']);
  });

  it('may be the department’s, for whoever leads it', async () => {
    assert.match((await office.as('adviceHead').say(long)).text, /Hồ sơ tập thể – TT1/);
    await office.as('adviceHead').click('assess.append', { text: long, criterion: 'department TT1' });
    assert.equal(await words('TT1', dept('advice')), long);
    assert.equal(
      await codeOf(office.as('an').click('assess.append', { text: long, criterion: 'department TT1' })),
      'NOT_YOUR_DOSSIER',
    );
  });

  it('is offered to the dossier that it would be written in, whichever round was opened last', async () => {
    await seedRound(office, { round: 'annual-2027', year: 2027, deadline: instant('2027-11-30T23:59:59.999') });
    await seedDossier(office, 'an', { state: 'submitted' });
    const verbs = async (key: string) => actionsOf((await office.as(key).say(long)).card).map(({ verb }) => verb);
    assert.deepEqual(await verbs('an'), ['question.ask', 'help.show']);
    assert.deepEqual(await verbs('thao'), ['assess.append', 'question.ask', 'help.show']);
  });

  it('is kept where it cannot be written: no criterion, too long, sent already', async () => {
    const missing = await wayBack(office.as('an').click('assess.append', { text: long, criterion: '' }));
    assert.deepEqual([missing.code, missing.typed?.text], ['CRITERION_MISSING', long]);
    const far = await wayBack(
      office.as('an').click('assess.append', { text: 'ă'.repeat(4_001), criterion: 'person CN1' }),
    );
    assert.deepEqual([far.code, far.typed?.criterion], ['TEXT_TOO_LONG', 'person CN1']);
    assert.equal(await codeOf(office.as('an').say('ă'.repeat(8_001))), 'MESSAGE_TOO_LONG');
    await seedDossier(office, 'an2', { state: 'submitted' });
    assert.equal(
      await codeOf(office.as('an2').click('assess.append', { text: long, criterion: 'person CN1' })),
      'DOSSIER_SENT',
    );
    assert.deepEqual(
      actionsOf((await office.as('an2').say(long)).card).map(({ verb }) => verb),
      ['question.ask', 'help.show'],
    );
    const odd = { text: long, criterion: 'person CN9' };
    assert.equal(await codeOf(office.as('an').click('assess.append', odd)), 'NO_SUCH_CRITERION');
  });

  it('that asks something short is a question; a command stays a command, whatever follows it', async () => {
    assert.equal((await office.as('an').say('Bản chính nộp ở đâu?')).show.page, 'question.offer');
    assert.equal((await office.as('an').say('hồ sơ')).show.page, 'dossier.show');
    assert.equal((await office.as('an').say(`hồ sơ của tôi ${long}`)).show.page, 'question.offer');
    const early = await openOffice();
    assert.deepEqual(
      actionsOf((await early.as('an').say(long)).card).map(({ verb }) => verb),
      ['question.ask', 'help.show'],
      'before a round is open',
    );
  });
});

describe('questions to the office', () => {
  let office: Office;
  const asked = 'Bản chính có chữ ký nộp trước ngày nào?';
  beforeEach(async () => {
    office = await openOffice();
    await seedRound(office);
  });
  const ask = (who: string, text = asked) => office.as(who).click('question.ask', { text });
  const idOf = async (): Promise<string> => (await office.dump('question'))[0]?.id ?? '';

  it('are told to the office once, wait in its list, and the answer comes to whoever asked', async () => {
    await Promise.all([ask('an'), ask('an')]);
    const own = await ask('an');
    assert.match(own.text, /Phòng Hành chính – Nghiệp vụ chưa trả lời/);
    assertGoodCard(own.card);
    await office.runDue();
    assert.deepEqual((await office.owed('question.asked')).map(({ to, data }) => [to, data.coalesce]).sort(), [
      ['office', 'question.asked'],
      ['officeHead', 'question.asked'],
      ['secretary', 'question.asked'],
    ]);
    assert.match((await office.as('office').say('việc của tôi')).text, /1 câu hỏi chờ trả lời/);
    const list = await office.as('office').click('question.list', {});
    assertGoodCard(list.card);
    const row = actionsOf(list.card).find(({ verb }) => verb === 'question.open');
    const form = await office.as('office').click('question.open', row?.data);
    assert.match(form.text, /Nguyễn Văn An, Phòng Tư vấn – Giới thiệu việc làm/);
    assertGoodCard(form.card);
    const send = actionsOf(form.card).find(({ verb }) => verb === 'question.answer');
    const answered = await office.as('office').click('question.answer', { ...send?.data, answer: 'Trước ngày 05/12.' });
    assert.match(answered.text, /Đã gửi trả lời đến Nguyễn Văn An[\s\S]*Không còn câu hỏi/);
    const [told] = await office.owed('question.answered');
    assert.equal(told?.to, 'an');
    const message = await office.as('an').page('question.told', told?.data.show.params as Record<string, string>);
    assert.match(JSON.stringify(message?.card), /Trước ngày 05\/12\./);
    assert.doesNotMatch((await office.as('office').say('việc của tôi')).text, /câu hỏi chờ/);
    assert.equal(await office.as('office').page('question.list'), null, 'a message about nothing is not sent');
  });

  it('are answered once: a second click is harmless, a colleague is told who was first', async () => {
    await ask('an');
    const click = { question: await idOf(), answer: 'Trước ngày 05/12.' };
    await Promise.all([
      office.as('office').click('question.answer', click),
      office.as('office').click('question.answer', click),
    ]);
    await office.as('office').click('question.answer', click);
    const late = await wayBack(office.as('secretary').click('question.answer', { ...click, answer: 'Khác' }));
    assert.deepEqual([late.code, late.facts.by, late.typed?.answer], ['ALREADY_DONE', 'Lê Thị Thu Hà', 'Khác']);
    assert.equal((await office.owed('question.answered')).length, 1);
  });

  it('are for the office and whoever asked alone', async () => {
    await ask('an');
    const question = await idOf();
    for (const who of ['an2', 'adviceHead', 'director']) {
      assert.equal(await office.as(who).page('question.told', { question }), null);
      assert.equal(await codeOf(office.as(who).click('question.open', { question })), 'OFFICE_ONLY');
      assert.equal(await codeOf(office.as(who).click('question.list', {})), 'OFFICE_ONLY');
      assert.equal(await codeOf(office.as(who).click('question.answer', { question, answer: 'x' })), 'OFFICE_ONLY');
    }
    assert.equal(await office.channelPage('office', 'question.list', { empty: 'show' }), null);
    for (const forged of ['question:none', `nomination:${round}:${person('an')}`, ''])
      assert.match(
        await codeOf(office.as('office').click('question.answer', { question: forged, answer: 'x' })),
        /NOTHING_TO_SHOW|BAD_CARD/,
      );
  });

  it('cannot be used to flood the office, and what was typed is kept', async () => {
    for (const n of [1, 2, 3, 4, 5]) await ask('an', `${asked} Lần ${n}`);
    const refused = await wayBack(ask('an', `${asked} Lần 6`));
    assert.deepEqual([refused.code, refused.facts.n, refused.typed?.text], ['QUESTIONS_OPEN', 5, `${asked} Lần 6`]);
    await ask('an2');
    const first = (await office.dump('question')).find(
      ({ data }) => (data as { person: string }).person === person('an'),
    );
    await office.as('office').click('question.answer', { question: first?.id, answer: 'Đã trả lời.' });
    await ask('an', `${asked} Lần 6`);
    assert.equal((await wayBack(ask('an', '  '))).code, 'QUESTION_EMPTY');
    assert.equal((await wayBack(ask('an2', 'ă'.repeat(2_001)))).code, 'TEXT_TOO_LONG');
    const long20 = await office.as('office').click('question.list', {});
    assertGoodCard(long20.card);
  });

  it('show nobody’s words where Markdown is read', async () => {
    await ask('an', '**đậm** [bấm](https://x.test) <b>x</b> và còn gì nữa không?');
    const { card } = await office.as('office').click('question.open', { question: await idOf() });
    const blocks = JSON.stringify(card).match(/\{"type":"TextBlock"[^}]*\}/g) ?? [];
    assert.ok(!blocks.some((block) => block.includes('đậm')));
  });
});
