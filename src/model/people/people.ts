import { CodedError } from '../../domain/errors.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import type { Reviewers } from '../../domain/policy/policy.ts';
import type { Role } from '../../domain/policy/roles.ts';
import { sortByName } from '../../domain/text/vietnamese.ts';
import type { Deps } from '../../pipeline/context.ts';
import { list, load } from '../../ports/documents.ts';
import { type Department, departmentRecord } from '../../records/department.ts';
import { type Person, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';

type Read = Pick<Deps, 'store' | 'scope'>;
type ReadToday = Read & Pick<Deps, 'clock' | 'plan'>;

/** Whether the person still belongs to the unit today, by the dates of the roster; whoever is on leave does. */
export const isHere = ({ clock, plan }: Pick<Deps, 'clock' | 'plan'>, person: Person): boolean =>
  presenceOn(person, clock.now().setZone(plan.zone).toFormat('yyyy-MM-dd')) !== 'left';

/** @throws CodedError NOTHING_TO_SHOW when the roster has no such person */
export async function personOf(deps: Read, id: string): Promise<Loaded<Person>> {
  const person = await load(deps.store, deps.scope.unit, personRecord, id);
  if (person === undefined) throw new CodedError('NOTHING_TO_SHOW');
  return person;
}

/** For sentences that say who did something; a dash when the roster no longer has them. */
export async function nameOf(deps: Read, id: string): Promise<string> {
  const person = await load(deps.store, deps.scope.unit, personRecord, id);
  return person?.data.fullName ?? '—';
}

/** "Trưởng phòng Đỗ Ăn": officers are named by position first. */
export async function positionOf(deps: Read, id: string): Promise<string> {
  const person = await load(deps.store, deps.scope.unit, personRecord, id);
  return person === undefined ? '—' : `${person.data.title} ${person.data.fullName}`.trim();
}

/** In protocol order. */
export async function departments(deps: Read): Promise<Loaded<Department>[]> {
  const all = await list(deps.store, { unit: deps.scope.unit, type: departmentRecord });
  return all.sort((a, b) => a.data.order - b.data.order);
}

/** @throws CodedError NOTHING_TO_SHOW when there is no such department */
export async function departmentOf(deps: Read, id: string): Promise<Loaded<Department>> {
  const department = await load(deps.store, deps.scope.unit, departmentRecord, id);
  if (department === undefined) throw new CodedError('NOTHING_TO_SHOW');
  return department;
}

/** Everyone of a department who has not left, by given name. */
export async function peopleOf(deps: ReadToday, departmentId: string): Promise<Loaded<Person>[]> {
  const all = await list(deps.store, {
    unit: deps.scope.unit,
    type: personRecord,
    where: { field: 'department', equals: departmentId },
  });
  return byName(all.filter((p) => isHere(deps, p.data)));
}

/** Two of one name stay in the order of the store, which is that of their ids. */
export const byName = (people: readonly Loaded<Person>[]): Loaded<Person>[] =>
  sortByName(people, (person) => person.data.fullName);

/** Everyone who holds a role beyond staff and has not left. */
export async function officers(deps: ReadToday): Promise<Loaded<Person>[]> {
  const all = await list(deps.store, {
    unit: deps.scope.unit,
    type: personRecord,
    where: { field: 'officer', equals: 'yes' },
  });
  return byName(all.filter((p) => isHere(deps, p.data)));
}

export async function holders(deps: ReadToday, ...wanted: readonly Role[]): Promise<Loaded<Person>[]> {
  return (await officers(deps)).filter((p) => p.data.roles.some((role) => wanted.includes(role)));
}

/** Who holds the posts that give opinions on a department's dossiers. */
export async function reviewersFor(deps: ReadToday, departmentId: string): Promise<Reviewers> {
  const all = await officers(deps);
  const first = (is: (p: Person) => boolean): string | undefined => all.find((p) => is(p.data))?.id;
  return {
    head: first((p) => p.departmentId === departmentId && p.roles.includes('head')),
    director: first((p) => p.roles.includes('director')),
    viceChair: first((p) => p.roles.includes('councilViceChair')),
  };
}
