import { CsvError, parse } from 'csv-parse/sync';
import { CodedError } from '../../domain/errors.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { tidy } from '../../domain/text/vietnamese.ts';
import { type RosterRow, readRow } from './read-row.ts';
import { type RosterColumn, readHeader } from './roster-columns.ts';

interface Problem {
  readonly line: number;
  readonly reason: string;
}

interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads a roster from CSV text: comma or semicolon, with or without a byte order mark, headers in English or Vietnamese.
 * @throws CodedError ROSTER_INVALID {count, problems}: every problem found, one a line, `line L, column: reason`, in English for the
 *   administrator who starts the program; nothing of such a file is used
 */
export function readRoster(text: string): RosterRow[] {
  const problems: Problem[] = [];
  const [first, ...lines] = parseLines(text, problems);
  const header = readHeader(first?.record ?? []);
  const headerLine = first?.info.lines ?? 1;
  problems.push(...header.problems.map((reason) => ({ line: headerLine, reason })));
  if (problems.length > 0) refuse(problems);

  const rows: RosterRow[] = [];
  const unique = { aadObjectId: new Map<string, number>(), email: new Map<string, number>() };
  for (const { record, info } of lines) {
    const line = info.lines;
    const complain = (column: RosterColumn, reason: string) => problems.push({ line, reason: `${column}: ${reason}` });
    if (record.length !== header.columns.length)
      problems.push({ line, reason: `expected ${header.columns.length} columns, got ${record.length}` });
    const cells = new Map(
      header.columns.map((column, position) => [column, tidy(record[position] ?? '').replace(/\s+/g, ' ')]),
    );
    const row = readRow((column) => cells.get(column) ?? '', complain);
    for (const column of ['aadObjectId', 'email'] as const) {
      const before = unique[column].get(row[column]);
      if (before !== undefined) complain(column, `${JSON.stringify(row[column])} is also on line ${before}`);
      else if (row[column] !== '') unique[column].set(row[column], line);
    }
    rows.push(row);
  }
  if (!rows.some((row) => row.status !== 'left' && isOffice(row)))
    problems.push({ line: headerLine, reason: 'roles: nobody has the role office, so nobody could take dossiers in' });
  if (problems.length > 0) refuse(problems);
  return rows;
}

/** A file in another encoding reads as U+FFFD: names would be lost for good. */
function parseLines(text: string, problems: Problem[]): Line[] {
  const broken = text.indexOf('\uFFFD');
  if (broken >= 0) problems.push({ line: text.slice(0, broken).split('\n').length, reason: 'the file is not UTF-8' });
  const firstLine = text.split(/\r?\n/, 1)[0] ?? '';
  const count = (mark: string) => firstLine.split(mark).length;
  try {
    const lines: unknown = parse(text, {
      bom: true,
      delimiter: count(';') > count(',') ? ';' : ',',
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    });
    return lines as Line[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    return refuse([...problems, { line, reason: error.message }]);
  }
}

function refuse(problems: readonly Problem[]): never {
  const sorted = problems.toSorted((a, b) => a.line - b.line);
  throw new CodedError('ROSTER_INVALID', {
    count: sorted.length,
    problems: sorted.map(({ line, reason }) => `line ${line}, ${reason}`).join('\n'),
  });
}
