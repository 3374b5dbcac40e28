import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { machine } from '../fanout/report.ts';
import { resultsFolder } from '../results-folder.ts';
import { table } from '../turns/report.ts';
import type { FuzzOptions } from './options.ts';

export interface Memory {
  /** After so many activities. */
  readonly at: number;
  readonly rss: number;
  /** Once it was cleared. */
  readonly heapUsed: number;
}

/** After which of the activities memory is asked for. */
export const markAt = (activities: number, share: number): number => Math.floor(activities * share);

export interface FuzzResult {
  readonly options: FuzzOptions;
  readonly buttons: { readonly buttons: number; readonly verbs: number };
  readonly statuses: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Answers that nobody should get. */
  readonly faults: readonly string[];
  /** What the bot told its log as an error of its own. */
  readonly errors: Readonly<Record<string, number>>;
  /** Documents written in turns of those who may write none. */
  readonly writtenByNobody: number;
  /** Documents that name them, or what they said. */
  readonly traces: readonly string[];
  readonly memory: readonly Memory[];
  readonly seconds: number;
  readonly crashed: boolean;
}

/** By so much the heap may have grown in the second half of a run: whichever is more. */
const mostGrowth = { share: 0.05, bytes: 4 * 1024 * 1024 };

/** Whether the heap, cleared, is in the end what it was at half of the activities. A run that did not get there has not shown it. */
export function isFlat({ options: { activities }, memory }: Pick<FuzzResult, 'options' | 'memory'>): boolean {
  const heapAt = (share: number): number | undefined =>
    memory.find(({ at }) => at === markAt(activities, share))?.heapUsed;
  const [half, last] = [heapAt(0.5), heapAt(1)];
  return half !== undefined && last !== undefined && last - half <= Math.max(half * mostGrowth.share, mostGrowth.bytes);
}

export const isGood = ({ faults, errors, writtenByNobody, traces, crashed, ...of }: FuzzResult): boolean =>
  !crashed && faults.length + Object.keys(errors).length + writtenByNobody + traces.length === 0 && isFlat(of);

export function keep(result: FuzzResult): void {
  mkdirSync(resultsFolder, { recursive: true });
  writeFileSync(path.join(resultsFolder, `fuzz-${result.options.name}.md`), linesOf(result).join('\n'));
}
export const print = (result: FuzzResult): void => console.log(linesOf(result).join('\n'));

const mb = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0);

function linesOf(result: FuzzResult): string[] {
  const { options, buttons, statuses, memory, seconds } = result;
  const { node, cpu, cores, load } = machine();
  const codes = [...new Set(Object.values(statuses).flatMap((of) => Object.keys(of)))].sort();
  return [
    `# Activities that nobody should send: the run "${options.name}"`,
    '',
    `${new Date().toISOString().slice(0, 16)}, ${node}, ${cpu}, ${cores} cores, load ${load}.`,
    '',
    `${options.activities} activities, seed ${options.seed}, from ${buttons.buttons} buttons of ${buttons.verbs} verbs, in ${seconds.toFixed(0)} s ` +
      `(${(options.activities / seconds).toFixed(0)} a second). ${isGood(result) ? 'Nothing was found.' : 'NOT GOOD.'}`,
    '',
    ...table(
      Object.entries(statuses).map(([sender, of]) => ({
        sender,
        ...Object.fromEntries(codes.map((code) => [`HTTP ${code}`, String(of[code] ?? 0)])),
      })),
    ),
    '',
    ...table(
      memory.map(({ at, rss, heapUsed }) => ({
        'after activities': String(at),
        'resident MB': mb(rss),
        'heap MB, cleared': mb(heapUsed),
      })),
    ),
    '',
    `Documents written in turns of those who may write none: ${result.writtenByNobody}. Documents with a trace of them: ${result.traces.length}.`,
    ...(isFlat(result) ? [] : ['', 'THE HEAP GREW in the second half.']),
    ...(result.crashed ? ['', 'THE BOT ENDED.'] : []),
    ...result.faults.map((fault) => `- answered ${fault}`),
    ...Object.entries(result.errors).map(([error, times]) => `- ${times} × ${error}`),
    '',
  ];
}
