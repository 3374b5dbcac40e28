import type { Actor } from './actor.ts';
import { isOffice, leadsUnit } from './posts.ts';
import { type Holder, hasRole } from './roles.ts';

/** Notes of the office and what it must check before it signs: for the office and whoever signs. */
export const mayReadGrounds = (actor: Actor): boolean => isOffice(actor) || leadsUnit(actor);

export const mayLaunch = (actor: Actor): boolean => isOffice(actor);

export const mayOpenRound = (actor: Actor): boolean => isOffice(actor);

/** A grace window for everyone, after an outage. */
export const mayExtendRound = (actor: Actor): boolean => isOffice(actor);

/** The office says which channel is whose; the youth union's secretary may do so for the youth channel. */
export const mayBindChannel = (person: Holder, purpose: 'office' | 'youth'): boolean =>
  isOffice(person) || (purpose === 'youth' && hasRole(person, 'youthSecretary'));
