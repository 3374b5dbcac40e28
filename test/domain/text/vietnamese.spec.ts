import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  beginning,
  compareNames,
  composed,
  fold,
  givenName,
  initials,
  legible,
  sortByName,
  tidy,
} from '../../../src/domain/text/vietnamese.ts';
import { processorMs } from '../../support/processor-time.ts';

const sorted = (names: readonly string[]) => [...names].sort(compareNames);

describe('compareNames', () => {
  for (const order of [
    ['Hoa', 'Hoà', 'Hỏa', 'Hoã', 'Hoá', 'Hoạ'],
    ['An', 'Ánh', 'Ăn', 'Ân', 'Ấn', 'Dũng', 'Đức'],
    ['Nguyễn Thị Hoa', 'Trần Văn Hoa', 'Bùi Hòa', 'Chu Văn Công Minh'],
    ['Lê An', 'Lê Văn An', 'Lê Ánh', 'Đỗ Ăn', 'An Bình'],
    ['Đinh Thị Dung', 'Đinh Thị Dũng', 'Đặng Thị Đào'],
    ['Ê', 'F', 'G', 'I', 'J', 'K', 'U', 'Ư', 'V', 'W', 'X', 'Y', 'Z'],
    ['Lê Thị Thu', 'Lê Thị Thùy', 'Lê Thị Thúy', 'Lê Thị Thư'],
    ['Nguyễn An', 'Nguyễn Thị An', 'Trần An'],
    ['Đỗ Ăn', 'Lê Bình'],
  ]) {
    it(order.join(' < '), () => {
      assert.deepEqual(sorted([...order].reverse()), order);
      for (let i = 1; i < order.length; i++) assert.ok(compareNames(order[i - 1] ?? '', order[i] ?? '') < 0);
    });
  }

  for (const [a, b] of [
    ['Nguyễn Thị Hoà', 'Nguyễn Thị Hòa'],
    ['NGUYỄN THỊ HÒA', 'nguyễn thị hòa'],
    ['Đặng Thị Hòa'.normalize('NFD'), 'Đặng Thị Hòa'],
    ['Đặng\u00a0Thị  Hòa ', 'Đặng Thị Hòa'],
  ] as const) {
    it(`${JSON.stringify(a)} = ${JSON.stringify(b)}`, () => assert.equal(compareNames(a, b), 0));
  }

  const letter = fc.constantFrom(...'AaĂăÂâĐđdEêÔơƯưhnghtfjwz-7', ...'\u0300\u0301\u0303\u0309\u0323');
  const syllable = fc.string({ unit: letter, minLength: 1, maxLength: 4 });
  const vietnamese = fc.array(syllable, { maxLength: 4 }).map((parts) => parts.join(' '));
  const name = fc.oneof(vietnamese, fc.string({ unit: 'grapheme' }));

  it('is a total order', () => {
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        assert.equal(compareNames(a, a), 0);
        assert.equal(Math.sign(compareNames(a, b)), -Math.sign(compareNames(b, a)) || 0);
        const [x, y, z] = sorted([a, b, c]) as [string, string, string];
        assert.ok(compareNames(x, y) <= 0 && compareNames(y, z) <= 0 && compareNames(x, z) <= 0);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('sortByName', () => {
  it('orders the items and leaves the given list as it was', () => {
    const people = [{ name: 'Lê Ánh' }, { name: 'Đỗ Ăn' }, { name: 'Trần An' }];
    assert.deepEqual(
      sortByName(people, (person) => person.name).map((person) => person.name),
      ['Trần An', 'Lê Ánh', 'Đỗ Ăn'],
    );
    assert.equal(people[0]?.name, 'Lê Ánh');
  });
});

describe('fold', () => {
  for (const [text, expected] of [
    ['ĐẶNG THỊ HOÀ', 'dang thi hoa'],
    ['Đặng Thị Hòa'.normalize('NFD'), 'dang thi hoa'],
    ['được', 'duoc'],
    ['  Tự\u00a0đánh \u200b giá\ufeff ', 'tu danh gia'],
    ['việc\u200b của tôi', 'viec cua toi'],
    ['Ằ Ẵ Ễ Ở Ữ Ỹ Đ', 'a a e o u y d'],
    ['ÐỒNG', 'dong'],
    ['', ''],
  ] as const) {
    it(`${JSON.stringify(text)} → ${JSON.stringify(expected)}`, () => assert.equal(fold(text), expected));
  }

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(fold(fold(text)), fold(text))),
      { numRuns: 2000 },
    );
  });
});

describe('legible, beginning', () => {
  const whole = (text: string) => !/\p{Cs}|\p{Noncharacter_Code_Point}|(?![\n\r\t])\p{Cc}/u.test(text);
  it('leaves no half character, whatever comes, and whole text as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(70_000), (text, half) => {
        const broken = `${text}${String.fromCharCode(0xd800 + (half % 0x800))}Ă${String.fromCharCode(half % 0x10000)}`;
        assert.ok(whole(legible(broken)));
        assert.ok(whole(tidy(broken)));
        assert.equal(legible(legible(broken)), legible(broken));
      }),
    );
    assert.equal(legible('Nguyễn 🎉 \u{20000}\n\tÝ'), 'Nguyễn 🎉 \u{20000}\n\tÝ');
  });
  it('cuts between letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(30), (text, n) =>
        assert.ok(!/\p{Cs}/u.test(beginning(text, n))),
      ),
    );
    assert.equal(beginning('🎉🎉🎉', 2), '🎉🎉');
  });
});

describe('tidy', () => {
  for (const [text, expected] of [
    ['Hòa'.normalize('NFD'), 'Hòa'],
    ['\u00a0a\u00a0\u200bb\u3000', 'a b'],
    ['a\u200d\u0301', 'á'],
    ['một\r\nhai\rba\u2028bốn\tnăm', 'một\nhai\nba\nbốn\tnăm'],
    ['a\u0000\u0008b', 'ab'],
    ['\u202egpj.exe', 'gpj.exe'],
    ['Giữ  nguyên', 'Giữ  nguyên'],
  ] as const) {
    it(`${JSON.stringify(text)} → ${JSON.stringify(expected)}`, () => assert.equal(tidy(text), expected));
  }

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(tidy(tidy(text)), tidy(text))),
      { numRuns: 2000 },
    );
  });
});

describe('names', () => {
  for (const [fullName, given, letters] of [
    ['Chu Văn Công', 'Công', 'CVC'],
    [' đặng\u00a0thị  ánh ', 'ánh', 'ĐTA'],
    ['Ưng', 'Ưng', 'Ư'],
    ['', '', ''],
  ] as const) {
    it(`${JSON.stringify(fullName)}: ${given}, ${letters}`, () => {
      assert.equal(givenName(fullName), given);
      assert.equal(initials(fullName), letters);
    });
  }
});

describe('marks beyond number', () => {
  const heaps = ['\u0323\u0301', '\u0301', '\u0301\u200d\u0323', 'a\u0301\u0301\u0323'].map(
    (part) => `a${part.repeat(80_000)}`,
  );
  it('are put in order in a time that grows with the length', async () => {
    for (const heap of heaps)
      for (const of of [tidy, fold, composed]) assert.ok((await processorMs(() => of(heap))) < 2_000);
  });
  it('leave each letter all that it may carry', () => {
    for (const text of ['Nguyễn Thị Hồng Đào', 'Êban', 'nghĩa trang liệt sĩ'])
      assert.equal(composed(text.normalize('NFD')), text.normalize('NFC'));
  });
});
