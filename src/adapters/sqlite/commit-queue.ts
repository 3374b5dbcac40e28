import { MAX_CHANGES, MAX_COMMIT_BYTES } from '../../ports/limits.ts';
import { toStoreError } from './refusal.ts';
import type { Statements } from './statements.ts';
import { attempt, type Connection, transact } from './transact.ts';
import { type Write, writeAll } from './write.ts';

type Etags = ReadonlyMap<string, string>;

interface Waiting {
  readonly writes: readonly Write[];
  readonly bytes: number;
  readonly resolve: (etags: Etags) => void;
  readonly reject: (refusal: Error) => void;
}

/** What one transaction takes at most: about 5 ms of writing, for which all else waits, and little memory. */
const MOST_WRITES = 4 * MAX_CHANGES;
const MOST_BYTES = 4 * MAX_COMMIT_BYTES;

export interface CommitQueue {
  /** Answers once the disk has it. @throws StoreError as `Store.commit` */
  add(writes: readonly Write[], bytes: number): Promise<Etags>;
  /** Writes at once all that waits. */
  drain(): void;
}

/**
 * Commits that are asked for in one turn of the event loop share one transaction, in the order they came, and so one wait for the disk.
 * Each is a part of its own: refusing one leaves the others.
 */
export function createCommitQueue(db: Connection, sql: Statements): CommitQueue {
  const waiting: Waiting[] = [];
  let isScheduled = false;

  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      if (waiting.length === 0) return;
      writeGroup(db, sql, nextGroup(waiting));
      if (waiting.length > 0) schedule();
    });
  }

  return {
    add: (writes, bytes) =>
      new Promise((resolve, reject) => {
        waiting.push({ writes, bytes, resolve, reject });
        schedule();
      }),
    drain: () => {
      while (waiting.length > 0) writeGroup(db, sql, nextGroup(waiting));
    },
  };
}

/** Takes from the front as many as one transaction may hold, at least one. */
function nextGroup(waiting: Waiting[]): Waiting[] {
  let writes = 0;
  let bytes = 0;
  const end = waiting.findIndex((one, n) => {
    writes += one.writes.length;
    bytes += one.bytes;
    return n > 0 && (writes > MOST_WRITES || bytes > MOST_BYTES);
  });
  return waiting.splice(0, end === -1 ? waiting.length : end);
}

function writeGroup(db: Connection, sql: Statements, group: readonly Waiting[]): void {
  try {
    const outcomes = transact(db, () =>
      group.length === 1
        ? group.map(({ writes }) => ({ done: writeAll(sql, writes) }))
        : group.map(({ writes }) => attempt(db, () => writeAll(sql, writes))),
    );
    // Only now: a refusal, too, may rest on what another of the group wrote.
    for (const [n, outcome] of outcomes.entries())
      if ('done' in outcome) group[n]?.resolve(outcome.done);
      else group[n]?.reject(toStoreError(outcome.refused));
  } catch (error) {
    for (const { reject } of group) reject(toStoreError(error));
  }
}
