import type { Bytes } from '../../ports/files.ts';
import type { Flaw, Found } from './known-kinds.ts';
import { BrokenZip, contentOf, entriesOf, type ZipEntry } from './zip-entries.ts';

export const isZip = (head: Uint8Array): boolean =>
  Buffer.from('PK\x03\x04').equals(head.subarray(0, 4)) || Buffer.from('PK\x05\x06').equals(head.subarray(0, 4));

/** The part in which a document of Office says what it is made of, under whatever case a program writes its name. */
const typesPart = '[content_types].xml';
/** Far more than any document needs for it; a bomb is not unpacked. */
const typesPartBytes = 1024 * 1024;
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
export async function zipKind(file: Bytes): Promise<Found | Flaw> {
  try {
    return await kindBy(file, await contentsOf(file));
  } catch (error) {
    if (error instanceof BrokenZip) return 'FILE_BROKEN';
    throw error;
  }
}

interface Contents {
  readonly hasPrograms: boolean;
  readonly hasMacros: boolean;
  /** Of a document there is one of each. */
  readonly types: readonly ZipEntry[];
  readonly mimetypes: readonly ZipEntry[];
}

async function contentsOf(file: Bytes): Promise<Contents> {
  let [hasPrograms, hasMacros] = [false, false];
  const types: ZipEntry[] = [];
  const mimetypes: ZipEntry[] = [];
  for await (const entry of entriesOf(file)) {
    hasPrograms ||= programs.test(entry.name);
    hasMacros ||= macros.test(entry.name);
    const said = plain(entry.name) === typesPart ? types : entry.name === 'mimetype' ? mimetypes : undefined;
    if (said !== undefined && said.length < 2) said.push(entry);
  }
  return { hasPrograms, hasMacros, types, mimetypes };
}

async function kindBy(file: Bytes, { hasPrograms, hasMacros, types, mimetypes }: Contents): Promise<Found | Flaw> {
  if (hasPrograms) return 'FILE_TYPE';
  const said = await textOf(file, types);
  if (hasMacros || /macroEnabled|vbaProject|macrosheet/i.test(said)) return 'FILE_MACROS';
  const found = documents.find(([main]) => main.test(said))?.[1];
  return found ?? openDocument(await textOf(file, mimetypes)) ?? { ext: 'zip', mime: 'application/zip' };
}

const plain = (name: string): string => name.replace(/^[/\\]+/, '').toLowerCase();

const openDocuments: readonly (readonly [mime: string, ext: string])[] = [
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
  ['application/vnd.oasis.opendocument.presentation', 'odp'],
];
function openDocument(said: string): Found | undefined {
  const found = openDocuments.find(([mime]) => mime === said.trim());
  return found && { ext: found[1], mime: found[0] };
}

/** UTF-8, or UTF-16 where its mark says so. @throws BrokenZip when it is there twice: one program would read the one, another the other */
async function textOf(file: Bytes, [part, again]: readonly ZipEntry[]): Promise<string> {
  if (again !== undefined) throw new BrokenZip();
  if (part === undefined) return '';
  const bytes = await contentOf(file, part, typesPartBytes);
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
