import { fileTypeFromBuffer } from 'file-type';
import { CodedError } from '../../domain/errors.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { tidy } from '../../domain/text/vietnamese.ts';
import type { Bytes } from '../../ports/files.ts';
import { compoundKind, isCompound } from './compound-kind.ts';
import { type Flaw, type Found, knownAs } from './known-kinds.ts';
import { isPdf, pdfKind } from './pdf-kind.ts';
import { windowsOf } from './windows.ts';
import { isZip, zipKind } from './zip-kind.ts';

export interface FileKind {
  /** Safe to show and to download under; ends with the extension of what the bytes are. */
  readonly name: string;
  readonly mediaType: string;
  readonly extension: string;
}

/** Enough for the library; a song's picture may stand before its sound. */
const headBytes = 256 * 1024;
const MAX_NAME = 120;
const NAMELESS = 'tep';

/** @param types extensions without the dot, as the plan lists them */
type Settings = Pick<Plan['settings']['evidence'], 'types'>;

/**
 * Says what a file is by its bytes; the name's extension is not believed.
 * @throws CodedError FILE_EMPTY, FILE_BROKEN, FILE_PASSWORD, FILE_MACROS {name}; FILE_KIND {name, found, ext, allowed}, where `found` names a
 * kind that people know; FILE_TYPE {name, allowed} for programs and what nobody knows
 */
export async function checkEvidenceFile(file: Bytes, name: string, settings: Settings): Promise<FileKind> {
  const shown = tidyName(name);
  if (file.size === 0) throw new CodedError('FILE_EMPTY', { name: shown });
  const allowed = settings.types.map(canonical);
  const found = (await kindOf(file)) ?? (await asText(file, shown));
  if (typeof found === 'string' && found !== 'FILE_TYPE') throw new CodedError(found, { name: shown });
  if (typeof found !== 'object' || !allowed.includes(found.ext)) {
    const listed = { name: shown, allowed: settings.types.join(', ') };
    const known = typeof found === 'object' ? knownAs(found) : undefined;
    throw known === undefined
      ? new CodedError('FILE_TYPE', listed)
      : new CodedError('FILE_KIND', { ...listed, ...known });
  }
  return { name: withExtension(shown, found.ext, allowed), mediaType: found.mime, extension: found.ext };
}

/** What the library knows by its first bytes; ours where these do not tell, or tell too little. */
async function kindOf(file: Bytes): Promise<Found | Flaw | undefined> {
  const head = await file.at(0, headBytes);
  if (isZip(head)) return zipKind(file);
  if (isCompound(head)) return compoundKind(file);
  // A program that carries the header of a PDF is a program.
  const found = await fileTypeFromBuffer(head);
  return found !== undefined && found.ext !== 'pdf' ? found : isPdf(head) ? pdfKind(file) : undefined;
}

/** Plain text has no magic bytes: it is what calls itself so, is UTF-8 and holds no binary. */
async function asText(file: Bytes, name: string): Promise<Found | undefined> {
  if (canonical(split(name)[1]) !== 'txt') return undefined;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const window of windowsOf(file, 0)) {
      if (window.includes(0)) return undefined;
      decoder.decode(window, { stream: true });
    }
    decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
  return { ext: 'txt', mime: 'text/plain' };
}

const canonical = (extension: string): string => {
  const bare = extension.toLowerCase().replace(/^\./, '');
  return bare === 'jpeg' ? 'jpg' : bare;
};

/** The name before its extension, and the extension with its dot or nothing. */
function split(name: string): [stem: string, tail: string] {
  const [, stem = '', tail = ''] = /^(.*?)(\.[^.\s]{1,10})?$/su.exec(name) ?? [];
  return [stem, tail];
}

/** Without folders, control characters and those that turn the direction of text (`gpj.exe` shown as `exe.jpg`). */
export function tidyName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const [stem, tail] = split(tidy(last.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')).replace(/\.+$/, ''));
  return join(stem.replace(/^[.\s]+/, ''), tail);
}

/** "Kết quả.pdf" that is a picture becomes "Kết quả.png"; "Báo cáo 10.2026" keeps its date. */
function withExtension(name: string, extension: string, allowed: readonly string[]): string {
  const [stem, tail] = split(name);
  if (canonical(tail) === extension) return name;
  return join(allowed.includes(canonical(tail)) ? stem : name, `.${extension}`);
}

/** Counts code points, so that no letter is halved. */
const join = (stem: string, tail: string): string =>
  `${[...(stem === '' ? NAMELESS : stem)].slice(0, MAX_NAME - [...tail].length).join('')}${tail}`;
