import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { machine } from '../fanout/report.ts';
import { resultsFolder } from '../results-folder.ts';
import { callsIn, table } from '../turns/report.ts';
import type { StoreCount } from '../turns/store-tally.ts';

export interface Grown {
  readonly people: number;
  readonly what: string;
  /** Absent for what nobody waits for. */
  readonly p50Ms: number | undefined;
  readonly cpuMs: number;
  readonly count: StoreCount | undefined;
}

export function keep(name: string, grown: readonly Grown[]): void {
  mkdirSync(resultsFolder, { recursive: true });
  const result = { at: new Date().toISOString(), machine: machine(), grown };
  writeFileSync(path.join(resultsFolder, `growth-${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
  writeFileSync(path.join(resultsFolder, `growth-${name}.md`), linesOf(name, grown).join('\n'));
}

export const print = (name: string, grown: readonly Grown[]): void => console.log(linesOf(name, grown).join('\n'));

function linesOf(name: string, grown: readonly Grown[]): string[] {
  const { node, cpu, cores, load } = machine();
  const order = [...new Set(grown.map(({ what }) => what))];
  const sorted = order.flatMap((what) => grown.filter((one) => one.what === what));
  return [
    `# Growth: the run "${name}"`,
    '',
    `${new Date().toISOString().slice(0, 16)}, ${node}, ${cpu}, ${cores} cores, load ${load}. What each figure means: \`bench/README.md\`.`,
    '',
    ...table(sorted.map(rowOf)),
    '',
  ];
}

const rowOf = ({ people, what, p50Ms, cpuMs, count }: Grown): Record<string, string> => ({
  what,
  people: String(people),
  'p50 ms': p50Ms === undefined ? '' : p50Ms.toFixed(1),
  'CPU ms': cpuMs.toFixed(1),
  calls: count === undefined ? '' : String(callsIn(count)),
  'documents read': count === undefined ? '' : String(count.read),
  'documents written': count === undefined ? '' : String(count.written),
});
