import { CodedError } from '../../domain/errors.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import type { Holder } from '../../domain/policy/actor.ts';
import { isOfficer } from '../../domain/policy/posts.ts';
import { sortByName } from '../../domain/text/vietnamese.ts';
import { assignmentsOf, withPosts } from '../../pipeline/acting.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { belongingIn, figured } from '../../records/belonging.ts';
import { type Department, departmentRecord } from '../../records/department.ts';
import { type Person, personBy, personRecord } from '../../records/person.ts';
import type { Loaded, Where } from '../../records/record.ts';
import { nameApart } from './names-apart.ts';

/** Whether the person still belongs to the unit today, by the dates of the roster; whoever is on leave does. */
export const isHere = (turn: Turn, person: Person): boolean => presenceOn(person, dayOf(turn)) !== 'left';

/** How many belong to the unit today; counted from the index. */
export async function peopleHere(turn: Turn): Promise<number> {
  const today = dayOf(turn);
  let n = 0;
  for (const [value, count] of await turn.countBy(personRecord, figured))
    if (presenceOn(belongingIn('', value), today) !== 'left') n += count;
  return n;
}

/** @throws CodedError NOTHING_TO_SHOW when the roster has no such person */
export async function personOf(turn: Turn, id: string): Promise<Loaded<Person>> {
  const person = await turn.get(personRecord, id);
  if (person === undefined) throw new CodedError('NOTHING_TO_SHOW');
  return person;
}

/** For sentences that say who did something, told from others of the name; a dash when nobody is named, or the roster no longer has them. */
export async function nameOf(turn: Turn, id: string): Promise<string> {
  const person = id === '' ? undefined : await turn.get(personRecord, id);
  return person === undefined ? '—' : nameApart(turn, { id, name: person.data.fullName });
}

/** "Trưởng phòng Đỗ Ăn": officers are named by position first. */
export async function positionOf(turn: Turn, id: string): Promise<string> {
  const person = await turn.get(personRecord, id);
  if (person === undefined) return '—';
  const { title, fullName: name } = person.data;
  return `${title} ${await nameApart(turn, { id, name })}`.trim();
}

/** Whether anything is asked of it: one that is closed has nobody any more. */
export const isOpen = ({ data }: Loaded<Department>): boolean => data.closedOn === null;

/** In protocol order, those that are closed too: what they did stays theirs. */
export async function departments(turn: Turn): Promise<Loaded<Department>[]> {
  const all = await turn.list(departmentRecord);
  return all.sort((a, b) => a.data.order - b.data.order);
}

/** @throws CodedError NOTHING_TO_SHOW when there is no such department */
export async function departmentOf(turn: Turn, id: string): Promise<Loaded<Department>> {
  const department = await turn.get(departmentRecord, id);
  if (department === undefined) throw new CodedError('NOTHING_TO_SHOW');
  return department;
}

/** Everyone of a department who has not left, by given name. */
export async function peopleOf(turn: Turn, departmentId: string): Promise<Loaded<Person>[]> {
  const all = await turn.list(personRecord, personBy.department(departmentId));
  return byName(all.filter((p) => isHere(turn, p.data)));
}

/** Two of one name stand in the order of their ids, wherever they were found. */
export const byName = (people: readonly Loaded<Person>[]): Loaded<Person>[] =>
  sortByName(
    [...people].sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id))),
    (person) => person.data.fullName,
  );

/** Everyone who holds a role beyond staff, or acts in such a post today, and has not left. */
export async function officers(turn: Turn): Promise<Loaded<Person>[]> {
  return (await everOfficers(turn)).filter((p) => isHere(turn, p.data));
}

/** The same, and whoever has left with such a role. */
export const everOfficers = (turn: Turn): Promise<Loaded<Person>[]> => inTheirPosts(turn, personBy.officer(true));

/** The same of one department; of a province's thousands nobody else is read. */
export async function everOfficersOf(turn: Turn, departmentId: string): Promise<Loaded<Person>[]> {
  const near = await inTheirPosts(turn, personBy.department(departmentId));
  return near.filter(({ data }) => isOfficer(data) && data.departmentId === departmentId);
}

/** These people and whoever acts in a post today, with the posts in which they act. */
async function inTheirPosts(turn: Turn, where: Where): Promise<Loaded<Person>[]> {
  const [found, assigned] = await Promise.all([turn.list(personRecord, where), assignmentsOf(turn)]);
  const acting = await turn.getMany(
    personRecord,
    assigned.map(({ to }) => to),
  );
  const all = new Map([...found.map((person) => [person.id, person] as const), ...acting]);
  return byName([...all.values()].map((person) => withPosts(person, assigned)));
}

export async function holders(turn: Turn, holds: (person: Holder) => boolean): Promise<Loaded<Person>[]> {
  return (await officers(turn)).filter(({ data }) => holds(data));
}
