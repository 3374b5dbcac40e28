import type { Actor } from '../domain/policy/actor.ts';
import type { Viewer } from '../ports/pages.ts';
import { actorOf } from './actor-of.ts';

/** Whether the rule lets this viewer see; a channel is nobody. */
export function viewingAs(viewer: Viewer, may: (actor: Actor) => boolean): boolean {
  const actor = actorOf(viewer);
  return actor !== undefined && may(actor);
}
