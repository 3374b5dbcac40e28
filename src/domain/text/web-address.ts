import { asUrl } from './as-url.ts';

const maxUrl = 2_000;
/** `javascript:` and `data:` would run where they are opened; whatever else they hold is not looked at. */
const otherScheme = /^\s*(?:javascript|data|vbscript|file|ftp|mailto|blob):/i;
/** An address within an address follows one of these: `…/web/2026/https://…`, `…?to=https://…`. Anything else is a second one, run together. */
const second = /(?<![/=:?&#%+,;])(?:https?:\/\/|www\.)/gi;
const inText = /(?:https?:\/\/|(?<![\w@./-])www\.)[^\s<>"“”«»]+/gi;

/**
 * The one web address in what a person pasted, without the words and the punctuation around it and without characters that nobody sees;
 * `www.` will do.
 * @returns undefined for none, several, or one that names a user
 */
export function webAddress(pasted: string): URL | undefined {
  const seen = visible(pasted);
  if (otherScheme.test(seen)) return undefined;
  const [found, ...more] = seen.match(inText) ?? [];
  if (found === undefined || more.length > 0 || [...found.slice(1).matchAll(second)].length > 0) return undefined;
  const bare = withoutEnd(found);
  const text = /^www\./i.test(bare) ? `https://${bare}` : bare;
  const url = text.length > maxUrl ? undefined : asUrl(text);
  if (url === undefined) return undefined;
  const isSound = url.username === '' && url.password === '' && /[^.]\.[^.]/.test(url.hostname);
  return isSound ? url : undefined;
}

/**
 * What a message says beside the web addresses in it.
 * @returns undefined for a message without any
 */
export function wordsAroundAddress(message: string): string | undefined {
  const words = visible(message).replace(inText, ' ');
  return words === visible(message)
    ? undefined
    : words.replace(/\s+/g, ' ').replace(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, '');
}

const visible = (text: string): string =>
  text
    .slice(0, 10 * maxUrl)
    .replace(/\p{Cf}/gu, '')
    .normalize('NFC');

/** A full stop ends the sentence, and a bracket what was opened before the address; `…(thi_đua)` keeps its own. */
function withoutEnd(address: string): string {
  const cut = address.replace(/[.,;:!?…'’*_~|\\]+$/u, '');
  const last = cut.at(-1) ?? '';
  const opening = { ')': '(', ']': '[', '}': '{' }[last];
  if (opening !== undefined && cut.split(opening).length < cut.split(last).length) return withoutEnd(cut.slice(0, -1));
  return cut;
}
