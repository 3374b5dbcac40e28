import assert from 'node:assert/strict';
import fc from 'fast-check';
import { texts } from '../../src/adapters/texts/texts.ts';
import { commandWords } from '../../src/bot/words.ts';
import { fold } from '../../src/domain/text/vietnamese.ts';
import { features } from '../../src/features/features.ts';
import type { Locale } from '../../src/ports/pages.ts';
import { grandTour } from '../support/grand-tour.ts';
import { actionsOf } from '../support/office.ts';

const routes = features.flatMap(({ commands }) => commands).filter(({ where }) => where !== 'channel');
const words = commandWords(routes, texts);

/** A button that leads to a place of its own: it names no record, at most the round or one's own dossier. */
const ids = ['round', 'candidate', 'form', 'command'];
/** Names of rounds are found among the rounds. */
const namedElsewhere: Readonly<Record<Locale, readonly string[]>> = {
  vi: ['Xem đợt xét khen thưởng năm 2026', 'Đợt xét khen thưởng năm 2026'],
  en: ['Commendation round of 2026', 'See the commendation round of 2026'],
};

/** Names of places in this language, as buttons say them. */
async function placesIn(locale: Locale): Promise<ReadonlySet<string>> {
  const cards = [...(await grandTour(locale)).values()].flat();
  const actions = cards.flatMap((card) => actionsOf(card));
  return new Set(
    actions.flatMap(({ title, data }) =>
      Object.keys(data).every((name) => ids.includes(name)) && !title.includes(': ') ? title : [],
    ),
  );
}

for (const locale of ['vi', 'en'] as const)
  describe(`the name of a button, typed as a message (${locale})`, () => {
    let places: readonly string[] = [];
    before(async function () {
      this.timeout(60_000);
      places = [...(await placesIn(locale))];
    });

    it('is understood wherever it leads to a place', () =>
      assert.deepEqual(
        places.filter((title) => words.match(title) === undefined).sort(),
        [...namedElsewhere[locale]].sort(),
      ));
    it('is understood alike without marks, in capitals, with what people put around it', () =>
      fc.assert(
        fc.property(
          fc.constantFrom(...places.filter((title) => words.match(title) !== undefined)),
          fc.constantFrom<(text: string) => string>(
            (text) => text,
            fold,
            (text) => text.toUpperCase(),
            (text) => text.normalize('NFD'),
          ),
          fc.constantFrom('', '/', '“', '→ ', '  '),
          fc.constantFrom('', '.', '!', '?', '…', '”', ' 👍', ' :)', '\u200b'),
          (title, as, before, after) => {
            const plain = words.match(title)?.route.name;
            assert.equal(words.match(`${before}${as(title)}${after}`)?.route.name, plain);
          },
        ),
        { numRuns: 500 },
      ));
  });

/** What people were seen to type, and what they want. */
const typed: Readonly<Record<string, readonly string[]>> = {
  help: ['trợ giúp.', 'Trợ giúp!', '/help', 'tro giup', 'HELP', 'xin chào ạ', 'alo', 'menu', 'hướng dẫn', 'chao em'],
  todo: [
    'việc của tôi',
    'viec cua toi',
    'my tasks',
    'hạn',
    'hạn nộp?',
    'deadline',
    'Việc cần làm',
    'todo.',
    'còn mấy ngày?',
  ],
  assess: ['tự đánh giá', 'tu danh gia', 'Đánh giá', 'assess', 'làm tiếp', 'tiêu chuẩn', 'go on'],
  evidence: [
    'minh chứng:',
    'minh chung',
    'thêm minh chứng',
    'gửi file',
    'gửi ảnh',
    'đính kèm',
    'evidence',
    'add a link',
  ],
  dossier: ['hồ sơ', 'HO SO', 'ho so cua toi', 'tình trạng hồ sơ', 'còn thiếu gì?', 'my dossier', 'Open the dossier'],
  send: ['gửi hồ sơ', 'nộp', 'nop ho so', 'Nộp hồ sơ.', 'gửi lại', 'submit', 'gửi hồ sơ đi', 'xem lại và gửi'],
  ask: ['đề nghị xét', 'de nghi xet', 'Đề nghị xét khen thưởng'],
  decline: ['không đề nghị xét', 'khong de nghi xet', 'do not ask', 'Không đề nghị xét.'],
  withdraw: ['rút', 'rut ho so', 'withdraw'],
  read: ['đã đọc', 'da doc', 'Đã đọc.', 'đã xem', 'tôi đã đọc'],
  thanks: ['cảm ơn', 'cam on', 'thanks', 'ok', 'Cảm ơn ạ', 'vâng'],
  quiet: ['dừng nhắc', 'dung nhac', 'đừng nhắc nữa', 'stop reminders'],
  plan: ['kế hoạch', 'ke hoach', 'xem kế hoạch', 'plan'],
  results: ['kết quả', 'ket qua', 'results', 'kết quả của tôi'],
  question: ['câu hỏi', 'hỏi phòng', 'cho em hỏi', 'question'],
  collective: ['biên bản', 'biên bản họp bình xét', 'record of the meeting'],
  council: ['Biên bản họp Hội đồng', 'minutes', 'Xác nhận kết quả phiên họp'],
  review: ['Đề nghị xét cho cá nhân khác', 'Hồ sơ đã có ý kiến', 'propose someone else'],
  decide: ['Xác nhận đã trình', 'Open the decision'],
  reconcile: ['Kết quả gửi', 'Whom it reached'],
  open: ['Kết quả khi hết hạn', 'What was sent in time'],
};
describe('what people type', () => {
  for (const [name, messages] of Object.entries(typed))
    for (const message of messages)
      it(`“${message}” is ${name}`, () => assert.equal(words.match(message)?.route.name, name));
});
