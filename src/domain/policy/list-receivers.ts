import { type Attendance, presenceOn } from '../people/presence.ts';
import type { Actor } from './actor.ts';
import { hasRole } from './roles.ts';

/**
 * Who is sent a department's list on the day `on`: its head; while the post is vacant or the head is away, its deputies; perhaps nobody,
 * and then the office has to know.
 * @param people of the department; anyone else of it may be among them
 */
export function listReceivers<P extends { readonly data: Attendance & Pick<Actor, 'roles'> }>(
  people: readonly P[],
  on: string,
): P[] {
  const present = people.filter(({ data }) => presenceOn(data, on) === 'active');
  const heads = present.filter(({ data }) => hasRole(data, 'head'));
  return heads.length > 0 ? heads : present.filter(({ data }) => hasRole(data, 'deputy'));
}
