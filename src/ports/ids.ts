import { randomFillSync } from 'node:crypto';
import { monotonicFactory, ulid } from 'ulid';

const pool = new Uint8Array(4_096);
let left = 0;

/** The library asks for one random byte at a time; the system is asked for many at once. */
function random(): number {
  if (left === 0) {
    randomFillSync(pool);
    left = pool.length;
  }
  left -= 1;
  return (pool[left] ?? 0) / 0x100;
}

/** A fresh id (ULID): unguessable, and in the order of `atMs`. */
export const freshId = (atMs?: number): string => ulid(atMs, random);

/** As `freshId`, and after every other that this process has made so, also within one millisecond or of an earlier instant. */
export const nextId: (atMs: number) => string = monotonicFactory(random);
