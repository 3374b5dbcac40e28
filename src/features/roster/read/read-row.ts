import { nameGarbling } from '../../../domain/text/garbled.ts';
import { knownDate } from '../../../domain/text/typed-time.ts';
import { fold } from '../../../domain/text/vietnamese.ts';
import type { Person } from '../../../records/person.ts';
import { type ProblemCode, type RosterProblem, shown } from './problem.ts';
import { readRoles, rolesByTitle, wordsOf } from './read-roles.ts';
import type { RosterColumn } from './roster-columns.ts';

/** One person of a roster; dates are `yyyy-MM-dd`, e-mail and Entra id in lower case. */
export interface RosterRow extends Omit<Person, 'departmentId' | 'locale' | 'quietRounds'> {
  readonly department: string;
}

/** Where a row's problems and remarks go; reading goes on so that every problem is told at once. */
export interface Telling {
  readonly complain: (problem: RosterProblem) => void;
  readonly remark: (problem: RosterProblem) => void;
}

/** Far above any real value; keeps a commit of many persons within the store's limit. */
const MAX_LENGTH = 200;
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const email = /^[^\s@,;]+@[^\s@,;]+$/;

const genders: Readonly<Record<string, Person['gender']>> = {
  '': 'unstated',
  unstated: 'unstated',
  female: 'female',
  nu: 'female',
  male: 'male',
  nam: 'male',
};
const statuses: Readonly<Record<string, Person['status']>> = {
  '': 'active',
  active: 'active',
  working: 'active',
  'dang lam viec': 'active',
  onleave: 'onLeave',
  maternity: 'onLeave',
  'nghi thai san': 'onLeave',
  'dang nghi che do': 'onLeave',
  left: 'left',
  'da nghi viec': 'left',
  'da chuyen cong tac': 'left',
};
/** What a spreadsheet shows where a formula has no result. */
const cellError = /^#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/i;
/** A day as a spreadsheet counts them, of which the format was lost: from 1950 to 2100. */
const dayNumber = /^(?:1[89]|[2-6]\d|7[0-3])\d{3}$/;
const dayZero = Date.UTC(1899, 11, 30);
const dayMs = 86_400_000;

/** Departments, titles and days are the same in many rows, and looking at their letters is most of the work. */
function remembering<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (!known.has(text)) known.set(text, work(text));
    return known.get(text) as T;
  };
}

/** The tidied value of a column; empty when the file has no such column. */
type Cell = (column: RosterColumn) => string;
type ReadRow = (cell: Cell, telling: Telling) => RosterRow;

/** For the rows of one file. @param hasRoles whether a column says them */
export function rowReader(hasRoles: boolean): ReadRow {
  const looks: Looks = {
    garbling: remembering(nameGarbling),
    date: remembering(knownDate),
    word: remembering(fold),
  };
  return (cell, telling) => readRow(cell, hasRoles, looks, telling);
}

interface Looks {
  readonly garbling: typeof nameGarbling;
  readonly date: typeof knownDate;
  readonly word: typeof fold;
}

function readRow(cell: Cell, hasRoles: boolean, looks: Looks, { complain, remark }: Telling): RosterRow {
  const wrong = (code: ProblemCode, column: RosterColumn, facts?: RosterProblem['facts']): void =>
    complain({ code, column, value: shown(cell(column)), ...(facts && { facts }) });
  const text = (column: RosterColumn, needed = false): string => {
    const value = cell(column);
    if (needed && value === '') complain({ code: 'missing', column });
    if (value.length > MAX_LENGTH) wrong('tooLong', column, { max: MAX_LENGTH });
    return value;
  };
  /** Written for people to read: a name that came in another encoding would stand on every card and paper. */
  const name = (column: RosterColumn, needed = false): string => {
    const value = text(column, needed);
    const cause = looks.garbling(value);
    if (cellError.test(value)) wrong('cellError', column);
    else if (cause !== undefined) wrong(cause, column);
    return value;
  };
  const matching = (column: RosterColumn, pattern: RegExp, code: ProblemCode): string => {
    const value = text(column).toLowerCase();
    if (value === '' || pattern.test(value)) return value;
    wrong(code, column);
    return '';
  };
  const oneOf = <T>(column: RosterColumn, words: Readonly<Record<string, T>>, otherwise: T, code: ProblemCode): T => {
    const word = looks.word(cell(column));
    const known = Object.hasOwn(words, word) ? words[word] : undefined;
    if (known === undefined) wrong(code, column);
    return known ?? otherwise;
  };
  /** As people write dates, and as spreadsheets do: without zeros, with dots or dashes, with midnight behind, as a number. */
  const date = (column: RosterColumn): string | null => {
    const value = cell(column);
    const known = looks.date(value);
    if (value === '' || known !== undefined) return known ?? null;
    if (!dayNumber.test(value)) {
      wrong('notDate', column);
      return null;
    }
    remark({ code: 'dateFromNumber', column, value });
    return new Date(dayZero + Number(value) * dayMs).toISOString().slice(0, 10);
  };

  const title = name('title');
  const row: RosterRow = {
    aadObjectId: matching('aadObjectId', guid, 'notEntraId'),
    email: matching('email', email, 'notAddress'),
    fullName: name('fullName', true),
    department: name('department', true),
    title,
    roles: hasRoles ? readRoles(cell('roles'), complain) : rolesByTitle(title, remark),
    gender: oneOf('gender', genders, 'unstated', 'unknownGender'),
    startDate: date('startDate'),
    endDate: date('endDate'),
    employmentType: text('employmentType'),
    status: oneOf('status', statuses, 'active', 'unknownStatus'),
    statusFrom: date('statusFrom'),
    statusTo: date('statusTo'),
    organisations: wordsOf(text('organisations')),
  };
  if (cell('aadObjectId') === '' && cell('email') === '') complain({ code: 'noIdentity' });
  if (isBefore(row.endDate, row.startDate)) wrong('endBeforeStart', 'endDate');
  if (isBefore(row.statusTo, row.statusFrom)) wrong('statusEndBeforeStart', 'statusTo');
  return row;
}

const isBefore = (end: string | null, start: string | null): boolean => end !== null && start !== null && end < start;
