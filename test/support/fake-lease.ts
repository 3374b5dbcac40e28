import type { Lease } from '../../src/ports/lease.ts';

/** A lease that somebody else may hold; ours at the first try if nobody does. */
export function fakeLease() {
  let isHeld = false;
  let isFree = true;
  let fault: Error | undefined;
  const asked = { acquire: 0, release: 0 };
  const lease: Lease = {
    acquire: async () => {
      asked.acquire += 1;
      if (fault !== undefined) throw fault;
      isHeld ||= isFree;
      return isHeld;
    },
    remainingMs: () => (isHeld ? Number.POSITIVE_INFINITY : 0),
    release: async () => {
      asked.release += 1;
      isHeld = false;
    },
  };
  return {
    lease,
    asked,
    /** Another process has it now. */
    taken: (): void => {
      isHeld = false;
      isFree = false;
    },
    /** The other process has ended. */
    free: (): void => {
      isFree = true;
    },
    /** What the next tries end with, until called without. */
    breaks: (error?: Error): void => {
      fault = error;
    },
  };
}
