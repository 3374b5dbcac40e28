import type { FileCode } from './problem.ts';

/** A text, or why the bytes are none that can be read without losing letters. */
export type FileText = { readonly text: string } | { readonly flaw: FileCode };

const startsWith = (bytes: Uint8Array, signature: string | readonly number[]): boolean =>
  [...signature].every((sign, at) => bytes[at] === (typeof sign === 'number' ? sign : sign.charCodeAt(0)));
const includes = (bytes: Uint8Array, text: string, encoding: BufferEncoding): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text, 0, encoding);

export const isArchive = (bytes: Uint8Array): boolean => startsWith(bytes, 'PK\u0003\u0004');
const isCompound = (bytes: Uint8Array): boolean => startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** What an archive holds that is no .xlsx; its names stand in it as they are. */
export function archiveFlaw(bytes: Uint8Array): FileCode | undefined {
  const has = (name: string): boolean => includes(bytes, name, 'latin1');
  if (has('application/vnd.oasis.opendocument')) return 'fileOpenDocument';
  if (has('.iwa')) return 'fileNumbers';
  if (has('xl/workbook.bin')) return 'fileBinaryExcel';
  return has('xl/') ? undefined : 'fileUnknown';
}

/** As Excel and other programs save a table as text: UTF-8 with or without a mark, UTF-16 ("Unicode Text"). */
export function textOf(bytes: Uint8Array): FileText {
  if (isCompound(bytes))
    return { flaw: includes(bytes, 'EncryptedPackage', 'utf16le') ? 'filePassword' : 'fileOldExcel' };
  if (startsWith(bytes, '%PDF')) return { flaw: 'filePdf' };
  const decoded = decode(bytes);
  if (decoded === undefined) return { flaw: bytes.includes(0) ? 'fileUnknown' : 'fileEncoding' };
  if (decoded.includes('\0')) return { flaw: 'fileUnknown' };
  if (/^\s*<(?:!doctype html|html|table|\?xml)/i.test(decoded)) return { flaw: 'fileWebPage' };
  return { text: decoded };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Every second byte of what most headings are written with is zero in UTF-16; some programs write no mark. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  const head = bytes.subarray(0, 400);
  const zeros = head.filter((byte, at) => at % 2 === 1 && byte === 0).length;
  return startsWith(bytes, [0xff, 0xfe]) || zeros > head.length / 4 ? 'utf-16le' : 'utf-8';
}
