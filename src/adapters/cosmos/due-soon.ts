import type { Change } from '../../ports/store.ts';

/** When the soonest work of a lane falls due. */
export interface Soon {
  readonly lane: string;
  readonly dueAt: string;
}

interface Deps {
  /** The soonest work of all lanes and units, soonest first, at most `most`. */
  readonly ask: () => Promise<readonly Soon[]>;
  readonly most: number;
  /** Milliseconds for which an answer is good. */
  readonly everyMs: number;
  readonly monotonic: () => number;
}

/** After every instant. */
const never = '\uffff';

/**
 * Which lanes can have work, from one question for all of them: a dozen lanes that each look every second would be billed a dozen
 * questions a second for nothing. What this process commits is known at once, what another does after `everyMs` at the latest.
 */
export function createDueSoon({ ask, most, everyMs, monotonic }: Deps) {
  /** By lane, as the last answer has it and as was committed since. */
  let soonest = new Map<string, string>();
  /** Lanes that the answer does not have may have work from this instant on. */
  let unknownFrom = '';
  let answered: ReadonlySet<string> = new Set();
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;
  /** Committed since the question was asked: the answer may not have it yet. */
  let noted: Soon[] = [];

  async function look(): Promise<void> {
    noted = [];
    const at = monotonic();
    const found = await ask();
    soonest = new Map();
    for (const each of [...found, ...noted]) note(each);
    answered = new Set(found.map(({ lane }) => lane));
    unknownFrom = found.length < most ? never : (found.at(-1)?.dueAt ?? '');
    askedAt = at;
  }

  function note({ lane, dueAt }: Soon): void {
    const before = soonest.get(lane);
    if (before === undefined || dueAt < before) soonest.set(lane, dueAt);
  }

  function lookOnce(): Promise<void> {
    asking ??= look().finally(() => {
      asking = undefined;
    });
    return asking;
  }

  return {
    /** Whether the lane may have work that is due; `false` is certain. @throws what `ask` does */
    async mayHave(lane: string, until: string): Promise<boolean> {
      if (monotonic() - askedAt >= everyMs) await lookOnce();
      return (soonest.get(lane) ?? never) <= until || (until >= unknownFrom && !answered.has(lane));
    },
    /** Whatever became of the commit: what was not written costs a question, and no more. */
    committed(changes: readonly Change[]): void {
      for (const change of changes) {
        if (change.op === 'delete' || change.doc.lane === undefined || change.doc.dueAt === undefined) continue;
        const { lane, dueAt } = change.doc;
        if (asking !== undefined) noted.push({ lane, dueAt });
        note({ lane, dueAt });
      }
    },
  };
}
