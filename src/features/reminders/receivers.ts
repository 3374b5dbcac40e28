import { hasRole } from '../../domain/policy/roles.ts';
import { seesToDepartment } from '../../model/people/department-leaders.ts';
import type { Deps } from '../../pipeline/context.ts';
import { list } from '../../ports/documents.ts';
import { type Person, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';

/** A deputy who stands in is told what waits for the head; a head only what waits for themselves. */
export const reviewersFor = (receiver: Loaded<Person>, people: readonly Loaded<Person>[]): string[] =>
  (hasRole(receiver.data, 'head') ? [receiver] : people.filter(({ data }) => hasRole(data, 'head'))).map(
    ({ id }) => id,
  );

/** Whose opinions the list of this person's department speaks of; undefined when the list is not theirs on this day. */
export async function listOf(
  deps: Deps,
  person: Loaded<Person>,
  today: string,
): Promise<readonly string[] | undefined> {
  if (!(await seesToDepartment(deps, person, today))) return undefined;
  if (hasRole(person.data, 'head')) return reviewersFor(person, []);
  const where = { field: 'department', equals: person.data.departmentId };
  const people = await list(deps.store, { unit: deps.scope.unit, type: personRecord, where });
  return reviewersFor(person, people);
}
