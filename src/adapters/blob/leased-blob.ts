import { type ContainerClient, RestError } from '@azure/storage-blob';
import { unless } from './answers.ts';

/** The account's side of a lease, timed by its own clock. Each throws when there is no answer. */
export interface LeaseService {
  /** @returns whether it is ours for the whole time from now on; who has it may take it again */
  take(): Promise<boolean>;
  /** @returns false when it is not ours any more */
  renew(): Promise<boolean>;
  /** What is another's stays theirs. */
  letGo(): Promise<void>;
}

/** Another has it, or it was broken. */
const notOurs = [409, 412];

/**
 * The lease of one blob, which is empty, and made when it is absent.
 * @param id a GUID that nobody else has @param seconds 15 to 60
 */
export function leasedBlob(container: ContainerClient, name: string, { id, seconds }: { id: string; seconds: number }) {
  const blob = container.getBlockBlobClient(name);
  const lease = blob.getBlobLeaseClient(id);
  const isOurs = async (work: Promise<unknown>): Promise<boolean> => {
    try {
      await work;
      return true;
    } catch (error) {
      if (error instanceof RestError && notOurs.includes(error.statusCode ?? 0)) return false;
      throw error;
    }
  };
  const service: LeaseService = {
    async take() {
      // Asked for each second by whoever waits, so it is made only once it was missed.
      const there = await unless(isOurs(lease.acquireLease(seconds)), 'BlobNotFound');
      if (there !== undefined) return there;
      await unless(blob.upload('', 0, { conditions: { ifNoneMatch: '*' } }), 'BlobAlreadyExists', 'LeaseIdMissing');
      return isOurs(lease.acquireLease(seconds));
    },
    // A blob that is gone is leased to nobody.
    renew: async () => (await unless(isOurs(lease.renewLease()), 'BlobNotFound')) ?? false,
    letGo: async () => void (await unless(isOurs(lease.releaseLease()), 'BlobNotFound')),
  };
  return service;
}
