import type { Actor } from '../domain/policy/actor.ts';
import type { Viewer } from '../ports/pages.ts';
import type { Person } from '../records/person.ts';
import type { Loaded } from '../records/record.ts';

/** Somebody as the rules see them. */
export const asActor = ({ id, data }: Loaded<Person>): Actor => ({
  id,
  roles: data.roles,
  departmentId: data.departmentId,
});

/** The same of the viewer; a channel is nobody. */
export const actorOf = ({ person }: Viewer): Actor | undefined => person && asActor(person);
