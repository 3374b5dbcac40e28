import path from 'node:path';
import { openDiskFiles } from '../adapters/disk/disk-files.ts';
import { SqliteLease } from '../adapters/sqlite/sqlite-lease.ts';
import type { Config } from '../config.ts';
import type { Files } from '../ports/files.ts';
import type { Lease } from '../ports/lease.ts';
import { identityOf } from './identity.ts';
import { startStep } from './start-step.ts';

/** Files, and which process sends: in the folder, or for several machines in an account of Azure Storage. */
export function openFiles(config: Config, folder: string): Promise<{ files: Files; lease: Lease }> {
  const { BLOB_URL, BLOB_CONNECTION_STRING } = config;
  const dir = path.join(folder, 'files');
  if (BLOB_URL === undefined && BLOB_CONNECTION_STRING === undefined)
    return startStep({ variable: 'DATA_DIR', value: config.DATA_DIR }, () => ({
      lease: new SqliteLease(path.join(folder, 'sender.lock')),
      files: openDiskFiles(dir),
    }));
  const needed =
    BLOB_URL === undefined
      ? { variable: 'BLOB_CONNECTION_STRING', value: 'a value (not shown)' }
      : { variable: 'BLOB_URL', value: BLOB_URL };
  return startStep(needed, async () => {
    // Only who asks for it waits until its client is loaded.
    const { openBlobStorage } = await import('../adapters/blob/open-blob-storage.ts');
    return openBlobStorage({
      account:
        BLOB_URL === undefined
          ? { connectionString: BLOB_CONNECTION_STRING ?? '' }
          : { url: BLOB_URL, identity: identityOf(config) },
      space: config.COSMOS_DATABASE,
      aside: path.join(dir, 'unfinished'),
    });
  });
}
