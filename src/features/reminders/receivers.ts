import { isHead } from '../../domain/policy/posts.ts';
import { seesToDepartment } from '../../model/people/department-leaders.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Person, personBy, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';

/** A deputy who stands in is told what waits for the head; a head only what waits for themselves. */
export const opinionsShownTo = (receiver: Loaded<Person>, people: readonly Loaded<Person>[]): string[] =>
  (isHead(receiver.data) ? [receiver] : people.filter(({ data }) => isHead(data))).map(({ id }) => id);

/** Whose opinions the list of this person's department speaks of; undefined when the list is not theirs on this day. */
export async function listOf(
  turn: Turn,
  person: Loaded<Person>,
  today: string,
): Promise<readonly string[] | undefined> {
  if (!(await seesToDepartment(turn, person, today))) return undefined;
  if (isHead(person.data)) return opinionsShownTo(person, []);
  const where = personBy.department(person.data.departmentId);
  const people = await turn.list(personRecord, where);
  return opinionsShownTo(person, people);
}
