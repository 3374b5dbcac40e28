import { isHeadOrDeputy, isOfficer } from '../../domain/policy/posts.ts';
import { assignmentsOf, withPosts } from '../../pipeline/acting.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Audience } from '../../records/message.ts';
import { type Person, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';

/** Everyone who holds a role beyond staff, or acts in a post today. */
export async function officersNow(turn: Turn): Promise<Audience> {
  return { kind: 'officers', acting: await acting(turn, ({ own, now }) => isOfficer(now) && !isOfficer(own)) };
}

/** Everyone of a department, and whoever sees to it today without belonging to it. */
export async function departmentNow(turn: Turn, departmentId: string): Promise<Audience> {
  const leads = ({ own, now }: Acting): boolean =>
    isHeadOrDeputy(now) && now.departmentId === departmentId && own.departmentId !== departmentId;
  return { kind: 'department', departmentId, acting: await acting(turn, leads) };
}

/** Somebody by their own record, and with the posts in which they act. */
interface Acting {
  readonly own: Person;
  readonly now: Person;
}

async function acting(turn: Turn, is: (person: Acting) => boolean): Promise<string[]> {
  const inForce = await assignmentsOf(turn);
  const people = await turn.getMany(
    personRecord,
    inForce.map(({ to }) => to),
  );
  const isIn = (person: Loaded<Person>): boolean => is({ own: person.data, now: withPosts(person, inForce).data });
  return [...people.values()]
    .filter(isIn)
    .map(({ id }) => id)
    .sort();
}
