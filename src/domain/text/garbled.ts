import { fold } from './vietnamese.ts';

/** What has most likely happened to a text that no Vietnamese hand has written. */
export type Garbling = 'lost' | 'questionMarks' | 'utf8AsLatin' | 'tcvn3' | 'vni' | 'foreign';

/**
 * Letters of Vietnamese and of the minority languages of the country (Ê Đê, Gia Rai, Ba Na, Chăm …): those of the alphabet, đ and ƀ, with the
 * five tones; â ê ô, ă ĕ ĭ ŏ ŭ and a breve above â ê ô ơ ư, ơ ư, č, ñ.
 */
const letter =
  /^(?:[a-z][\u0300\u0301\u0303\u0309\u0323]?|[aeo]\u0323?\u0302[\u0300\u0301\u0303\u0306\u0309]?|[aeiou]\u0323?\u0306[\u0300\u0301\u0303\u0309]?|[ou]\u031b\u0323?[\u0300\u0301\u0303\u0306\u0309]?|c\u030c|[đƀ])$/;

/** Of the Latin alphabets of other peoples: Łukasz, Müller, Şahin. */
const latin = /^[À-ÖØ-öø-ɏḀ-ỿ]$/;
/** As some keyboards write the Đ at the beginning of a word. */
const eth = /^ð(?=[aeiouy])/i;

/** The letter with its marks. */
const letters = /\p{L}\p{M}*/gu;
const words = /(?:\p{L}\p{M}*)+/gu;
/** Signs that stand for letters in the old fonts of the ABC (TCVN3) standard; quotation marks and the degree are passed over. */
const signInWord = /\p{L}[¡-ª¬®¯²-¶¸-º¼-¿×÷]|[¡-ª¬®¯²-¶¸-º¼-¿×÷]\p{L}/u;
/** Where the VNI fonts put a mark behind its letter: "Nguyeãn Vaên". No syllable has these one after the other. */
const vniPair = /a[àáãâéèùõú]|\p{L}aê|e[àáãâùõ]|o[âùõ]|u[ùõ]|y[ùõ]|ô[ùõ]/iu;
/** Letters that only VNI text has of those that are foreign. */
const vniLetter = /[aeouyôö][øûïåäëü]|[ñö][aeiouyø-üô]/iu;
/** Most words have nothing that the old fonts put into one; the others are looked at letter by letter. */
const mayBeOld = /[À-ÿ]|\p{M}/u;
/** How one syllable is built; what the old fonts make of its vowels is written as an "a". */
const syllable = /^(?:ngh?|[cgknpt]h|tr|[b-dghk-np-tvx])?[aeiouy]{1,6}(?:[cn]h|ng|[cmnpt])?$/;

/** What windows-1252 has where Latin-1 has control characters, in order from 0x80; five places are empty. */
const c1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** @returns undefined for a text that may well be as somebody wrote it */
export function garbling(text: string): Garbling | undefined {
  if (text.includes('\uFFFD')) return 'lost';
  if (text.split(/\s+/).some(isUtf8ReadAsLatin)) return 'utf8AsLatin';
  if (/\p{L}\?+\p{L}|(?:^|\s)\?+\p{L}/u.test(text)) return 'questionMarks';
  const composed = text.normalize('NFC');
  const inOldFont = (composed.match(words) ?? []).map(oldFont);
  if (inOldFont.includes('vni')) return 'vni';
  if (inOldFont.includes('tcvn3') || signInWord.test(composed)) return 'tcvn3';
  const isOther = (each: string): boolean => !isVietnamese(each) && !latin.test(each);
  return (composed.match(letters) ?? []).some(isOther) ? 'foreign' : undefined;
}

const isVietnamese = (each: string): boolean => letter.test(each.normalize('NFD').toLowerCase());

/**
 * A Vietnamese syllable in an old font keeps its shape, and its strange letters are of the upper half of Latin-1. Other peoples' names have
 * such letters too, in words that are no such syllable.
 */
function oldFont(word: string): 'tcvn3' | 'vni' | undefined {
  if (!mayBeOld.test(word)) return undefined;
  const all = word.normalize('NFD').replace(eth, 'đ').normalize('NFC').match(letters) ?? [];
  const isStrange = (each: string): boolean => !isVietnamese(each) && (each[0] ?? '') <= 'ÿ';
  const shape = all.map((each) => (isStrange(each) ? 'a' : fold(each))).join('');
  if (!syllable.test(shape)) return undefined;
  const hasStrange = all.some(isStrange);
  if (vniPair.test(word) || (hasStrange && vniLetter.test(word))) return 'vni';
  return hasStrange ? 'tcvn3' : undefined;
}

/** The same of a name or a title, in which nobody asks anything. */
export const nameGarbling = (name: string): Garbling | undefined =>
  garbling(name) ?? (name.includes('?') ? 'questionMarks' : undefined);

/** Letters of more than one byte, shown byte by byte: "Nguyá»…n". Only what was written that way reads as UTF-8 again. */
function isUtf8ReadAsLatin(word: string): boolean {
  const bytes: number[] = [];
  for (const each of word) {
    const place = c1.indexOf(each);
    const code = place >= 0 ? 0x80 + place : (each.codePointAt(0) ?? 0);
    if (code > 0xff) return false;
    bytes.push(code);
  }
  if (!bytes.some((byte) => byte > 0x7f)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
    return true;
  } catch {
    return false;
  }
}

/** For the administrator who starts the program. */
export const garblingReasons: Readonly<Record<Garbling, string>> = {
  lost: 'letters were lost: the file was not saved as UTF-8',
  questionMarks: 'letters were replaced by question marks: save the file again from its source, as UTF-8',
  utf8AsLatin: 'UTF-8 was read as Windows-1252: open the file as UTF-8 and save it again',
  tcvn3: 'letters of an old TCVN3 (ABC) font: convert the text to Unicode',
  vni: 'letters of an old VNI font: convert the text to Unicode',
  foreign: 'letters of another alphabet: write them in Latin letters',
};
