import type { Bytes } from '../../ports/files.ts';
import type { Flaw, Found } from './known-kinds.ts';
import { windowsOf } from './windows.ts';

const magic = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** The container of Office before 2007, in which documents with a password are wrapped to this day. */
export const isCompound = (head: Uint8Array): boolean => magic.equals(head.subarray(0, magic.length));

/** Names of its streams, which tell what is in it; the first that is there counts. */
const streams = (
  [
    ['EncryptedPackage', 'FILE_PASSWORD'],
    ['WordDocument', { ext: 'doc', mime: 'application/msword' }],
    ['Workbook', { ext: 'xls', mime: 'application/vnd.ms-excel' }],
    ['PowerPoint Document', { ext: 'ppt', mime: 'application/vnd.ms-powerpoint' }],
    ['Book', { ext: 'xls', mime: 'application/vnd.ms-excel' }],
  ] as const
).map(([name, kind]) => ({ name: Buffer.from(`${name}\0`, 'utf16le'), kind }));
const overlap = Math.max(...streams.map(({ name }) => name.length));

/** The directory may lie anywhere: its entries are looked for by their names, which are UTF-16. */
export async function compoundKind(file: Bytes): Promise<Found | Flaw> {
  const there = new Set<Buffer>();
  for await (const window of windowsOf(file, overlap))
    for (const { name } of streams) if (window.includes(name)) there.add(name);
  return streams.find(({ name }) => there.has(name))?.kind ?? 'FILE_TYPE';
}
