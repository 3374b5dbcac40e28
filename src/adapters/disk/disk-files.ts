import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, rmSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from '../../ports/files.ts';
import { privateFolder } from './private-folder.ts';
import { unlessMissing } from './unless-missing.ts';

const digest = /^[0-9a-f]{64}$/;
const sha256Of = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/**
 * Keeps files under a folder of this process alone: one folder an owner, named by the owner's hash, one file a content. A file is
 * written aside, synced and renamed, so that it is there whole or not at all.
 */
export function openDiskFiles(dir: string): Files {
  privateFolder(dir);
  const aside = join(dir, 'unfinished');
  rmSync(aside, { recursive: true, force: true });
  privateFolder(aside);

  const folderOf = (owner: string) => join(dir, sha256Of(owner));
  return {
    /** @throws TypeError when the bytes are not those of the SHA-256: they would be found under a false name */
    async put(owner, sha256, bytes) {
      if (sha256Of(bytes) !== sha256) throw new TypeError(`the bytes do not have the SHA-256 ${sha256}`);
      const folder = folderOf(owner);
      const temporary = join(aside, randomUUID());
      try {
        await writeSynced(temporary, bytes);
        const made = await mkdir(folder, { recursive: true, mode: 0o700 });
        await rename(temporary, join(folder, sha256));
        await sync(folder);
        if (made !== undefined) await sync(dir);
      } finally {
        await rm(temporary, { force: true });
      }
    },
    async get(owner, sha256) {
      return digest.test(sha256) ? unlessMissing(readFile(join(folderOf(owner), sha256))) : undefined;
    },
    async read(owner, sha256) {
      if (!digest.test(sha256)) return undefined;
      const path = join(folderOf(owner), sha256);
      const found = await unlessMissing(stat(path));
      // Opened with the first piece: who never asks for one keeps no file open.
      return (
        found && {
          size: found.size,
          chunks: { [Symbol.asyncIterator]: () => createReadStream(path)[Symbol.asyncIterator]() },
        }
      );
    },
    async remove(owner, sha256) {
      if (digest.test(sha256)) await rm(join(folderOf(owner), sha256), { force: true });
    },
    async purge(named, oldMs) {
      const before = Date.now() - oldMs;
      const isOld = async (path: string): Promise<boolean> =>
        ((await unlessMissing(stat(path)))?.mtimeMs ?? before) < before;
      const there = (await readdir(dir, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile() && digest.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name));
      const old = new Set<string>();
      for (const path of there) if (await isOld(path)) old.add(path);
      for await (const { owner, sha256 } of named()) old.delete(join(folderOf(owner), sha256));
      let purged = 0;
      for (const path of old) {
        // Put anew since: whoever did so is about to name it.
        if (!(await isOld(path))) continue;
        await rm(path, { force: true });
        purged += 1;
      }
      return purged;
    },
  };
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A renamed file survives a power cut only when its folder is synced too. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
