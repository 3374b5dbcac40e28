import type { Flaw, Found } from './known-kinds.ts';

const magic = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** The container of Office before 2007, in which documents with a password are wrapped to this day. */
export const isCompound = (bytes: Uint8Array): boolean => magic.equals(bytes.subarray(0, magic.length));

/** Names of its streams, which tell what is in it. */
const streams: readonly (readonly [name: string, kind: Found | Flaw])[] = [
  ['EncryptedPackage', 'FILE_PASSWORD'],
  ['WordDocument', { ext: 'doc', mime: 'application/msword' }],
  ['Workbook', { ext: 'xls', mime: 'application/vnd.ms-excel' }],
  ['PowerPoint Document', { ext: 'ppt', mime: 'application/vnd.ms-powerpoint' }],
  ['Book', { ext: 'xls', mime: 'application/vnd.ms-excel' }],
];

/** The directory may lie anywhere: its entries are looked for by their names, which are UTF-16. */
export function compoundKind(bytes: Uint8Array): Found | Flaw {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = streams.find(([name]) => all.includes(Buffer.from(`${name}\0`, 'utf16le')));
  return found?.[1] ?? 'FILE_TYPE';
}
