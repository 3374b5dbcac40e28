import { createHash, randomUUID } from 'node:crypto';
import { open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bytes } from '../../ports/files.ts';

/** A file that was written aside, whole and synced, and has no name yet. */
export interface Aside extends Bytes {
  readonly path: string;
  readonly sha256: string;
}

/** Writes down what comes, a piece at a time. @throws what the pieces throw, or the disk; nothing is left then */
export async function writeAside(
  dir: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Aside> {
  const path = join(dir, randomUUID());
  const hash = createHash('sha256');
  let size = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      hash.update(piece);
      size += piece.byteLength;
      yield piece;
    }
  }
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await writeFile(file, counted());
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return {
    path,
    sha256: hash.digest('hex'),
    size,
    at: (offset, length) => readAt(path, offset, Math.max(0, Math.min(length, size - offset))),
  };
}

/** Opened for each look: nobody has to close it. */
async function readAt(path: string, offset: number, length: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const bytes = Buffer.allocUnsafeSlow(length);
    let filled = 0;
    for (let more = true; more && filled < length; ) {
      const { bytesRead } = await file.read(bytes, filled, length - filled, offset + filled);
      filled += bytesRead;
      more = bytesRead > 0;
    }
    return bytes.subarray(0, filled);
  } finally {
    await file.close();
  }
}
