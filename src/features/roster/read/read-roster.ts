import { setImmediate } from 'node:timers/promises';
import type { ReadWorkbook, TextRow, TextSheet } from '../../../ports/workbook.ts';
import { type RosterProblem, shown } from './problem.ts';
import { isHeading } from './read-header.ts';
import { FileFlaw, tablesOf } from './roster-lines.ts';
import { type RosterRead, rosterTable } from './roster-table.ts';

/** Rows above the heading: titles, the unit's name, the date. */
const mostTitles = 30;
/** Rows after which other work gets its turn. */
const stretch = 200;

/**
 * Reads a roster as an office makes it: .xlsx, or text in UTF-8 or UTF-16, cells apart by commas, semicolons or tabs; headings in English or
 * Vietnamese below whatever titles, columns in any order, people below the names of their departments. Everything wrong is found at once.
 */
export async function readRoster(bytes: Uint8Array, readWorkbook: ReadWorkbook): Promise<RosterRead> {
  try {
    const sheets = await tablesOf(bytes, readWorkbook);
    for (const [at, sheet] of sheets.entries()) {
      const read = await readSheet(sheet);
      if (read === undefined) continue;
      const unread = sheets.filter((_, other) => other !== at);
      return { ...read, remarks: [...unread.map(unreadSheet), ...read.remarks] };
    }
    throw new FileFlaw({ code: 'noHeader' });
  } catch (error) {
    if (!(error instanceof FileFlaw)) throw error;
    return { rows: [], lines: [], columns: new Set(), problems: [error.problem], remarks: [] };
  }
}

const unreadSheet = ({ name }: TextSheet): RosterProblem => ({ code: 'sheetUnread', value: shown(name) });

/** @returns undefined when no row of it is a heading */
async function readSheet(sheet: TextSheet): Promise<RosterRead | undefined> {
  const rows: TextRow[] = [];
  let heading: TextRow | undefined;
  for await (const row of sheet.rows()) {
    if (heading !== undefined) rows.push(row);
    else if (isHeading(row.cells)) heading = row;
    else if (rows.push(row) === mostTitles) return undefined;
    if (heading === row) rows.length = 0;
  }
  if (heading === undefined) return undefined;
  const table = rosterTable(heading.line, heading.cells);
  for (const [at, { line, cells }] of rows.entries()) {
    if (at % stretch === 0) await setImmediate();
    table.add(line, cells);
  }
  return table.end();
}
