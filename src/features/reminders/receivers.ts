import type { Assignment } from '../../domain/policy/acting.ts';
import { isHead } from '../../domain/policy/posts.ts';
import { departmentSeenTo } from '../../model/people/department-leaders.ts';
import { everOfficersOf } from '../../model/people/people.ts';
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

/** Of which department a list is, and whose opinions it speaks of. */
interface ListOf {
  readonly departmentId: string;
  readonly reviewers: readonly string[];
}

/** The list that is this person's on this day; undefined when none is. */
export async function listOf(turn: Turn, person: Loaded<Person>, today: string): Promise<ListOf | undefined> {
  const departmentId = await departmentSeenTo(turn, person, today);
  if (departmentId === undefined) return undefined;
  const people = await everOfficersOf(turn, departmentId);
  const reviewers = opinionsShownTo(await inPosts(turn, person), people, await assignmentsOf(turn));
  return { departmentId, reviewers };
}
