import type { Assignment } from '../../domain/policy/acting.ts';
import { isHead } from '../../domain/policy/posts.ts';
import { seesToDepartment } from '../../model/people/department-leaders.ts';
import { everOfficers } from '../../model/people/people.ts';
import { assignmentsOf, inPosts } from '../../pipeline/acting.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';

/**
 * A deputy who stands in is told what waits for the head; a head what waits for themselves, and for whoever they act for by assignment.
 * @param given assignments in force
 */
export const opinionsShownTo = (
  receiver: Loaded<Person>,
  people: readonly Loaded<Person>[],
  given: readonly Assignment[],
): string[] =>
  isHead(receiver.data)
    ? [receiver.id, ...given.flatMap(({ to, of }) => (to === receiver.id && of !== '' ? of : []))]
    : people.filter(({ data }) => isHead(data)).map(({ id }) => id);

/** Whose opinions the list of this person's department speaks of; undefined when the list is not theirs on this day. */
export async function listOf(
  turn: Turn,
  person: Loaded<Person>,
  today: string,
): Promise<readonly string[] | undefined> {
  if (!(await seesToDepartment(turn, person, today))) return undefined;
  const reader = await inPosts(turn, person);
  const people = (await everOfficers(turn)).filter(({ data }) => data.departmentId === reader.data.departmentId);
  return opinionsShownTo(reader, people, await assignmentsOf(turn));
}
