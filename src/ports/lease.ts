/** Of all processes of one tenant only the holder sends and sweeps. Milliseconds are monotonic: no clock that is set moves them. */
export interface Lease {
  /** Takes it if it is free, and keeps it as long as the process lives and the holder's service answers. @returns whether it is ours */
  acquire(): Promise<boolean>;
  /** For how long nobody else can hold it; 0 when it is not ours, infinite where it ends with the process. */
  remainingMs(): number;
  release(): Promise<void>;
}
