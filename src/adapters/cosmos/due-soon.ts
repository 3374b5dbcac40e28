import type { Change } from '../../ports/store.ts';

/** Work of a lane, and when it falls due. */
export interface Soon {
  readonly lane: string;
  readonly dueAt: string;
}

interface Deps {
  /** Of all lanes and units, what falls due up to the instant: soonest first, at most `most`. */
  readonly ask: (until: string) => Promise<readonly Soon[]>;
  readonly most: number;
  /** Milliseconds for which an answer is good. */
  readonly everyMs: number;
  readonly monotonic: () => number;
}

/** So far beyond now is asked, in milliseconds: the clock goes on while an answer is good. */
const aheadMs = 5_000;
/** After every instant. */
const never = '\uffff';

/**
 * Which lanes can have work, from one question for all of them: a dozen lanes that each look every second would be billed a dozen
 * questions a second for nothing. What this process commits is known at once, what another does after `everyMs` at the latest.
 */
export function createDueSoon({ ask, most, everyMs, monotonic }: Deps) {
  /** As the last answer has it, and as was committed since. */
  let soon: Soon[] = [];
  /** Lanes whose soonest is among it. */
  let known = new Set<string>();
  /** All others may have work from this instant on. */
  let unknownFrom = '';
  let askedUntil = '';
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;
  /** Committed since the question was asked: the answer may not have it yet. */
  let noted: Soon[] = [];

  async function look(now: string): Promise<void> {
    noted = [];
    const at = monotonic();
    const until = new Date(Date.parse(now) + aheadMs).toISOString();
    const found = await ask(until);
    soon = [...found, ...noted];
    known = new Set(found.map(({ lane }) => lane));
    unknownFrom = found.length < most ? never : (found.at(-1)?.dueAt ?? '');
    [askedUntil, askedAt] = [until, at];
  }

  function lookOnce(now: string): Promise<void> {
    asking ??= look(now).finally(() => {
      asking = undefined;
    });
    return asking;
  }

  const isOld = (): boolean => monotonic() - askedAt >= everyMs;

  async function mayHave(lane: string, until: string): Promise<boolean> {
    if (isOld()) await lookOnce(until);
    // The clock may have been moved, before it was asked or while.
    if (until > askedUntil) await lookOnce(until);
    const isThere = soon.some((each) => each.lane === lane && each.dueAt <= until);
    return isThere || until > askedUntil || (until >= unknownFrom && !known.has(lane));
  }

  return {
    /** What `read` finds in the lane; nothing, without reading, when it is certain that nothing is due. @throws what `ask` and `read` do */
    async find<T>(lane: string, until: string, read: () => Promise<readonly T[]>): Promise<readonly T[]> {
      if (!(await mayHave(lane, until))) return [];
      const before = new Set(soon);
      const found = await read();
      // Done with meanwhile, all of it.
      if (found.length === 0) {
        soon = soon.filter((each) => !before.has(each) || each.lane !== lane || each.dueAt > until);
        known.delete(lane);
      }
      return found;
    },
    /** Whatever became of the commit: what was not written costs a question, and no more. */
    committed(changes: readonly Change[]): void {
      // Whoever looks next asks anew; a process that never looks need not remember.
      if (isOld() && asking === undefined) return;
      for (const change of changes) {
        if (change.op === 'delete' || change.doc.lane === undefined || change.doc.dueAt === undefined) continue;
        const { lane, dueAt } = change.doc;
        const work = { lane, dueAt };
        soon.push(work);
        if (asking !== undefined) noted.push(work);
      }
    },
  };
}
