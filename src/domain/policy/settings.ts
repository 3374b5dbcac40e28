import type { Actor } from './actor.ts';
import { isOffice, leadsUnit } from './posts.ts';

/** What the plan leaves open is the office's to set; whoever signs may read it. */
export const maySeeSettings = (actor: Actor): boolean => isOffice(actor) || leadsUnit(actor);
export const maySet = (actor: Actor): boolean => isOffice(actor);
