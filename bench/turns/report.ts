import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { machine } from '../fanout/report.ts';
import { resultsFolder } from '../results-folder.ts';
import type { TurnsOptions } from './options.ts';
import type { ScenarioName } from './scenarios.ts';
import type { StoreCount } from './store-tally.ts';
import type { TargetName } from './targets.ts';

export interface Measure {
  readonly target: TargetName;
  readonly scenario: ScenarioName;
  /** Name of the load. */
  readonly load: string;
  readonly turns: number;
  readonly failed: Readonly<Record<string, number>>;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of the bot's process, for each turn, while they came in. */
  readonly cpuMs: number;
  /** The same from then until it had nothing left to do: cards kept in step, messages sent. */
  readonly cpuAfterMs: number;
}

export interface TurnsResult {
  readonly options: TurnsOptions;
  readonly at: string;
  /** The machine's load average over the last minute: about two are the bench's own. */
  readonly load: number;
  readonly counts: Readonly<Partial<Record<ScenarioName, StoreCount>>>;
  readonly measures: readonly Measure[];
}

export function keep(result: TurnsResult): void {
  mkdirSync(resultsFolder, { recursive: true });
  const name = `turns-${result.options.name}`;
  writeFileSync(
    path.join(resultsFolder, `${name}.json`),
    `${JSON.stringify({ ...result, machine: machine() }, null, 2)}\n`,
  );
  writeFileSync(path.join(resultsFolder, `${name}.md`), linesOf(result).join('\n'));
}

export const print = (result: TurnsResult): void => console.log(linesOf(result).join('\n'));

/** As soon as it is known: a run takes minutes. */
export function printMeasure({ scenario, load, target, turns, failed, ...figures }: Measure): void {
  const { perSecond, p50Ms, p99Ms, cpuMs, cpuAfterMs } = figures;
  console.log(
    `${scenario} ${load} ${target}: ${turns} turns, ${perSecond.toFixed(0)}/s, p50 ${p50Ms} p99 ${p99Ms} ms,`,
    `CPU ${cpuMs.toFixed(2)} + ${cpuAfterMs.toFixed(2)} ms`,
    Object.keys(failed).length > 0 ? JSON.stringify(failed) : '',
  );
}

function linesOf(result: TurnsResult): string[] {
  const { node, cpu, cores } = machine();
  return [
    `# Turns: the run "${result.options.name}"`,
    '',
    `${result.at.slice(0, 16)}, ${node}, ${cpu}, ${cores} cores, load ${result.load.toFixed(1)}. What each figure means: \`bench/README.md\`.`,
    '',
    ...table(result.measures.map((measure) => rowOf(measure, result.measures))),
    '',
    'What a turn does with the store until it is answered:',
    '',
    ...table(Object.entries(result.counts).map(([name, count]) => countRow(name, count))),
    '',
  ];
}

function rowOf(measure: Measure, all: readonly Measure[]): Record<string, string> {
  const echo = all.find(
    ({ target, scenario, load }) => target === 'echo' && scenario === measure.scenario && load === measure.load,
  );
  const isPaced = measure.load.includes('/');
  const failed = Object.entries(measure.failed).map(([why, count]) => `${count} × ${why}`);
  return {
    turn: measure.scenario,
    load: isPaced ? measure.load : `${measure.load} in flight`,
    bot: measure.target,
    'turns/s': measure.perSecond.toFixed(0),
    'p50 ms': measure.p50Ms.toFixed(1),
    'p99 ms': measure.p99Ms.toFixed(1),
    'CPU ms': measure.cpuMs.toFixed(3),
    'CPU ms after': measure.cpuAfterMs.toFixed(3),
    'turns/s : echo': echo === undefined || isPaced ? '' : (measure.perSecond / echo.perSecond).toFixed(2),
    'echo CPU : CPU': echo === undefined ? '' : (echo.cpuMs / measure.cpuMs).toFixed(2),
    failed: failed.join('; '),
  };
}

function countRow(name: string, count: StoreCount): Record<string, string> {
  const { calls, read, written } = count;
  return {
    turn: name,
    calls: String(callsIn(count)),
    'documents read': String(read),
    'documents written': String(written),
    'by method': Object.entries(calls)
      .map(([method, count]) => `${method} ${count}`)
      .join(', '),
  };
}

export const callsIn = ({ calls }: StoreCount): number => Object.values(calls).reduce((total, one) => total + one, 0);

export function table(rows: readonly Record<string, string>[]): string[] {
  const heads = Object.keys(rows[0] ?? {});
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map((row) => line(heads.map((head) => row[head] ?? '')))];
}
