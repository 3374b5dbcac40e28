import assert from 'node:assert/strict';
import en from '../../locales/en.json' with { type: 'json' };
import vi from '../../locales/vi.json' with { type: 'json' };

type Tree = { readonly [key: string]: string | Tree };
const leaves = (node: string | Tree, path: readonly string[] = []): (readonly [key: string, text: string])[] =>
  typeof node === 'string'
    ? [[path.join('.'), node]]
    : Object.entries(node).flatMap(([key, inner]) => leaves(inner, [...path, key]));

/** Words that an office does not use, or that have a name already. Who needs one of them finds the right one behind the arrow. */
const vietnamese: readonly (readonly [said: RegExp, instead: string])[] = [
  [/đoạn chat/i, 'cuộc trò chuyện riêng'],
  [/bộ phận (hành chính|tiếp nhận|quản trị)|phòng phụ trách|phòng tiếp nhận/i, '{office}; người quản trị hệ thống'],
  [/chốt/i, 'xác nhận kết quả'],
  [/không hoàn lại/i, 'không thể hoàn tác'],
  [/^Chỉ (?!áp dụng|anh\/chị, Trưởng phòng).* được /, 'Việc … do … thực hiện'],
  [/ %/, '% without a space'],
  [/\} giờ \{|giờ 59 phút/, '{at}: one form of an instant'],
  [/đề xuất/i, 'đề nghị'],
  [/thời gian nhận bổ sung/i, 'gia hạn nhận hồ sơ'],
  [/[Cc]huyển (hồ sơ lên )?cấp trên|[Cc]huyển \{\w+\} hồ sơ lên/, 'trình cấp trên'],
  [/ký trên giấy/, 'người có thẩm quyền ký (trực tiếp hoặc ký số)'],
  [/^Còn hiệu lực/, 'chưa ghi nhận hết hiệu lực'],
  [/\.\.(?!\.)/, 'one full stop'],
];
const english: readonly (readonly [said: RegExp, instead: string])[] = [
  [/(intake|administration) office|\bthe office (?!is closed)/i, '{office}'],
  [/ %/, '% without a space'],
  [/\(s\)/, 'a plural'],
  [/award round|the campaign/i, 'commendation round; movement'],
  [/\b(decision|submission|minutes|plan) (no\. )?\{number\}/, 'No. {number}'],
  [/\bin person\b/, 'a message of their own'],
  [/^(Next|Previous)$/, 'Next page, Previous page'],
  [/\{hour\}:\{minute\}, /, '{at}: one form of an instant'],
  [/\{unit\}|\{campaign\}/, 'the unit; the special emulation movement: the plan has their short names in Vietnamese'],
  [/sent by the deadline(?! \()/, 'not sent in time'],
  [/excellent, outstanding/i, 'outstanding'],
  [/\btabled\b/i, 'before the council'],
  [/\bratio\b/i, 'enough votes'],
  [/acting here/, 'what is done here'],
  [/(by|to) the calendar/, 'as scheduled'],
  [/\breminders? of\b/i, 'about something, for a day'],
  [/(?<!\/)\b\p{L}{4,}\/\p{L}{3,}/u, 'room to break a line at a stroke'],
];

for (const [locale, tree, houseWords] of [
  ['vi', vi, vietnamese],
  ['en', en, english],
] as const)
  describe(`the words of the house (${locale})`, () => {
    for (const [said, instead] of houseWords)
      it(`are “${instead}”, never ${said}`, () =>
        assert.deepEqual(
          leaves(tree).filter(([, text]) => said.test(text)),
          [],
        ));
  });
