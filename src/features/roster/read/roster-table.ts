import { isOffice } from '../../../domain/policy/posts.ts';
import { tidy } from '../../../domain/text/vietnamese.ts';
import { aloneIn, departmentNamed, isNumbering } from './department-line.ts';
import { type ProblemCode, type RosterProblem, shown } from './problem.ts';
import { columnsAbsent, readHeader } from './read-header.ts';
import { type RosterRow, rowReader } from './read-row.ts';
import type { RosterColumn } from './roster-columns.ts';

/** Everyone of a roster file, or what is wrong with it: then nobody of it is to be taken. */
export interface RosterRead {
  readonly rows: readonly RosterRow[];
  /** Where each of them stands in the file. */
  readonly lines: readonly number[];
  /** Which the file has: of the others it says nothing. */
  readonly columns: ReadonlySet<RosterColumn>;
  /** Nothing is wrong when there is none. */
  readonly problems: readonly RosterProblem[];
  /** What was taken otherwise than it stands there, or not at all, for whoever imports the file to look at first. */
  readonly remarks: readonly RosterProblem[];
}

/** The rows below a heading, one after the other. */
export interface RosterTable {
  add(line: number, cells: readonly string[]): void;
  end(): RosterRead;
}

export function rosterTable(headingLine: number, heading: readonly string[]): RosterTable {
  const header = readHeader(heading, headingLine);
  const has = (column: RosterColumn): boolean => header.columns.includes(column);
  const problems: RosterProblem[] = [];
  const remarks: RosterProblem[] = [...header.remarks];
  const rows: RosterRow[] = [];
  const lines: number[] = [];
  const readRow = rowReader(has('roles'));
  const lineOf = { aadObjectId: new Map<string, number>(), email: new Map<string, number>() };
  const repeated = heading.map(inOneLine).join('\n');
  let department = '';
  let isJoined = false;

  /** Whether it is told of, and no person stands in it. */
  function isAside(line: number, cells: readonly string[]): boolean {
    if (isNumbering(cells) || cells.join('\n') === repeated) return true;
    const alone = aloneIn(cells);
    if (alone === undefined) return false;
    const value = shown(alone.text);
    const named = departmentNamed(alone.text);
    if (named === undefined && header.columns[alone.at] === 'fullName') return false;
    if (named !== undefined) department = named;
    remarks.push({ code: named === undefined ? 'lineUnread' : 'departmentLine', line, value });
    return true;
  }

  function person(line: number, cells: readonly string[]): void {
    const complain = (problem: RosterProblem) => problems.push({ ...problem, line });
    const remark = (problem: RosterProblem) => remarks.push({ ...problem, line });
    const surplus = cells.slice(header.columns.length).find((cell) => cell !== '');
    if (surplus !== undefined) complain({ code: 'surplusCells', value: shown(surplus) });
    const byColumn = new Map(header.columns.map((column, at) => [column, cells[at] ?? '']));
    const given = header.givenAt === undefined ? '' : (cells[header.givenAt] ?? '');
    if (given !== '') byColumn.set('fullName', `${byColumn.get('fullName') ?? ''} ${given}`.trim());
    isJoined ||= given !== '';
    const cell = (column: RosterColumn): string => byColumn.get(column) || (column === 'department' ? department : '');
    const row = readRow(cell, { complain, remark });
    for (const column of ['aadObjectId', 'email'] as const) {
      const before = lineOf[column].get(row[column]);
      if (before !== undefined) complain({ code: 'duplicate', column, value: shown(row[column]), otherLine: before });
      else if (row[column] !== '') lineOf[column].set(row[column], line);
    }
    rows.push(row);
    lines.push(line);
  }

  return {
    add(line, raw) {
      const cells = raw.map((cell, at) =>
        inOneLine(header.columns[at] === 'roles' ? cell.replace(/[\r\n]+/g, '; ') : cell),
      );
      if (!isAside(line, cells)) person(line, cells);
    },
    end() {
      const absent = columnsAbsent(header, headingLine, department !== '');
      // Rows below a wrong heading were read by it: what is wrong with them is not known.
      const ofHeading = [...header.problems, ...absent.problems];
      const all = ofHeading.length > 0 ? ofHeading : [...problems];
      const nobody = nobodyOf(rows, has('roles'));
      const told = nobody === undefined ? [] : [{ code: nobody }];
      if (nobody !== 'nobodyOffice' && ofHeading.length === 0) all.push(...told);
      const joined: RosterProblem[] = isJoined ? [{ code: 'nameJoined', line: headingLine }] : [];
      const toShow = [...remarks, ...joined, ...absent.remarks, ...(nobody === 'nobodyOffice' ? told : [])];
      // That nobody of the office is in it matters to a roster that begins; who is there already may be of the office.
      const isTaken = all.every(({ code }) => code === 'noOffice');
      const taken = isTaken ? { rows, lines } : { rows: [], lines: [] };
      const columns = new Set(header.columns.filter((column) => column !== undefined));
      if (department !== '') columns.add('department');
      return { ...taken, columns, problems: all.toSorted(byLine), remarks: toShow.toSorted(byLine) };
    },
  };
}

/** A file that could have said who is of the office and names nobody is wrong; one without that column may be right. */
function nobodyOf(rows: readonly RosterRow[], hasRoles: boolean): ProblemCode | undefined {
  if (rows.length === 0) return 'noPeople';
  if (rows.some((row) => row.status !== 'left' && isOffice(row))) return undefined;
  return hasRoles ? 'noOffice' : 'nobodyOffice';
}

const byLine = (a: RosterProblem, b: RosterProblem): number => (a.line ?? 0) - (b.line ?? 0);
const inOneLine = (cell: string): string => tidy(cell).replace(/\s+/g, ' ');
