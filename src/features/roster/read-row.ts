import { roleNamed, roleNames } from '../../domain/policy/actor.ts';
import { garblingReasons, nameGarbling } from '../../domain/text/garbled.ts';
import { knownDate } from '../../domain/text/typed-time.ts';
import { fold } from '../../domain/text/vietnamese.ts';
import type { Person } from '../../records/person.ts';
import type { RosterColumn } from './roster-columns.ts';

/** One person of a roster; dates are `yyyy-MM-dd`, e-mail and Entra id in lower case. */
export interface RosterRow extends Omit<Person, 'departmentId' | 'locale' | 'quietRounds'> {
  readonly department: string;
}

/** Tells what is wrong with a cell; reading goes on so that every problem is told at once. */
export type Complain = (column: RosterColumn, reason: string) => void;

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
const wordsOf = (value: string): string[] => value.split(/[\s,;]+/).filter((word) => word !== '');

/** @param cell the tidied value of a column; empty when the file has no such column */
export function readRow(cell: (column: RosterColumn) => string, complain: Complain): RosterRow {
  const text = (column: RosterColumn, needed = false): string => {
    const value = cell(column);
    if (needed && value === '') complain(column, 'is empty');
    if (value.length > MAX_LENGTH) complain(column, `is longer than ${MAX_LENGTH} characters`);
    return value;
  };
  /** Written for people to read: a name that came in another encoding would stand on every card and paper. */
  const name = (column: RosterColumn, needed = false): string => {
    const value = text(column, needed);
    const cause = nameGarbling(value);
    // Of a file that is not UTF-8 at all this is said once.
    if (cause !== undefined && cause !== 'lost')
      complain(column, `${JSON.stringify(value)}: ${garblingReasons[cause]}`);
    return value;
  };
  const matching = (column: RosterColumn, pattern: RegExp, expected: string): string => {
    const value = text(column).toLowerCase();
    if (value !== '' && !pattern.test(value)) complain(column, `expected ${expected}, got ${JSON.stringify(value)}`);
    return value;
  };
  const oneOf = <T>(column: RosterColumn, words: Readonly<Record<string, T>>, otherwise: T): T => {
    const word = fold(cell(column));
    const known = Object.hasOwn(words, word) ? words[word] : undefined;
    if (known === undefined) complain(column, `unknown value ${JSON.stringify(cell(column))}`);
    return known ?? otherwise;
  };
  const date = (column: RosterColumn): string | null => readDate(cell(column), (reason) => complain(column, reason));

  const row: RosterRow = {
    aadObjectId: matching('aadObjectId', guid, 'an Entra object id (GUID)'),
    email: matching('email', email, 'an e-mail address'),
    fullName: name('fullName', true),
    department: name('department', true),
    title: name('title'),
    roles: readRoles(cell('roles'), (reason) => complain('roles', reason)),
    gender: oneOf('gender', genders, 'unstated'),
    startDate: date('startDate'),
    endDate: date('endDate'),
    employmentType: text('employmentType'),
    status: oneOf('status', statuses, 'active'),
    statusFrom: date('statusFrom'),
    statusTo: date('statusTo'),
    organisations: wordsOf(text('organisations')),
  };
  if (row.aadObjectId === '' && row.email === '') complain('aadObjectId', 'is empty, and so is email');
  if (isBefore(row.endDate, row.startDate)) complain('endDate', 'is before startDate');
  if (isBefore(row.statusTo, row.statusFrom)) complain('statusTo', 'is before statusFrom');
  return row;
}

function readRoles(value: string, complain: (reason: string) => void): RosterRow['roles'] {
  const named = wordsOf(value);
  if (named.length === 0) complain('is empty');
  const found = new Set<RosterRow['roles'][number]>();
  for (const name of named) {
    const role = roleNamed(name);
    if (role === undefined) complain(`unknown role ${JSON.stringify(name)}; known are ${roleNames.join(' ')}`);
    else found.add(role);
  }
  return [...found];
}

/** As people write dates, and as spreadsheets do: without zeros, with dots or dashes, with midnight behind. */
function readDate(value: string, complain: (reason: string) => void): string | null {
  if (value === '') return null;
  const date = knownDate(value);
  if (date === undefined) complain(`expected a date yyyy-MM-dd or dd/MM/yyyy, got ${JSON.stringify(value)}`);
  return date ?? null;
}

const isBefore = (end: string | null, start: string | null): boolean => end !== null && start !== null && end < start;
