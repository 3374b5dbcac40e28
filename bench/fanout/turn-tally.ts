import type { TurnEnd } from './seats.ts';

export interface TurnFigures {
  readonly answered: number;
  /** Nobody listened: the bot was dead. */
  readonly down: number;
  readonly unanswered: number;
  readonly refused: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly slowestMs: number;
  /** p99 by what was asked. */
  readonly byKind: Readonly<Record<string, { readonly count: number; readonly p50Ms: number; readonly p99Ms: number }>>;
  /** A few refusals in the bot's words. */
  readonly refusals: readonly string[];
  /** Turns that nobody was free to take. */
  readonly skipped: number;
}

export type TurnTally = ReturnType<typeof createTurnTally>;

const refusalsKept = 5;

/** Counts how turns ended; one number is kept of each. */
export function createTurnTally() {
  const times = new Map<string, number[]>();
  const ends = { answered: 0, down: 0, unanswered: 0, refused: 0 };
  const refusals = new Set<string>();
  let skipped = 0;
  return {
    note(what: string, end: TurnEnd): void {
      ends[end.kind] += 1;
      if (end.kind === 'refused' && refusals.size < refusalsKept) refusals.add(`${what}: ${end.words.slice(0, 200)}`);
      if (end.kind !== 'answered') return;
      const known = times.get(what) ?? [];
      known.push(end.ms);
      times.set(what, known);
    },
    skipped: (): void => {
      skipped += 1;
    },
    figures(): TurnFigures {
      const all = [...times.values()].flat();
      const byKind = [...times].map(([what, ms]) => [
        what,
        { count: ms.length, p50Ms: percentile(ms, 50), p99Ms: percentile(ms, 99) },
      ]);
      return {
        ...ends,
        p50Ms: percentile(all, 50),
        p99Ms: percentile(all, 99),
        slowestMs: percentile(all, 100),
        byKind: Object.fromEntries(byKind),
        refusals: [...refusals],
        skipped,
      };
    },
  };
}

/** The least value that so many per cent do not exceed; 0 of nothing. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const index = Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1);
  return Math.round((sorted[index] ?? 0) * 10) / 10;
}
