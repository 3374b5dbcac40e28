import assert from 'node:assert/strict';
import { CodedError } from '../../src/domain/errors.ts';
import { actionsOf, dept, openOffice, person } from '../support/office.ts';
import { round, seedDossier, seedRound } from '../support/seed-round.ts';

/** What people really type, and the page that answers it. */
const typed: readonly (readonly [text: string, page: string, who?: string])[] = [
  ['trợ giúp.', 'start.help'],
  ['/help', 'start.help'],
  ['TRỢ GIÚP!!!', 'start.help'],
  ['“trợ giúp”', 'start.help'],
  ['trợ giúp 😀', 'start.help'],
  ['minh chứng:', 'evidence.list'],
  ['minh chứng: ảnh hội nghị', 'evidence.list'],
  ['hồ sơ ạ', 'dossier.show'],
  ['gửi hồ sơ', 'nomination.confirm', 'hniê'],
  ['Nộp.', 'nomination.confirm', 'hniê'],
  ['nộp hồ sơ', 'nomination.confirm', 'hniê'],
  ['Xem lại và gửi', 'nomination.confirm', 'hniê'],
  ['rút', 'nomination.withdraw', 'thao'],
  ['rút hồ sơ', 'nomination.withdraw', 'thao'],
  ['đề nghị xét', 'nomination.request'],
  ['không đề nghị xét', 'assess.overview', 'on'],
  ['khong de nghi', 'assess.overview', 'on'],
  ['CN1', 'assess.sheet'],
  ['cn 1', 'start.unknown'],
  ['tiêu chuẩn CN2', 'assess.sheet'],
  ['Mở tiêu chuẩn CN1', 'assess.sheet'],
  ['TT3', 'assess.criterion', 'adviceHead'],
  ['hạn', 'todo.show'],
  ['hạn nộp?', 'todo.show'],
  ['my tasks', 'todo.show'],
  ['đã đọc', 'plan.contents'],
  ['cảm ơn', 'start.thanks'],
  ['Cảm ơn em nhiều', 'start.thanks'],
  ['ok', 'start.thanks'],
  ['tự đánh giá…', 'assess.sheet'],
  ["H'Hen Niê", 'intake.find', 'office'],
  ['phong tu van', 'intake.find', 'office'],
  ['tìm Lý Ơn', 'intake.find', 'office'],
  ['tim kiem Lý Ơn', 'intake.find', 'office'],
  ['Search for Lý Ơn', 'intake.find', 'office'],
  ["H'Hen Niê", 'start.unknown'],
  ['Đợt xét khen thưởng năm 2026', 'round.show'],
  ['I. MỤC ĐÍCH, YÊU CẦU', 'plan.section'],
  ['trang sau', 'start.button'],
  ['Sửa lại', 'start.button'],
];

async function seeded() {
  const office = await openOffice();
  await seedRound(office);
  await seedDossier(office, 'hniê', { state: 'draft' });
  await seedDossier(office, 'thao', { state: 'submitted' });
  return office;
}

describe('what people really type', () => {
  for (const [text, page, who = 'an'] of typed) {
    it(`“${text}” leads to ${page}`, async () => {
      const office = await seeded();
      assert.equal((await office.as(who).say(text)).show.page, page);
    });
  }

  it('that the plan was read is recorded once there is a launch to have read of', async () => {
    const office = await seeded();
    await office
      .as('office')
      .click('announce.launch', { formId: 'f1', number: '15', issuedOn: '2026-01-15', confirm: 'yes' });
    const answer = await office.as('an').say('Tôi đã đọc.');
    assert.equal(answer.remark?.key, 'campaign.read');
    assert.equal((await office.dump('receipt')).length, 1);
  });

  it('may be the name of any button on a card that staff and heads write with', async () => {
    const office = await seeded();
    const own = { round, candidate: person('an') };
    const pages: readonly (readonly [who: string, page: string, params: Record<string, string>])[] = [
      ['an', 'assess.sheet', own],
      ['an', 'assess.overview', own],
      ['an', 'dossier.show', own],
      ['hniê', 'nomination.confirm', { round, candidate: person('hniê') }],
      ['thao', 'dossier.show', { round, candidate: person('thao') }],
      ['an', 'todo.show', {}],
      ['an', 'start.welcome', {}],
      ['adviceHead', 'collective.show', { round }],
      ['adviceHead', 'assess.overview', { round, candidate: dept('advice') }],
    ];
    const unknown: string[] = [];
    for (const [who, page, params] of pages) {
      const shown = await office.as(who).page(page, params);
      assert.ok(shown, page);
      for (const title of new Set(actionsOf(shown.card).map((action) => action.title))) {
        // What is refused in words was understood.
        const answer = await office
          .as(who)
          .say(title)
          .catch((error: unknown) => {
            if (!(error instanceof CodedError)) throw error;
            return undefined;
          });
        if (answer?.show.page === 'start.unknown') unknown.push(`${page}: ${title}`);
      }
    }
    assert.deepEqual(unknown, []);
  });

  it('and is not understood is never taken for a thank-you, and what is offered says what it does', async () => {
    const office = await seeded();
    for (const text of ['a', 'có', 'cn1 cn2', 'sai rồi', 'thoát', 'abc', 'in']) {
      const { show, card } = await office.as('an').say(text);
      assert.equal(show.page, 'start.unknown', text);
      const offered = actionsOf(card).flatMap(({ data }) => (data.command === undefined ? [] : [String(data.command)]));
      assert.ok(!offered.includes('thanks') && !offered.includes('button'), text);
      const t = office.turn().texts('vi');
      for (const name of offered) assert.notEqual(t.t(`commands.${name}.hint`), '', name);
    }
  });

  it('with two rounds open is of the one whose deadline is nearest, for a name, a criterion and one’s own list', async () => {
    const office = await seeded();
    await seedRound(office, { round: 'annual-2027', year: 2027, deadline: '2027-11-30T16:59:59.999Z' });
    const found = await office.as('office').say('Lý Ơn');
    assert.equal(found.show.params.round, round);
    const mine = await office.as('an').say('việc của tôi');
    assert.match(mine.text, /^Đợt xét khen thưởng năm 2026\n/);
    assert.match(mine.text, /Hạn gửi hồ sơ: hết ngày 30\/11\/2026/);
    assert.match(mine.text, /Đợt xét khen thưởng năm 2027/);
    assert.equal((await office.as('an').say('CN1')).show.params.round, round);
  });

  it('of a step of something is not listed in the help beside it', async () => {
    const office = await seeded();
    const names = actionsOf((await office.as('an').say('trợ giúp')).card).map(({ data }) => data.command);
    assert.ok(names.includes('dossier') && names.includes('question'));
    for (const step of ['send', 'ask', 'decline', 'withdraw', 'read', 'thanks']) assert.ok(!names.includes(step), step);
  });
});
