import type { Bytes } from '../../ports/files.ts';
import { type Lock, opensUnasked } from './pdf-key.ts';
import { asBuffer, windowsOf } from './windows.ts';

/** The trailer names how a document is encrypted. */
const encrypted = /\/Encrypt\s*(?:(\d{1,10})\s+(\d{1,5})\s+R|<<)/;
/** The name is looked for in the bytes first: as text, each large file would leave its size as garbage once more. */
export const namesLock = (window: Buffer): boolean =>
  window.includes('/Encrypt') && encrypted.test(window.toString('latin1'));
/** A dictionary of the lock, or a trailer around its name, is shorter. */
const near = 4_096;

/**
 * Whether an encrypted document opens without a password: then it is only kept from being printed, copied or changed, and whoever examines it
 * can read it. What cannot be made out counts as locked.
 */
export async function opensWithoutPassword(file: Bytes): Promise<boolean> {
  const trailer = await lastAround(file, encrypted);
  const named = trailer && encrypted.exec(trailer);
  if (!named) return false;
  const [, object, generation] = named;
  const lock =
    object === undefined
      ? trailer.slice(named.index)
      : await lastAround(file, new RegExp(`(?<!\\d)${Number(object)}\\s+${Number(generation)}\\s+obj\\b`), 0);
  const id = /\/ID\s*\[\s*/.exec(trailer);
  if (lock === undefined) return false;
  const read = readLock(lock, id === null ? Buffer.alloc(0) : stringAt(trailer, id.index + id[0].length));
  return read !== undefined && opensUnasked(read);
}

/** Bytes, as Latin-1, around the last place at which the pattern is found: what was appended last is in force. */
async function lastAround(file: Bytes, pattern: RegExp, before = near): Promise<string | undefined> {
  let at: number | undefined;
  let end = 0;
  for await (const window of windowsOf(file, overlap)) {
    const start = Math.max(0, end - overlap);
    end = start + window.length;
    for (const hit of window.toString('latin1').matchAll(new RegExp(pattern, 'g'))) at = start + hit.index;
  }
  if (at === undefined) return undefined;
  const from = Math.max(0, at - before);
  return asBuffer(await file.at(from, at - from + near)).toString('latin1');
}
/** Longer than what is looked for. */
const overlap = 64;

/** @returns undefined for another lock than that of a password */
function readLock(dictionary: string, id: Buffer): Lock | undefined {
  const number = (name: string, otherwise: number): number =>
    Number(new RegExp(`/${name}\\s+(-?\\d{1,10})`).exec(dictionary)?.[1] ?? otherwise);
  const text = (name: string): Buffer => {
    const found = new RegExp(`/${name}\\s*(?=[(<])`).exec(dictionary);
    return found === null ? Buffer.alloc(0) : stringAt(dictionary, found.index + found[0].length);
  };
  if (!/\/Filter\s*\/Standard\b/.test(dictionary)) return undefined;
  const version = number('V', 0);
  return {
    revision: number('R', 0),
    // A later version says the length of its key once more within its filters.
    keyBytes: version === 1 ? 5 : version === 4 ? 16 : number('Length', 40) / 8,
    owner: text('O'),
    user: text('U'),
    permissions: number('P', 0) | 0,
    hidesMetadata: !/\/EncryptMetadata\s+false\b/.test(dictionary),
    id,
  };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A string as a document writes it, `<hex>` or `(literal)`, from its first sign; empty when it is none. */
function stringAt(text: string, at: number): Buffer {
  const hex = /^<([\da-fA-F\s]*)>/.exec(text.slice(at));
  if (hex !== null) return Buffer.from((hex[1] ?? '').replace(/\s/g, ''), 'hex');
  let read = '';
  if (text[at] !== '(') return Buffer.alloc(0);
  for (let i = at + 1, depth = 1; i < text.length; i += 1) {
    const sign = text[i] ?? '';
    const escaped = sign === '\\' ? /^(?:[0-7]{1,3}|\r\n|[\s\S])/.exec(text.slice(i + 1, i + 4))?.[0] : undefined;
    depth += escaped !== undefined ? 0 : sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (depth === 0) break;
    read += escaped === undefined ? sign : meant(escaped);
    i += escaped?.length ?? 0;
  }
  return Buffer.from(read, 'latin1');
}

/** What stands behind a backslash; a line break there is none. */
function meant(escaped: string): string {
  if (/^[0-7]/.test(escaped)) return String.fromCharCode(Number.parseInt(escaped, 8) & 255);
  return /^[\r\n]/.test(escaped) ? '' : (escapes[escaped] ?? escaped);
}
