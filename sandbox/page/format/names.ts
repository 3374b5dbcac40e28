/** Initials as Teams shows them: of the first and the last word. */
export function initialsOf(fullName: string): string {
  const words = fullName.split(/\s+/).filter(Boolean);
  const letter = (word: string | undefined) =>
    [...(word ?? '').normalize('NFC')].find((char) => /\p{L}/u.test(char)) ?? '';
  return (letter(words[0]) + (words.length > 1 ? letter(words.at(-1)) : '')).toLocaleUpperCase('vi');
}

/** Background and foreground of Fluent's avatar colours. */
const palette = [
  ['#d69ca5', '#420610'],
  ['#eeacb2', '#6e0811'],
  ['#f1bbbc', '#751d1f'],
  ['#efc4ad', '#712d09'],
  ['#ffddb3', '#8f4e00'],
  ['#f9e2ae', '#6b4c0a'],
  ['#ecdfa5', '#6c5700'],
  ['#e0cea2', '#553e06'],
  ['#ddc3b0', '#50301a'],
  ['#bdd99b', '#294903'],
  ['#a8f0cd', '#00723b'],
  ['#9ad29a', '#063b06'],
  ['#a6e9ed', '#00666d'],
  ['#9bd9db', '#02494c'],
  ['#94c8d4', '#00333f'],
  ['#a9d3f2', '#004377'],
  ['#c8d1fa', '#2c3c85'],
  ['#a3b2e8', '#001665'],
  ['#d2ccf8', '#3f3682'],
  ['#c6b1de', '#341a51'],
  ['#e6bfed', '#63276d'],
  ['#f7c0e3', '#80215d'],
  ['#eca5d1', '#6b0043'],
] as const;

/** The same person always has the same colours. */
export function coloursOf(key: string): readonly [string, string] {
  let hash = 7;
  for (const char of key) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return palette[hash % palette.length] ?? palette[0];
}

/** Lower case without diacritics, đ as d: what searching compares. */
export const fold = (text: string) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase();
