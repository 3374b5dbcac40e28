import { type Assignment, actingAs, isInForce } from '../domain/policy/acting.ts';
import { delegationsId, delegationsRecord } from '../records/delegation.ts';
import type { Person } from '../records/person.ts';
import type { Loaded } from '../records/record.ts';
import { dayOf } from './day-of.ts';
import type { Turn } from './turn.ts';

/** Assignments in force today. */
export async function assignmentsOf(turn: Turn): Promise<readonly Assignment[]> {
  const found = await turn.get(delegationsRecord, delegationsId);
  const today = dayOf(turn);
  return found?.data.assignments.filter((assigned) => isInForce(assigned, today)) ?? [];
}

/** Somebody with the posts in which they act today: for rules and pages, never to be written. */
export async function inPosts(turn: Turn, person: Loaded<Person>): Promise<Loaded<Person>> {
  return withPosts(person, await assignmentsOf(turn));
}

/** The same of each, by assignments that are known. */
export function withPosts(person: Loaded<Person>, inForce: readonly Assignment[]): Loaded<Person> {
  const { id, data } = person;
  const { roles, departmentId } = actingAs({ id, roles: data.roles, departmentId: data.departmentId }, inForce);
  return roles === data.roles && departmentId === data.departmentId
    ? person
    : { ...person, data: { ...data, roles: [...roles], departmentId } };
}
