import { randomUUID } from 'node:crypto';
import { openContainer } from '../../../src/adapters/blob/account.ts';
import { BlobLease } from '../../../src/adapters/blob/blob-lease.ts';
import { leasedBlob } from '../../../src/adapters/blob/leased-blob.ts';

/** The shortest that an account gives. */
export const seconds = 15;

/** As in the office, but for a shorter time. */
export async function openTestLease(connectionString: string, container: string): Promise<BlobLease> {
  const opened = await openContainer({ connectionString }, container, { timeoutMs: 3_000, tries: 1 });
  const times = { lastsMs: seconds * 1_000, renewEveryMs: 2_000, retryMs: 500 };
  return new BlobLease(leasedBlob(opened, 'tenant', { id: randomUUID(), seconds }), 'tenant', times);
}
