import type { Actor } from '../../domain/policy/actor.ts';
import type { Viewer } from '../../ports/pages.ts';

/** Whether the rule lets this viewer see; a channel is nobody. */
export function viewingAs(viewer: Viewer, may: (actor: Actor) => boolean): boolean {
  const { person } = viewer;
  return (
    person !== undefined && may({ id: person.id, roles: person.data.roles, departmentId: person.data.departmentId })
  );
}
