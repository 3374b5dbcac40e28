import type { Actor } from './actor.ts';
import { isOffice } from './posts.ts';

/** What the unit has of its people, e-mail and leave among it: the office keeps it, and nobody else reads it as a whole. */
export const maySeeRoster = (actor: Actor): boolean => isOffice(actor);
