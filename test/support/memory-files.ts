import { createHash } from 'node:crypto';
import type { Bytes, Files } from '../../src/ports/files.ts';

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Bytes as if they lay on a disk. */
export const lying = (bytes: Uint8Array): Bytes => ({
  size: bytes.byteLength,
  at: async (offset, length) => bytes.subarray(offset, offset + length),
});

/** All of what comes piece by piece. */
export async function wholeOf(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/** As a turn does it: received, kept, and done with. @returns the SHA-256 it is found under */
export async function keepFile(files: Files, owner: string, bytes: Uint8Array): Promise<string> {
  const file = await files.receive([bytes]);
  await file.keep(owner);
  await file.drop();
  return file.sha256;
}

export async function keptFile(files: Files, owner: string, sha256: string): Promise<Buffer | undefined> {
  const found = await files.read(owner, sha256);
  return found && wholeOf(found.chunks);
}

/** Files of a test office. */
export function memoryFiles(): Files {
  const kept = new Map<string, Uint8Array>();
  const key = (owner: string, sha256: string): string => `${owner}/${sha256}`;
  return {
    async receive(pieces) {
      const bytes = await wholeOf(pieces);
      const sha256 = sha256Of(bytes);
      return {
        ...lying(bytes),
        sha256,
        keep: async (owner) => void kept.set(key(owner, sha256), bytes),
        drop: async () => undefined,
      };
    },
    async read(owner, sha256) {
      const bytes = kept.get(key(owner, sha256));
      async function* chunks() {
        if (bytes !== undefined) yield bytes;
      }
      return bytes && { size: bytes.byteLength, chunks: chunks() };
    },
    async copy({ owner, sha256 }, to) {
      const bytes = kept.get(key(owner, sha256));
      if (bytes !== undefined) kept.set(key(to, sha256), bytes);
      return bytes !== undefined;
    },
    remove: async (owner, sha256) => void kept.delete(key(owner, sha256)),
    purge: async () => 0,
  };
}
