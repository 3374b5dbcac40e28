/** Of all processes of one tenant only the holder sends and sweeps. Milliseconds are monotonic: no clock that is set moves them. */
export interface Lease {
  /**
   * Takes it if it is free, and keeps it as long as the process lives and the holder's service answers. Never waits for another holder.
   * @returns whether it is ours
   * @throws StoreError Unavailable when that cannot be told; it may be asked again
   */
  acquire(): Promise<boolean>;
  /** For how long nobody else can hold it; 0 when it is not ours, infinite where it ends with the process. */
  remainingMs(): number;
  /** Lets another process have it at once. Only when nothing is under way any more. */
  release(): Promise<void>;
}

/** A request to Teams takes no longer (`adapters/teams/messenger.ts`). */
const marginMs = 10_000;

/** Whether a request that is begun now is over before another process can begin one: asked right before each. */
export const mayBegin = (lease: Pick<Lease, 'remainingMs'>): boolean => lease.remainingMs() > marginMs;
