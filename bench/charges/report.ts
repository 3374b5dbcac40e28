import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Charge } from '../../test/support/cosmos/stand-in.ts';
import { machine } from '../fanout/report.ts';
import { resultsFolder } from '../results-folder.ts';
import { type Stored, sumOf } from './stored.ts';

export interface Line {
  readonly what: string;
  readonly charges: readonly Charge[];
  /** What lay in the store afterwards and not before; left out where that is another line's. */
  readonly stored?: Stored;
  /** Among how many it is shared out. */
  readonly per: number;
}

const kb = (bytes: number): string => (bytes / 1024).toFixed(1);

function rowOf({ what, charges, stored, per }: Line): string {
  const of = (kind: Charge['kind']): string => (charges.filter((each) => each.kind === kind).length / per).toFixed(1);
  const units = charges.reduce((sum, { requestUnits }) => sum + requestUnits, 0) / per;
  const { documents, bytes } = sumOf(stored ?? new Map());
  const left = stored === undefined ? ['', ''] : [(documents / per).toFixed(1), kb(bytes / per)];
  return `| ${[what, String(per), of('read'), of('query'), of('batch'), units.toFixed(1), ...left].join(' | ')} |`;
}

/** Which types of record the documents are of, heaviest first. */
function typesOf({ what, stored = new Map(), per }: Line): string {
  const each = [...stored]
    .filter(([, { bytes }]) => bytes / per >= 100)
    .sort(([, a], [, b]) => b.bytes - a.bytes)
    .map(([type, { documents, bytes }]) => `${type} ${(documents / per).toFixed(1)} of ${kb(bytes / per)} KB`);
  return `- ${what}: ${each.join(', ')}`;
}

export function report(lines: readonly Line[]): void {
  const { node, cpu, cores, load } = machine();
  const text = [
    '# What Cosmos DB would charge, by the model',
    '',
    `${new Date().toISOString().slice(0, 16)}, ${node}, ${cpu}, ${cores} cores, load ${load}. What is counted, and what a line means: docs/scale.md.`,
    '',
    '| | shared by | point reads | queries | batches | RU | documents more | KB more |',
    '|---|---|---|---|---|---|---|---|',
    ...lines.map(rowOf),
    '',
    'Documents more, by type of record:',
    '',
    ...lines.filter(({ stored }) => stored !== undefined).map(typesOf),
    '',
  ].join('\n');
  console.log(text);
  writeFileSync(path.join(resultsFolder, 'charges.md'), text);
}
