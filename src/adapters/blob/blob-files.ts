import { rm } from 'node:fs/promises';
import type { ContainerClient } from '@azure/storage-blob';
import type { Files } from '../../ports/files.ts';
import { digest, ownerFolder } from '../disk/file-name.ts';
import { olderIn } from '../disk/older.ts';
import { privateFolder } from '../disk/private-folder.ts';
import { writeAside } from '../disk/receive.ts';
import { unless } from './answers.ts';

export interface BlobFilesOptions {
  readonly container: ContainerClient;
  /** First part of all names: centres that share a container neither see nor purge each other's files. */
  readonly space: string;
  /** A folder of this machine for what has come in and is not kept yet. */
  readonly aside: string;
}

/** A download that breaks goes on where it broke, so often. */
const maxRetryRequests = 3;
/** A copy within the account is made while it is asked for, unless it is large. */
const askAgainMs = 250;

/** Keeps files as blobs, named as on the disk: the owner's hash, the content's. A blob is there whole or not at all. */
export function openBlobFiles({ container, space, aside }: BlobFilesOptions): Files {
  privateFolder(aside);
  const nameOf = (owner: string, sha256: string): string => `${space}/${ownerFolder(owner)}/${sha256}`;
  const blobOf = (owner: string, sha256: string) => container.getBlockBlobClient(nameOf(owner, sha256));
  const isOurs = (name: string): boolean => digest.test(name.slice(name.lastIndexOf('/') + 1));

  /** By the account's clock, which is the one that dates what is in it. */
  async function namesOlderThan(ms: number): Promise<{ readonly before: Date; readonly names: Set<string> }> {
    let before: Date | undefined;
    const names = new Set<string>();
    for await (const { segment, date } of container.listBlobsFlat({ prefix: `${space}/` }).byPage()) {
      before ??= new Date((date ?? new Date()).getTime() - ms);
      for (const { name, properties } of segment.blobItems)
        if (isOurs(name) && properties.lastModified < before) names.add(name);
    }
    return { before: before ?? new Date(0), names };
  }

  const read: Files['read'] = async (owner, sha256) => {
    if (!digest.test(sha256)) return undefined;
    const blob = blobOf(owner, sha256);
    const found = await unless(blob.getProperties(), 'BlobNotFound');
    if (found === undefined) return undefined;
    async function* chunks(): AsyncGenerator<Uint8Array> {
      const { readableStreamBody = [] } = await blob.download(0, undefined, { maxRetryRequests });
      for await (const chunk of readableStreamBody) yield chunk as Buffer;
    }
    return { size: found.contentLength ?? 0, chunks: { [Symbol.asyncIterator]: chunks } };
  };
  return {
    async receive(pieces) {
      const { path, ...bytes } = await writeAside(aside, pieces);
      return {
        ...bytes,
        keep: async (owner) => void (await blobOf(owner, bytes.sha256).uploadFile(path)),
        drop: () => rm(path, { force: true }),
      };
    },
    read,
    async copy(from, owner) {
      // What an account answers that cannot find the source is not told apart from what it answers to other troubles.
      if ((await read(from.owner, from.sha256)) === undefined) return false;
      const { url } = blobOf(from.owner, from.sha256);
      const copying = await blobOf(owner, from.sha256).beginCopyFromURL(url, { intervalInMs: askAgainMs });
      await copying.pollUntilDone();
      return true;
    },
    async deletionOf(owner, sha256) {
      const blob = blobOf(owner, sha256);
      const found = digest.test(sha256) ? await unless(blob.getProperties(), 'BlobNotFound') : undefined;
      return async () => {
        const { etag } = found ?? {};
        if (etag !== undefined)
          await unless(blob.delete({ conditions: { ifMatch: etag } }), 'ConditionNotMet', 'BlobNotFound');
      };
    },
    async tidy(oldMs) {
      const left = await olderIn(aside, Date.now() - oldMs);
      for (const path of left) await rm(path, { force: true });
      return left.length;
    },
    async purge(named, oldMs) {
      const { before, names } = await namesOlderThan(oldMs);
      for await (const { owner, sha256 } of named()) names.delete(nameOf(owner, sha256));
      let purged = 0;
      for (const name of names) {
        // Kept anew since: whoever did so is about to name it.
        const conditions = { ifUnmodifiedSince: before };
        if (await unless(container.deleteBlob(name, { conditions }), 'ConditionNotMet', 'BlobNotFound')) purged += 1;
      }
      return purged;
    },
  };
}
