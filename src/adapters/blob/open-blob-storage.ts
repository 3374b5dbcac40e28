import { randomUUID } from 'node:crypto';
import type { Files } from '../../ports/files.ts';
import type { Lease } from '../../ports/lease.ts';
import { type Account, containerOf, openContainer } from './account.ts';
import { openBlobFiles } from './blob-files.ts';
import { BlobLease, leaseSeconds } from './blob-lease.ts';
import { leasedBlob } from './leased-blob.ts';

export interface BlobStorageOptions {
  readonly account: Account;
  /** Whose files and whose lease: centres with the same one are one. */
  readonly space: string;
  /** A folder of this machine for what comes in. */
  readonly aside: string;
}

export interface BlobStorage {
  readonly files: Files;
  readonly lease: Lease;
  /** Whether the files can be asked for now; false or thrown when not, soon. One request. */
  readonly accountAnswers: () => Promise<boolean>;
}

/** @throws what the account answers, or that it does not */
export async function openBlobStorage({ account, space, aside }: BlobStorageOptions): Promise<BlobStorage> {
  const files = await openContainer(account, 'files', { timeoutMs: 60_000, tries: 4 });
  // Whoever holds a lease has to know soon that it was not renewed.
  const leases = await openContainer(account, 'leases', { timeoutMs: 5_000, tries: 1 });
  const asked = containerOf(account, 'files', { timeoutMs: 3_000, tries: 1 });
  return {
    accountAnswers: () => asked.exists(),
    files: openBlobFiles({ container: files, space, aside }),
    lease: new BlobLease(leasedBlob(leases, space, { id: randomUUID(), seconds: leaseSeconds }), `leases/${space}`),
  };
}
