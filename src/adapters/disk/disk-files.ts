import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Fault } from '../../domain/errors.ts';
import type { Files } from '../../ports/files.ts';
import { digest, ownerFolder } from './file-name.ts';
import { isOlder, olderIn } from './older.ts';
import { privateFolder } from './private-folder.ts';
import { writeAside } from './receive.ts';
import { unlessMissing } from './unless-missing.ts';

/**
 * Keeps files under a folder that no other user can look into: one folder an owner, named by the owner's hash, one file a content. A file is
 * written aside, synced and renamed, so that it is there whole or not at all. Several processes may have the same folder open.
 */
export function openDiskFiles(dir: string): Files {
  privateFolder(dir);
  const aside = privateFolder(join(dir, 'unfinished'));
  const folderOf = (owner: string) => join(dir, ownerFolder(owner));

  const receive: Files['receive'] = async (pieces) => {
    const { path, ...bytes } = await writeAside(aside, pieces);
    return {
      ...bytes,
      keep: async (owner) => {
        const folder = folderOf(owner);
        const made = await mkdir(folder, { recursive: true, mode: 0o700 });
        await rename(path, join(folder, bytes.sha256));
        await sync(folder);
        if (made !== undefined) await sync(dir);
      },
      drop: () => rm(path, { force: true }),
    };
  };
  const read: Files['read'] = async (owner, sha256) => {
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
  };
  /** @returns how many of them were deleted: what was written anew since stays, as somebody is about to name it */
  async function deleteOlder(paths: Iterable<string>, before: number): Promise<number> {
    let deleted = 0;
    for (const path of paths) {
      if (!(await isOlder(path, before))) continue;
      await rm(path, { force: true });
      deleted += 1;
    }
    return deleted;
  }
  return {
    receive,
    read,
    async copy(from, owner) {
      const there = await read(from.owner, from.sha256);
      if (there === undefined) return false;
      const copy = await receive(there.chunks);
      try {
        // It would be found under a false name.
        if (copy.sha256 !== from.sha256) throw new Fault('DAMAGED_FILE', `${from.sha256} is damaged`);
        await copy.keep(owner);
      } finally {
        await copy.drop();
      }
      return true;
    },
    async deletionOf(owner, sha256) {
      const path = join(folderOf(owner), sha256);
      // The file's own name is the content's: one that is kept anew is another file of that name.
      const which = async (): Promise<string | undefined> => {
        const found = digest.test(sha256) ? await unlessMissing(stat(path, { bigint: true })) : undefined;
        return found && `${found.ino} ${found.mtimeNs}`;
      };
      const meant = await which();
      return async () => {
        if (meant !== undefined && (await which()) === meant) await rm(path, { force: true });
      };
    },
    async tidy(oldMs) {
      const before = Date.now() - oldMs;
      return deleteOlder(await olderIn(aside, before), before);
    },
    async purge(named, oldMs) {
      const before = Date.now() - oldMs;
      const isOurs = (path: string): boolean => digest.test(basename(path));
      const old = new Set((await olderIn(dir, before)).filter(isOurs));
      for await (const { owner, sha256 } of named()) old.delete(join(folderOf(owner), sha256));
      return deleteOlder(old, before);
    },
  };
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
