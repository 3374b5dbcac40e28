import { CsvError, parse } from 'csv-parse/sync';
import { type ReadWorkbook, type TextRow, type TextSheet, WorkbookFlaw } from '../../ports/workbook.ts';
import { archiveFlaw, isArchive, textOf } from './file-text.ts';
import type { FileCode, RosterProblem } from './problem.ts';

const limits = { bytes: 10 * 1024 * 1024, rows: 12_000 } as const;

/** A file that cannot be read, or from here on cannot. */
export class FileFlaw extends Error {
  constructor(readonly problem: RosterProblem) {
    super(problem.code);
  }
}
const refuse = (code: FileCode, more: Partial<RosterProblem> = {}): never => {
  throw new FileFlaw({ code, ...more });
};

/** The tables of a roster file, whatever it is: the sheets of a workbook, or the one of a text. @throws FileFlaw */
export async function tablesOf(bytes: Uint8Array, readWorkbook: ReadWorkbook): Promise<readonly TextSheet[]> {
  if (bytes.length === 0) refuse('fileEmpty');
  if (bytes.length > limits.bytes) refuse('fileTooBig', { facts: { max: limits.bytes / 1024 / 1024 } });
  if (!isArchive(bytes)) {
    const read = textOf(bytes);
    if ('flaw' in read) return refuse(read.flaw);
    const rows = csvRows(read.text);
    return [{ name: '', rows: () => bounded(rows) }];
  }
  const flaw = archiveFlaw(bytes);
  if (flaw !== undefined) refuse(flaw);
  const sheets = await readWorkbook(bytes).catch(asFileFlaw);
  return sheets.map((sheet) => ({ name: sheet.name, rows: () => bounded(sheet.rows()) }));
}

async function* bounded(rows: AsyncIterable<TextRow> | Iterable<TextRow>): AsyncGenerator<TextRow> {
  let count = 0;
  try {
    for await (const row of rows) {
      count += 1;
      if (count > limits.rows) refuse('tooManyRows', { line: row.line, facts: { max: limits.rows } });
      yield row;
    }
  } catch (error) {
    asFileFlaw(error);
  }
}

const flaws = { broken: 'fileBroken', tooBig: 'workbookTooBig', tooWide: 'tooWide' } as const;
function asFileFlaw(error: unknown): never {
  if (error instanceof WorkbookFlaw) refuse(flaws[error.kind]);
  throw error;
}

/** Excel's own word for what it separates cells by, in a line before the first. */
const separatorLine = /^sep=(.)\r?\n/;

function csvRows(withMark: string): TextRow[] {
  const whole = withMark.replace(/^\uFEFF/, '');
  const told = separatorLine.exec(whole);
  const text = whole.slice(told?.[0].length ?? 0);
  const before = told === null ? 0 : 1;
  const records: CsvRecord[] = [];
  try {
    parse(text, {
      delimiter: told?.[1] ?? separatorOf(text),
      on_record(record, { lines }) {
        records.push({ record, lines });
        return null;
      },
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // Where the parser gives up is the end of the file; the quote stands where the last row ends that could be read.
    return refuse('openQuote', { line: (numbered(records, before).at(-1)?.line ?? before) + 1 });
  }
  return numbered(records, before);
}

interface CsvRecord {
  readonly record: string[];
  readonly lines: number;
}

/** By the row that a spreadsheet shows a record in: its cells have line ends of their own, which the parser counts. */
function numbered(records: readonly CsvRecord[], before: number): TextRow[] {
  let within = 0;
  return records.map(({ record, lines }) => {
    for (const cell of record) within += cell.split(/\r\n?|\n/).length - 1;
    return { line: lines - within + before, cells: record };
  });
}

/** Whichever stands most often in the beginning, where titles and headings are; a name or a title seldom holds any. */
function separatorOf(text: string): string {
  const head = text.slice(0, 4_000);
  const count = (mark: string): number => head.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
