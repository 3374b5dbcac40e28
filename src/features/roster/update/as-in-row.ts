import { upnKeyId } from '../../../records/key.ts';
import type { Person } from '../../../records/person.ts';
import { isSame } from '../is-same.ts';
import type { RosterRow } from '../read/read-row.ts';
import type { RosterColumn } from '../read/roster-columns.ts';

/** Columns whose value is taken as it stands, an empty one included. */
const asTheyStand = ['title', 'roles', 'gender', 'startDate', 'employmentType', 'organisations'] as const;

export interface InRow {
  readonly row: RosterRow;
  readonly columns: ReadonlySet<RosterColumn>;
  readonly departmentId: string;
}

/**
 * Somebody as a row has them. What the file has no column for stays as it is, and so do an Entra id and an e-mail that it leaves empty: by
 * them people are known. Whoever had left and stands in a file that knows nothing of leaving is back.
 */
export function asInRow(person: Person, { row, columns, departmentId }: InRow, hadLeft: boolean): Person {
  const taken = asTheyStand
    .filter((column) => columns.has(column) && !isSame(person[column], row[column]))
    .map((column) => [column, row[column]]);
  return {
    ...person,
    ...Object.fromEntries(taken),
    ...presence(person, { row, columns }, hadLeft),
    fullName: row.fullName,
    departmentId,
    aadObjectId: row.aadObjectId || person.aadObjectId,
    email: isOneAddress(row.email, person.email) ? person.email : row.email || person.email,
  };
}

type Presence = Pick<Person, 'status' | 'statusFrom' | 'statusTo' | 'endDate'>;

function presence(person: Person, { row, columns }: Omit<InRow, 'departmentId'>, hadLeft: boolean): Presence {
  const known: Presence = hadLeft ? { ...atWork, endDate: null } : person;
  const status = columns.has('status') ? statusOf(row, person) : known;
  const { status: is, statusFrom, statusTo } = status;
  return { status: is, statusFrom, statusTo, endDate: columns.has('endDate') ? row.endDate : known.endDate };
}

const atWork = { status: 'active', statusFrom: null, statusTo: null } as const;

/** A state that is known already keeps its days where the file has none. */
const statusOf = (row: RosterRow, person: Person): Omit<Presence, 'endDate'> =>
  row.status === person.status && row.statusFrom === null && row.statusTo === null ? person : row;

/** In whatever case and Unicode form: as the key has it. */
const isOneAddress = (one: string, other: string): boolean => upnKeyId('', one) === upnKeyId('', other);
