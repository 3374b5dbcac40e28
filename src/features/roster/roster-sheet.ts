import { formatIsoDate } from '../../domain/text/format.ts';
import { nameKey } from '../../domain/text/vietnamese.ts';
import { departments } from '../../model/people/people.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Sheet } from '../../ports/workbook.ts';
import { type Person, personRecord } from '../../records/person.ts';
import { type RosterColumn, rosterColumns } from './read/roster-columns.ts';

/** The cells of a person, in the order of `rosterColumns`. */
export type RosterCells = readonly string[];

/** By department in protocol order, then by given name: read again, departments keep their order. */
export async function rosterRows(turn: Turn, texts: Texts): Promise<RosterCells[]> {
  const named = await departments(turn);
  const places = new Map(named.map(({ id, data }, place) => [id, { place, name: data.name }]));
  const rows: { place: number; key: string; cells: RosterCells }[] = [];
  for await (const { data } of turn.each(personRecord)) {
    // Whose data were erased is of no roster: the file could not be read again.
    if (data.email === '' && data.aadObjectId === '') continue;
    const { place, name } = places.get(data.departmentId) ?? { place: named.length, name: '' };
    rows.push({ place, key: nameKey(data.fullName), cells: cellsOf(texts, data, name) });
  }
  rows.sort((a, b) => a.place - b.place || (a.key < b.key ? -1 : Number(a.key > b.key)));
  return rows.map(({ cells }) => cells);
}

export const rosterSheet = (texts: Texts, rows: readonly RosterCells[]): Sheet => ({
  name: texts.t('words.roster.sheet.name'),
  columns: rosterColumns.map((column) => ({
    title: texts.t(`words.roster.sheet.column.${column}`),
    width: widths[column],
  })),
  rows,
});

const widths: Readonly<Record<RosterColumn, number>> = {
  ...{ aadObjectId: 38, email: 30, fullName: 28, department: 36, title: 30, roles: 24, gender: 10, startDate: 13 },
  ...{ employmentType: 16, status: 18, statusFrom: 13, statusTo: 13, endDate: 13, organisations: 22 },
};

/** In words that the reader of rosters knows, in either language. */
function cellsOf(texts: Texts, person: Person, department: string): RosterCells {
  // As a text: a date cell would be the reader's own to show, day and month in another order.
  const day = (iso: string | null): string => (iso === null ? '' : formatIsoDate(iso));
  const cells: Readonly<Record<RosterColumn, string>> = {
    aadObjectId: person.aadObjectId,
    email: person.email,
    fullName: person.fullName,
    department,
    title: person.title,
    roles: person.roles.join(' '),
    gender: person.gender === 'unstated' ? '' : texts.t(`words.roster.sheet.gender.${person.gender}`),
    startDate: day(person.startDate),
    employmentType: person.employmentType,
    status: texts.t(`words.roster.sheet.status.${person.status}`),
    statusFrom: day(person.statusFrom),
    statusTo: day(person.statusTo),
    endDate: day(person.endDate),
    organisations: person.organisations.join(' '),
  };
  return rosterColumns.map((column) => cells[column]);
}
