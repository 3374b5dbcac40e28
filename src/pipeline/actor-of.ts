import type { Actor } from '../domain/policy/actor.ts';
import type { Viewer } from '../ports/pages.ts';

/** The viewer as the rules see them; a channel is nobody. */
export const actorOf = ({ person }: Viewer): Actor | undefined =>
  person && { id: person.id, roles: person.data.roles, departmentId: person.data.departmentId };
