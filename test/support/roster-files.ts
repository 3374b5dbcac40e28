import assert from 'node:assert/strict';
import { readWorkbook } from '../../src/adapters/xlsx/read-workbook.ts';
import type { RosterProblem } from '../../src/features/roster/read/problem.ts';
import { readRoster } from '../../src/features/roster/read/read-roster.ts';
import type { RosterRow } from '../../src/features/roster/read/read-row.ts';

export const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const readFile = (file: string | Uint8Array) =>
  readRoster(typeof file === 'string' ? Buffer.from(file) : file, readWorkbook);

/** Everyone of a file in which nothing is wrong. */
export async function rowsOf(file: string | Uint8Array): Promise<readonly RosterRow[]> {
  const { rows, problems } = await readFile(file);
  assert.deepEqual(problems, []);
  return rows;
}

/** What is wrong with a file, of which nobody is taken then. */
export async function problemsOf(file: string | Uint8Array): Promise<readonly RosterProblem[]> {
  const { rows, problems } = await readFile(file);
  // Who is there already may be of the office: only a roster that begins is refused for that.
  if (problems.some(({ code }) => code !== 'noOffice')) assert.deepEqual(rows, []);
  return problems;
}

/** `line column code value`, as far as there is any. */
export const inShort = ({ line, column, code, value }: RosterProblem): string =>
  [line, column, code, value].filter((part) => part !== undefined && part !== '').join(' ');
