const alphabet = [...'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'];
const rank = new Map(alphabet.map((letter, i) => [letter, i]));
/** ngang, huyền, hỏi, ngã, sắc, nặng */
const tones = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

interface Syllable {
  readonly letters: readonly number[];
  readonly tone: number;
}

function syllable(word: string): Syllable {
  const letters: number[] = [];
  let tone = 0;
  for (const char of word.normalize('NFC').toLocaleLowerCase('vi')) {
    const parts = [...char.normalize('NFD')];
    tone = parts.map((part) => tones.indexOf(part) + 1).find((found) => found > 0) ?? tone;
    const letter = parts
      .filter((part) => !tones.includes(part))
      .join('')
      .normalize('NFC');
    letters.push(rank.get(letter) ?? 100 + (letter.codePointAt(0) ?? 0));
  }
  return { letters, tone };
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

const words = (name: string): string[] =>
  name
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => word !== '');

/** The given name, then family and middle names left to right; letters before tones (domain: dictionary order). */
export function compareNames(a: string, b: string): number {
  const key = (name: string): Syllable[] => {
    const parts = words(name);
    return [...parts.slice(-1), ...parts.slice(0, -1)].map(syllable);
  };
  const [left, right] = [key(a), key(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [x, y] = [left[i], right[i]];
    if (x === undefined || y === undefined) break;
    const difference = compareLists(x.letters, y.letters) || x.tone - y.tone;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

export const givenName = (fullName: string): string => words(fullName).at(-1) ?? '';

/** For search and commands: without diacritics, case, đ and doubled spaces. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[đð]/g, 'd')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** What a person typed, fit to keep: NFC, no zero-width characters, plain spaces, trimmed; line breaks stay. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}
