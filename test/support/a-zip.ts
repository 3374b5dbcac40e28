import { crc32, deflateRawSync } from 'node:zlib';

interface Style {
  /** Figures stand where those of archives above 4 GB do; some programs write all of theirs so. */
  readonly isLarge?: boolean;
  readonly isPacked?: boolean;
  /** Stands behind everything else. */
  readonly comment?: string;
}
const elsewhere = 0xffffffff;

/** A zip archive of entries that are stored as they are, or packed. A list may name the same entry twice. */
export function aZip(
  entries: Readonly<Record<string, string | Buffer>> | readonly (readonly [string, string | Buffer])[],
  { isLarge = false, isPacked = false, comment = '' }: Style = {},
): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Array.isArray(entries) ? entries : Object.entries(entries)) {
    const [path, content] = [Buffer.from(name), Buffer.from(text as string)];
    const bytes = isPacked ? deflateRawSync(content) : content;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(isPacked ? 8 : 0, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, bytes]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const extra = isLarge ? large([content.length, bytes.length, offset]) : Buffer.alloc(0);
    if (isLarge) {
      common.writeUInt32LE(elsewhere, 14);
      common.writeUInt32LE(elsewhere, 18);
      common.writeUInt16LE(extra.length, 24);
      place.writeUInt32LE(elsewhere, 10);
    }
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, place, path, extra]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(isLarge ? 0xffff : central.length, 4);
  end.writeUInt16LE(isLarge ? 0xffff : central.length, 6);
  end.writeUInt32LE(isLarge ? elsewhere : directory.length, 8);
  end.writeUInt32LE(isLarge ? elsewhere : offset, 12);
  end.writeUInt16LE(Buffer.byteLength(comment), 16);
  const before = isLarge ? largeEnd(central.length, directory.length, offset) : Buffer.alloc(0);
  return Buffer.concat([...locals, directory, before, Buffer.from('PK\x05\x06'), end, Buffer.from(comment)]);
}

function large(figures: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * figures.length);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8 * figures.length, 2);
  for (const [i, figure] of figures.entries()) extra.writeBigUInt64LE(BigInt(figure), 4 + 8 * i);
  return extra;
}

function largeEnd(count: number, bytes: number, offset: number): Buffer {
  const end = Buffer.alloc(56);
  end.write('PK\x06\x06', 0, 'latin1');
  end.writeBigUInt64LE(44n, 4);
  for (const [at, figure] of [
    [24, count],
    [32, count],
    [40, bytes],
    [48, offset],
  ] as const)
    end.writeBigUInt64LE(BigInt(figure), at);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 0, 'latin1');
  locator.writeBigUInt64LE(BigInt(offset + bytes), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([end, locator]);
}
