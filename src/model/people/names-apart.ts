import { formatIsoDate } from '../../domain/text/format.ts';
import { fold } from '../../domain/text/vietnamese.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { departmentRecord } from '../../records/department.ts';
import { namesakesId, namesakesRecord } from '../../records/namesakes.ts';
import { type Person, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';

/** Somebody as a card is about to show them: a person's or a department's id, and the name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * The names as they are shown, in the order given: whoever shares a name with another of the unit, or with another who is shown, is followed by
 * what tells them apart, "Nguyễn Văn An (Phòng Tư vấn)". Of the department, the title, the mailbox and the first day of work it is the first
 * that is another for each of them; else they are numbered, the same way each time. Somebody named twice is one.
 */
export async function namesApart(turn: Turn, shown: readonly Named[]): Promise<string[]> {
  const apart = new Map<string, string>();
  const groups = await namesakes(turn, shown);
  const people = await turn.getMany(personRecord, groups.flat());
  for (const ids of groups) {
    const known = ids.flatMap((id) => people.get(id) ?? []);
    const words = await wordsApart(turn, known);
    for (const [i, { id }] of known.entries()) apart.set(id, words[i] ?? '');
  }
  return shown.map(({ id, name }) => (apart.has(id) ? `${name} (${apart.get(id)})` : name));
}

/** The same of one who is named in a sentence. */
export async function nameApart(turn: Turn, one: Named): Promise<string> {
  const [name] = await namesApart(turn, [one]);
  return name ?? one.name;
}

/** The same of a list's rows. */
export async function rowsApart<R extends Named>(turn: Turn, rows: readonly R[]): Promise<R[]> {
  const names = await namesApart(turn, rows);
  return rows.map((row, i) => ({ ...row, name: names[i] ?? row.name }));
}

/** Ids of those who share a name, in the order of their ids. */
async function namesakes(turn: Turn, shown: readonly Named[]): Promise<string[][]> {
  const byName = new Map<string, Set<string>>();
  for (const { id, name } of shown) {
    const same = byName.get(name) ?? new Set();
    byName.set(name, same.add(id));
  }
  const names = [...new Set(shown.filter(({ id }) => id.startsWith('person:')).map(({ name }) => namesakesId(name)))];
  for (const { data } of (await turn.getMany(namesakesRecord, names)).values())
    for (const id of data.people) byName.get(data.name)?.add(id);
  return [...byName.values()].filter((ids) => ids.size > 1).map((ids) => [...ids].sort());
}

async function wordsApart(turn: Turn, people: readonly Loaded<Person>[]): Promise<string[]> {
  const departments = await turn.getMany(departmentRecord, people.map(({ data }) => data.departmentId).filter(Boolean));
  const telling: readonly ((person: Person) => string)[] = [
    ({ departmentId }) => departments.get(departmentId)?.data.name ?? '',
    ({ title }) => title,
    ({ email }) => email.replace(/@.*$/, ''),
    ({ startDate }) => (startDate === null ? '' : formatIsoDate(startDate)),
  ];
  for (const tell of telling) {
    const words = people.map(({ data }) => tell(data));
    if (!words.includes('') && new Set(words.map(fold)).size === people.length) return words;
  }
  return people.map((_, i) => String(i + 1));
}
