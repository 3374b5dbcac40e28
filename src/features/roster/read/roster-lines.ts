import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { type ReadWorkbook, type TextRow, type TextSheet, WorkbookFlaw } from '../../../ports/workbook.ts';
import { archiveFlaw, isArchive, textOf } from './file-text.ts';
import type { FileCode, RosterProblem } from './problem.ts';

/** A larger file is no roster. */
export const rosterBytes = 10 * 1024 * 1024;
const mostRows = 12_000;

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
  if (bytes.length > rosterBytes) refuse('fileTooBig', { facts: { max: rosterBytes / 1024 / 1024 } });
  if (!isArchive(bytes)) {
    const read = textOf(bytes);
    if ('flaw' in read) return refuse(read.flaw);
    return [{ name: '', rows: () => bounded(csvRows(read.text)) }];
  }
  const flaw = archiveFlaw(bytes);
  if (flaw !== undefined) refuse(flaw);
  const sheets = await readWorkbook(bytes).catch(asFileFlaw);
  return sheets.map((sheet) => ({ name: sheet.name, rows: () => bounded(sheet.rows()) }));
}

async function* bounded(rows: AsyncIterable<TextRow>): AsyncGenerator<TextRow> {
  let count = 0;
  try {
    for await (const row of rows) {
      count += 1;
      if (count > mostRows) refuse('tooManyRows', { line: row.line, facts: { max: mostRows } });
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

async function* csvRows(withMark: string): AsyncGenerator<TextRow> {
  const whole = withMark.replace(/^\uFEFF/, '');
  const told = separatorLine.exec(whole);
  const text = whole.slice(told?.[0].length ?? 0);
  const before = told === null ? 0 : 1;
  const records: AsyncIterable<CsvRecord> = Readable.from(piecesOf(text)).pipe(
    parse({
      delimiter: told?.[1] ?? separatorOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }),
  );
  /** Line ends within cells: the parser counts them, a spreadsheet does not. */
  let within = 0;
  let last = before;
  try {
    for await (const { record, info } of records) {
      for (const cell of record) within += cell.split(/\r\n?|\n/).length - 1;
      last = info.lines - within + before;
      yield { line: last, cells: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // Where the parser gives up is the end of the file; the quote stands where the last row ends that could be read.
    refuse('openQuote', { line: last + 1 });
  }
}

interface CsvRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** Bytes, which the parser puts together again where a letter is cut; a few milliseconds of work each, and other work gets its turn in between. */
async function* piecesOf(text: string): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  const length = 32 * 1024;
  for (let from = 0; from < bytes.length; from += length) {
    yield bytes.subarray(from, from + length);
    await setImmediate();
  }
}

/** Whichever stands most often in the beginning, where titles and headings are; a name or a title seldom holds any. */
function separatorOf(text: string): string {
  const head = text.slice(0, 4_000);
  const count = (mark: string): number => head.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
