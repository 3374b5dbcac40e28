import path from 'node:path';
import { openDiskFiles } from '../adapters/disk/disk-files.ts';
import { SqliteLease } from '../adapters/sqlite/sqlite-lease.ts';
import type { Config } from '../config.ts';
import type { Files } from '../ports/files.ts';
import type { Lease } from '../ports/lease.ts';
import { identityOf } from './identity.ts';
import { startStep } from './start-step.ts';

interface OpenedFiles {
  readonly files: Files;
  readonly lease: Lease;
  /** Only where they are in an account of storage. */
  readonly accountAnswers?: () => Promise<boolean>;
}

/** Files, and which process sends: in the folder, or for several machines in an account of Azure Storage. */
export function openFiles(config: Config, folder: string): Promise<OpenedFiles> {
  const dir = path.join(folder, 'files');
  const storage = accountOf(config);
  if (storage === undefined)
    return startStep({ variable: 'DATA_DIR', value: config.DATA_DIR }, () => ({
      lease: new SqliteLease(path.join(folder, 'sender.lock')),
      files: openDiskFiles(dir),
    }));
  const { needed, account } = storage;
  return startStep(needed, async () => {
    // Only who asks for it waits until its client is loaded.
    const { openBlobStorage } = await import('../adapters/blob/open-blob-storage.ts');
    return openBlobStorage({ account, space: config.COSMOS_DATABASE, aside: path.join(dir, 'unfinished') });
  });
}

/** The account of Azure Storage, and the variable that names it; undefined when files are in DATA_DIR. */
export function accountOf(config: Config) {
  const { BLOB_URL, BLOB_CONNECTION_STRING } = config;
  if (BLOB_URL !== undefined)
    return {
      needed: { variable: 'BLOB_URL', value: BLOB_URL },
      account: { url: BLOB_URL, identity: identityOf(config) },
    };
  if (BLOB_CONNECTION_STRING === undefined) return undefined;
  return {
    needed: { variable: 'BLOB_CONNECTION_STRING', value: 'a value (not shown)' },
    account: { connectionString: BLOB_CONNECTION_STRING },
  };
}
