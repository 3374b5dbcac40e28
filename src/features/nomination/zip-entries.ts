import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import type { Bytes } from '../../ports/files.ts';
import { asBuffer } from './windows.ts';

const inflate = promisify(inflateRaw);

/** What an archive's table of contents says of one of its files. */
export interface ZipEntry {
  /** Byte by byte: names are compared by their plain letters. */
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  /** Where its own header is. */
  readonly header: number;
}

/** An archive that is cut off, or lies about where its parts are. */
export class BrokenZip extends Error {}

/** Of the end of an archive, of what stands before it in a large one, and of an entry in the table, all without the texts behind them. */
const endBytes = 22;
const locatorBytes = 20;
const largeEndBytes = 56;
const entryBytes = 46;
const localBytes = 30;
const longestText = 0xffff;
/** Room for the longest entry: three texts follow it. */
const windowBytes = entryBytes + 3 * longestText;
const kept = 0;
const packed = 8;
/** Stands for a figure that is too large for its place and is told elsewhere; some programs write all of theirs so. */
const elsewhere = 0xffffffff;

/** The table lies at the end, and is read a part at a time: how long it is, is the sender's choice. @throws BrokenZip */
export async function* entriesOf(file: Bytes): AsyncGenerator<ZipEntry> {
  const { offset, count } = await tableOf(file);
  for (let at = offset, left = count; left > 0; ) {
    const window = asBuffer(await file.at(at, windowBytes));
    let used = 0;
    while (left > 0) {
      const length = lengthOf(window.subarray(used));
      if (length === undefined) break;
      yield entryOf(window.subarray(used, used + length));
      used += length;
      left -= 1;
    }
    if (used === 0) throw new BrokenZip();
    at += used;
  }
}

/** @returns undefined when it does not lie whole in the window */
function lengthOf(window: Buffer): number | undefined {
  if (window.length < entryBytes) return undefined;
  if (window.readUInt32LE(0) !== 0x02014b50) throw new BrokenZip();
  const length = entryBytes + window.readUInt16LE(28) + window.readUInt16LE(30) + window.readUInt16LE(32);
  return length <= window.length ? length : undefined;
}

function entryOf(entry: Buffer): ZipEntry {
  const nameEnd = entryBytes + entry.readUInt16LE(28);
  const large = largeFigures(entry.subarray(nameEnd, nameEnd + entry.readUInt16LE(30)));
  // They are told in this order, each only when it does not stand in its place.
  const [, packedBytes = 0, header = 0] = [24, 20, 42].map((at) => {
    const figure = entry.readUInt32LE(at);
    return figure === elsewhere ? large.next().value : figure;
  });
  return { name: entry.toString('latin1', entryBytes, nameEnd), method: entry.readUInt16LE(10), packedBytes, header };
}

function* largeFigures(extra: Buffer): Generator<number, number> {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const figures = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    for (let i = 0; i + 8 <= figures.length; i += 8) yield Number(figures.readBigUInt64LE(i));
  }
  throw new BrokenZip();
}

async function tableOf(file: Bytes): Promise<{ offset: number; count: number }> {
  const from = Math.max(0, file.size - locatorBytes - endBytes - longestText);
  const tail = asBuffer(await file.at(from, file.size - from));
  const at = tail.lastIndexOf('PK\x05\x06', tail.length - endBytes);
  if (at < 0) throw new BrokenZip();
  const [count, offset] = [tail.readUInt16LE(at + 10), tail.readUInt32LE(at + 16)];
  const locator = tail.subarray(Math.max(0, at - locatorBytes), at);
  const isLarge = locator.length === locatorBytes && locator.readUInt32LE(0) === 0x07064b50;
  if (!isLarge || (count !== longestText && offset !== elsewhere)) return { count, offset };
  const end = asBuffer(await file.at(Number(locator.readBigUInt64LE(8)), largeEndBytes));
  if (end.length < largeEndBytes || end.readUInt32LE(0) !== 0x06064b50) throw new BrokenZip();
  return { count: Number(end.readBigUInt64LE(32)), offset: Number(end.readBigUInt64LE(48)) };
}

/** What one file of the archive holds. @throws BrokenZip; also when it is more than `mostBytes`, packed or unpacked */
export async function contentOf(file: Bytes, entry: ZipEntry, mostBytes: number): Promise<Buffer> {
  const { header, packedBytes, method } = entry;
  if (packedBytes > mostBytes) throw new BrokenZip();
  const local = asBuffer(await file.at(header, localBytes));
  if (local.length < localBytes || local.readUInt32LE(0) !== 0x04034b50) throw new BrokenZip();
  const start = header + localBytes + local.readUInt16LE(26) + local.readUInt16LE(28);
  const bytes = asBuffer(await file.at(start, packedBytes));
  if (bytes.length < packedBytes || (method !== kept && method !== packed)) throw new BrokenZip();
  return method === kept
    ? bytes
    : inflate(bytes, { maxOutputLength: mostBytes }).catch(() => Promise.reject(new BrokenZip()));
}
