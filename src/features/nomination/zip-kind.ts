import { unzipSync } from 'fflate';
import type { Flaw, Found } from './known-kinds.ts';

export const isZip = (bytes: Uint8Array): boolean =>
  Buffer.from('PK\x03\x04').equals(bytes.subarray(0, 4)) || Buffer.from('PK\x05\x06').equals(bytes.subarray(0, 4));

/** The part in which a document of Office says what it is made of, under whatever case a program writes its name. */
const typesPart = '[content_types].xml';
/** Far more than any document needs for it; a bomb is not unpacked. */
const typesPartBytes = 4 * 1024 * 1024;
const macros = /(^|\/)(vbaProject\.bin|vbaData\.xml)$|(^|\/)macrosheets\//i;
const programs = /\.(exe|dll|com|scr|bat|cmd|msi|ps1|vbs|vbe|js|jse|wsf|hta|lnk|jar|cpl|reg)$/i;

const office = 'application/vnd.openxmlformats-officedocument.';
const documents: readonly (readonly [main: RegExp, kind: Found])[] = [
  [/wordprocessingml\.document\.main\+xml/, { ext: 'docx', mime: `${office}wordprocessingml.document` }],
  [/spreadsheetml\.sheet\.main\+xml/, { ext: 'xlsx', mime: `${office}spreadsheetml.sheet` }],
  [
    /presentationml\.(presentation|slideshow)\.main\+xml/,
    { ext: 'pptx', mime: `${office}presentationml.presentation` },
  ],
];

/**
 * By the table of contents at its end, whatever the order of its entries. A document says what it is in one of its parts; Office, Google
 * and others write that part in different places and with different quotes.
 */
export function zipKind(bytes: Uint8Array): Found | Flaw {
  const names: string[] = [];
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        const isAsked = plain(name) === typesPart || name === 'mimetype';
        return isAsked && originalSize <= typesPartBytes;
      },
    });
  } catch {
    return 'FILE_BROKEN';
  }
  if (names.some((name) => programs.test(name))) return 'FILE_TYPE';
  const types = Object.entries(parts).find(([name]) => plain(name) === typesPart)?.[1];
  const said = types === undefined ? '' : textOf(types);
  if (/macroEnabled|vbaProject|macrosheet/i.test(said) || names.some((name) => macros.test(name))) return 'FILE_MACROS';
  const found = documents.find(([main]) => main.test(said))?.[1];
  return found ?? openDocument(parts.mimetype) ?? { ext: 'zip', mime: 'application/zip' };
}

const plain = (name: string): string => name.replace(/^[/\\]+/, '').toLowerCase();

const openDocuments: readonly (readonly [mime: string, ext: string])[] = [
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
  ['application/vnd.oasis.opendocument.presentation', 'odp'],
];
function openDocument(part: Uint8Array | undefined): Found | undefined {
  const said = part === undefined ? '' : textOf(part).trim();
  const found = openDocuments.find(([mime]) => mime === said);
  return found && { ext: found[1], mime: found[0] };
}

/** UTF-8, or UTF-16 where its mark says so. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
