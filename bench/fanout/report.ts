import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { resultsFolder } from '../results-folder.ts';
import type { Outcomes, Rate } from './figures.ts';
import type { FanoutOptions } from './options.ts';
import type { SaveFigures } from './saves.ts';
import type { TurnFigures } from './turn-tally.ts';

export interface FanoutResult {
  readonly options: FanoutOptions;
  readonly at: string;
  readonly node: string;
  readonly cpu: string;
  readonly cores: number;
  /** The machine's load average over five minutes at the end: above its cores, others were at work on it. */
  readonly load: number;
  readonly outcomes: Outcomes;
  readonly rate: Rate & { readonly seconds: number; readonly others: number; readonly requests: number };
  /** 429 that the bot earned, by going over the limits. */
  readonly ownThrottled: number;
  readonly injected: Readonly<Record<string, number>>;
  readonly busiestSecond: number;
  /** Requests of the bot in each second since the confirming click. */
  readonly bySecond: string;
  readonly kills: {
    readonly done: number;
    readonly underWay: number;
    readonly mostUnderWay: number;
    readonly slowestRestartMs: number;
  };
  readonly turns: TurnFigures;
  /** Absent in runs without. */
  readonly saves?: SaveFigures | undefined;
  readonly memoryMb: {
    readonly peak: number;
    readonly ready: number;
    readonly working: number;
    readonly bench: number;
  };
  /** How late this program's own timers were, 99th percentile: what it adds to the turns' times at worst. */
  readonly benchLagMs: number;
  readonly startMs: number;
  readonly clickToFirstMs: number;
}

export const machine = () => ({
  node: process.version,
  cpu: cpus()[0]?.model ?? '',
  cores: cpus().length,
  load: round(loadavg()[1] ?? 0),
});

/** Nobody lost or told twice; and without faults and kills, no turn that was refused: the bench would ask for what no card shows. */
export const isGood = ({ options, outcomes, turns, saves }: FanoutResult): boolean =>
  outcomes.lost === 0 &&
  outcomes.unmarked === 0 &&
  (options.faults > 0 ||
    options.kills > 0 ||
    turns.refused + turns.unanswered + Object.keys(saves?.failed ?? {}).length === 0);

/** Keeps the run, and draws the table of the last run of each name anew. */
export function keep(result: FanoutResult): void {
  mkdirSync(resultsFolder, { recursive: true });
  writeFileSync(path.join(resultsFolder, `fanout-${result.options.name}.json`), `${JSON.stringify(result, null, 2)}\n`);
  const kept = readdirSync(resultsFolder).filter((file) => /^fanout-.*\.json$/.test(file));
  const results = kept.map((file): FanoutResult => JSON.parse(readFileSync(path.join(resultsFolder, file), 'utf8')));
  writeFileSync(path.join(resultsFolder, 'fanout.md'), tableOf(results));
}

function tableOf(results: readonly FanoutResult[]): string {
  const sorted = [...results].sort((a, b) => a.options.people - b.options.people || (a.at < b.at ? -1 : 1));
  const rows = sorted.map(rowOf);
  const heads = Object.keys(rows[0] ?? {});
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    '# The launch to many people: the last run of each variant',
    '',
    'What each figure means: `bench/README.md`.',
    '',
    line(heads),
    line(heads.map(() => '---')),
    ...rows.map((row) => line(heads.map((head) => row[head] ?? ''))),
    '',
  ].join('\n');
}

function rowOf(result: FanoutResult): Record<string, string> {
  const { options, outcomes, rate, turns, saves, memoryMb, kills } = result;
  return {
    run: options.name,
    people: String(options.people),
    'faults %': String(options.faults),
    kills: String(kills.done),
    lost: String(outcomes.lost),
    'twice (unmarked)': `${outcomes.duplicated} (${outcomes.unmarked})`,
    'ambiguous (without)': `${outcomes.ambiguous} (${outcomes.ambiguousWithout})`,
    'in flight at kills (most at one)': `${kills.underWay} (${kills.mostUnderWay})`,
    marked: String(outcomes.marked),
    'own 429': String(result.ownThrottled),
    'sends/s': rate.perSecond.toFixed(2),
    'of what is left': `${(rate.share * 100).toFixed(1)} %`,
    'busiest second': String(result.busiestSecond),
    'turn p50 / p99 ms': `${turns.p50Ms} / ${turns.p99Ms}`,
    'saves/s: p50 / p99 ms':
      saves === undefined ? '' : `${saves.perSecond.toFixed(1)}: ${saves.p50Ms} / ${saves.p99Ms}`,
    'turns answered / down / unanswered / refused': `${turns.answered} / ${turns.down} / ${turns.unanswered} / ${turns.refused}`,
    'bot MB ready / working / peak': `${memoryMb.ready} / ${memoryMb.working} / ${memoryMb.peak}`,
    'start s': (result.startMs / 1000).toFixed(1),
    date: result.at.slice(0, 16),
    node: result.node,
    machine: `${result.cpu}, ${result.cores} cores, load ${result.load}`,
  };
}

/** For the terminal. */
export function print(result: FanoutResult): void {
  const row = rowOf(result);
  const width = Math.max(...Object.keys(row).map(({ length }) => length));
  for (const [name, value] of Object.entries(row)) console.log(`${name.padEnd(width)}  ${value}`);
  console.log(
    JSON.stringify({ ...result.turns.byKind, refusals: result.turns.refusals, notSaved: result.saves?.failed }),
  );
  console.log(
    isGood(result) ? 'good: nobody lost, nobody told twice unmarked' : 'NOT GOOD: see lost, twice and refused',
  );
}

export const round = (value: number): number => Math.round(value * 10_000) / 10_000;
