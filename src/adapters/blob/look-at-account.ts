import { type Account, containerOf } from './account.ts';
import { unless } from './answers.ts';

export interface Looked {
  /** Whether anything is kept there; undefined while there is no container. */
  readonly hasFiles: boolean | undefined;
  /** Whether a process sends; undefined while none ever has. */
  readonly isLeased: boolean | undefined;
}

/** Somebody waits for what is found. */
const patience = { timeoutMs: 5_000, tries: 1 };

/**
 * What the bot would find. Lists and reads, and makes, writes and leases nothing: whether it may, only a start shows.
 * @throws what the account answers, or that it does not
 */
export async function lookAtAccount(account: Account, space: string): Promise<Looked> {
  const files = containerOf(account, 'files', patience);
  const leases = containerOf(account, 'leases', patience);
  const firstPage = files.listBlobsFlat({ prefix: `${space}/` }).byPage({ maxPageSize: 1 });
  const page = await unless(firstPage.next(), 'ContainerNotFound');
  const lease = await unless(leases.getBlobClient(space).getProperties(), 'ContainerNotFound', 'BlobNotFound');
  return {
    hasFiles: page && page.value.segment.blobItems.length > 0,
    isLeased: lease && lease.leaseState === 'leased',
  };
}
