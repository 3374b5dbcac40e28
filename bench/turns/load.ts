/** How turns come in: so many at any time, or so many a second. */
export type Load =
  | { readonly name: string; readonly inFlight: number }
  | { readonly name: string; readonly perSecond: number };

export const loads: readonly Load[] = [
  { name: '1', inFlight: 1 },
  { name: '8', inFlight: 8 },
  { name: '32', inFlight: 32 },
  { name: '50/s', perSecond: 50 },
];

export interface Stage {
  readonly load: Load;
  readonly seconds: number;
  /** Ends the stage before its time. */
  readonly mostTurns: number;
}

export interface StageTimes {
  readonly turns: number;
  readonly seconds: number;
  /** Of each turn, in milliseconds; of a paced one from the moment at which it was due. */
  readonly took: readonly number[];
  /** What went wrong, and how often. */
  readonly failed: Readonly<Record<string, number>>;
}

/**
 * @param turn one turn, by its number; throws when it was not answered as it should be
 * @param isStopped asked before each turn
 */
export async function drive(
  stage: Stage,
  turn: (i: number) => Promise<void>,
  isStopped = (): boolean => false,
): Promise<StageTimes> {
  const took: number[] = [];
  const failed: Record<string, number> = {};
  const startedAt = performance.now();
  const endsAt = startedAt + stage.seconds * 1_000;
  let next = 0;
  let lastAt = startedAt;

  async function take(dueAt: number): Promise<void> {
    const i = next;
    next += 1;
    try {
      await turn(i);
      lastAt = performance.now();
      took.push(lastAt - dueAt);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      failed[why] = (failed[why] ?? 0) + 1;
    }
  }
  const isOver = (): boolean => performance.now() >= endsAt || next >= stage.mostTurns || isStopped();

  if ('inFlight' in stage.load) {
    const worker = async (): Promise<void> => {
      while (!isOver()) await take(performance.now());
    };
    await Promise.all(Array.from({ length: stage.load.inFlight }, worker));
  } else {
    const everyMs = 1_000 / stage.load.perSecond;
    const underWay: Promise<void>[] = [];
    for (let dueAt = startedAt; !isOver(); dueAt += everyMs) {
      await pauseUntil(dueAt);
      underWay.push(take(dueAt));
    }
    await Promise.all(underWay);
  }
  return { turns: took.length, seconds: (lastAt - startedAt) / 1_000, took, failed };
}

const pauseUntil = (at: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, Math.max(0, at - performance.now()));
  });
