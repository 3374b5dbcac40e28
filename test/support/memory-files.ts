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

export const removeFile = async (files: Files, owner: string, sha256: string): Promise<void> =>
  (await files.deletionOf(owner, sha256))();

export async function keptFile(files: Files, owner: string, sha256: string): Promise<Buffer | undefined> {
  const found = await files.read(owner, sha256);
  return found && wholeOf(found.chunks);
}

const pieceBytes = 65_536;

/** Files of a test office. @param now milliseconds since 1970 */
export function memoryFiles(now = Date.now): Files {
  const kept = new Map<string, { readonly bytes: Uint8Array; readonly at: number }>();
  const key = (owner: string, sha256: string): string => `${owner}/${sha256}`;
  return {
    async receive(pieces) {
      const bytes = await wholeOf(pieces);
      const sha256 = sha256Of(bytes);
      let isKept = false;
      return {
        size: bytes.byteLength,
        at: async (offset, length) => {
          // On a disk it has been moved away.
          if (isKept) throw new Error('what was kept is read where it is kept');
          return bytes.subarray(offset, offset + length);
        },
        sha256,
        async keep(owner) {
          isKept = true;
          kept.set(key(owner, sha256), { bytes, at: now() });
        },
        drop: async () => undefined,
      };
    },
    async read(owner, sha256) {
      const bytes = kept.get(key(owner, sha256))?.bytes;
      async function* chunks() {
        for (let at = 0; bytes && at < bytes.byteLength; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
      }
      return bytes && { size: bytes.byteLength, chunks: { [Symbol.asyncIterator]: chunks } };
    },
    async copy({ owner, sha256 }, to) {
      const found = kept.get(key(owner, sha256));
      if (found !== undefined) kept.set(key(to, sha256), { ...found, at: now() });
      return found !== undefined;
    },
    async deletionOf(owner, sha256) {
      const name = key(owner, sha256);
      const meant = kept.get(name);
      return async () => {
        if (kept.get(name) === meant) kept.delete(name);
      };
    },
    tidy: async () => 0,
    async purge(named, oldMs) {
      const before = now() - oldMs;
      const old = new Set([...kept].filter(([, { at }]) => at < before).map(([name]) => name));
      for await (const { owner, sha256 } of named()) old.delete(key(owner, sha256));
      const gone = [...old].filter((name) => (kept.get(name)?.at ?? before) < before);
      for (const name of gone) kept.delete(name);
      return gone.length;
    },
  };
}
