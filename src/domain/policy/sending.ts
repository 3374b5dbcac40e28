import type { Actor } from './actor.ts';
import { isOffice, leadsUnit } from './posts.ts';

/** Who was reached by what went to many people, name by name: the office and the leaders. */
export const mayReconcile = (actor: Actor): boolean => isOffice(actor) || leadsUnit(actor);

/** The leaders look on; what goes out again is the office's to send. */
export const mayResend = (actor: Actor): boolean => isOffice(actor);

/** What goes to many people is the office's to stop and to take back. */
export const mayStopSending = (actor: Actor): boolean => isOffice(actor);

export const mayRemind = (actor: Actor): boolean => isOffice(actor);

/** What was unsent when a backup was made goes out, or not, as the office says. */
export const mayChooseHeld = (actor: Actor): boolean => isOffice(actor);
