/** The dictionary's order of letters, with f j w z where foreign names have them. */
const alphabet = new Map([...'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'].map((letter, place) => [letter, place]));

/** Combining marks of the tones in dictionary order: huyền, hỏi, ngã, sắc, nặng; none = ngang. */
const tones = new Map([...'\u0300\u0309\u0303\u0301\u0323'].map((mark, i) => [mark, i + 1]));

/** Characters that no one sees and that come with mentions, pasted HTML and other systems' names. */
const invisible = /\p{Cf}/gu;

/** Halves of a character that a client has cut, and code points that stand for none. */
const unreadable = /\p{Cs}|\p{Noncharacter_Code_Point}/gu;

/** Without what no keyboard sends and no store should keep: half characters, control characters but for line ends and tabs. */
export const legible = (text: string): string => text.replace(unreadable, '').replace(/(?![\n\r\t])\p{Cc}/gu, '');

/** More marks than any letter carries. To put them in order takes the square of their number: a minute for what one message can hold. */
const tooManyMarks = /(\p{M}{8})\p{M}+/gu;
const inOrder = (text: string, form: 'NFC' | 'NFD'): string => text.replace(tooManyMarks, '$1').normalize(form);

/** NFC, in a time that grows with the length and no faster, whatever was typed. */
export const composed = (text: string): string => inOrder(text, 'NFC');
const decomposed = (text: string): string => inOrder(text, 'NFD');

/** The first so many letters; none is halved. */
export const beginning = (text: string, letters: number): string => [...text].slice(0, letters).join('');

/** Whether letters were lost on the way: another encoding was read as UTF-8, and no one can say what stood there. */
export const isBroken = (text: string): boolean => text.includes('\uFFFD');

/**
 * What a person typed, made safe to keep: NFC, nbsp and other wide spaces to space, lines ended by `\n`, invisible, control
 * and half characters out, trimmed. Letters, case and inner spaces stay as typed.
 */
export function tidy(text: string): string {
  const visible = legible(text.replace(/\r\n?|[\u2028\u2029]/g, '\n'))
    .replace(/\p{Zs}/gu, ' ')
    .replace(invisible, '');
  return composed(visible).trim();
}

/** For finding, never for showing: no marks, đ → d, small letters, single spaces. `hòa`, `hoà` and `HOA` are one. */
export function fold(text: string): string {
  return decomposed(decomposed(text.replace(invisible, '')).toLowerCase())
    .replace(/\p{M}/gu, '')
    .replace(/[đð]/g, 'd')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The last word: "Chu Văn Công" is called "Công". */
export function givenName(fullName: string): string {
  return words(fullName).at(-1) ?? '';
}

/** First letter of each word, capital and without its tone: "Đặng Thị Ánh" → "ĐTA". */
export function initials(fullName: string): string {
  return words(fullName)
    .map((word) => [...withoutTone(word)][0] ?? '')
    .join('')
    .toLocaleUpperCase('vi');
}

/**
 * A key whose plain string order is that of name lists: given name, then family and middle names from the left. Syllable by syllable,
 * all letters before the tone (ngang huyền hỏi ngã sắc nặng), wherever the tone is written: `Hoà` and `Hòa` have one key.
 * Ends and tones are control characters, below every letter, so that a shorter name comes first.
 */
export function nameKey(fullName: string): string {
  const all = words(composed(fullName).toLocaleLowerCase('vi'));
  return [...all.slice(-1), ...all.slice(0, -1)].map(syllableKey).join('');
}

export function compareNames(a: string, b: string): number {
  return compareKeys(nameKey(a), nameKey(b));
}

/** The items in order of their names, each key made once. */
export function sortByName<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, key: nameKey(nameOf(item)) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ item }) => item);
}

function compareKeys(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function words(text: string): string[] {
  return tidy(text).split(/\s+/).filter(Boolean);
}

function syllableKey(syllable: string): string {
  const letters = [...withoutTone(syllable)].map(letterKey).join('');
  const tone = [...decomposed(syllable)].reduce((found, mark) => tones.get(mark) ?? found, 0);
  return `${letters}\u0001${String.fromCharCode(1 + tone)}`;
}

/** One character from `!` on for a letter of the alphabet; others come after them all, by code unit. */
function letterKey(letter: string): string {
  const place = alphabet.get(letter);
  return place === undefined ? `\u007f${letter}` : String.fromCharCode(0x21 + place);
}

function withoutTone(syllable: string): string {
  const marks = [...decomposed(syllable)].filter((mark) => !tones.has(mark));
  return composed(marks.join(''));
}
