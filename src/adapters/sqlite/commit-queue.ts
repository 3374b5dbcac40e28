import { setImmediate as nextTurn } from 'node:timers/promises';
import { MAX_CHANGES, MAX_COMMIT_BYTES } from '../../ports/limits.ts';
import { StoreError } from '../../ports/store.ts';
import { toStoreError } from './refusal.ts';
import type { Statements } from './statements.ts';
import { type Connection, transact } from './transact.ts';
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
  /** Resolves once nothing waits any more. */
  idle(): Promise<void>;
  /** @throws StoreError Unavailable when the disk did not keep what was written: nobody knows any more what it has */
  assertKept(): void;
}

interface Deps {
  readonly db: Connection;
  readonly sql: Statements;
  /** Resolves once the disk has all that was written before. */
  readonly sync: () => Promise<void>;
  /** Told once, when the disk did not keep what was written. */
  readonly onLost: (error: StoreError) => void;
}

/**
 * Commits that are asked for while the disk is waited for, or in one turn of the event loop, share one transaction, in the order they came,
 * and so the next wait. Refusing one leaves the others. Others may read what the disk does not have yet; whatever
 * they write because of it is behind it in the same log.
 */
export function createCommitQueue({ db, sql, sync, onLost }: Deps): CommitQueue {
  const waiting: Waiting[] = [];
  let working: Promise<void> | undefined;
  let lost: StoreError | undefined;

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      await nextTurn();
      await writeGroup(nextGroup(waiting));
    }
    working = undefined;
  }

  /** Refusals, too, are told only once the disk has it all: one may rest on what another of the group wrote. */
  async function writeGroup(group: readonly Waiting[]): Promise<void> {
    try {
      assertKept();
      const outcomes = transact(db, () => group.map(outcomeOf));
      await sync().catch(loose);
      for (const [n, outcome] of outcomes.entries())
        if ('done' in outcome) group[n]?.resolve(outcome.done);
        else group[n]?.reject(outcome.refused);
    } catch (error) {
      for (const { reject } of group) reject(toStoreError(error));
    }
  }

  /** @throws what the engine throws: then nothing of the group is written */
  function outcomeOf({ writes }: Waiting): { readonly done: Etags } | { readonly refused: StoreError } {
    try {
      return { done: writeAll(sql, writes) };
    } catch (error) {
      if (error instanceof StoreError) return { refused: error };
      throw error;
    }
  }

  /** The system may have let go of what it could not write, and say the next time that all is well. */
  function loose(cause: unknown): never {
    lost = toStoreError(cause);
    onLost(lost);
    throw lost;
  }

  function assertKept(): void {
    if (lost !== undefined) throw lost;
  }

  return {
    add: (writes, bytes) =>
      new Promise((resolve, reject) => {
        waiting.push({ writes, bytes, resolve, reject });
        working ??= work();
      }),
    idle: async () => working,
    assertKept,
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
