import type { Actor } from './actor.ts';
import { type CandidateFacts, isOwn } from './dossier.ts';
import { isDirector, isOffice, leadsUnit } from './posts.ts';
import { hasRole } from './roles.ts';

export const mayDecide = (actor: Actor): boolean => isDirector(actor);

/** The leaders and the office follow a round from the council's results to the signed decision. */
export const mayFollowDecisions = (actor: Actor): boolean => leadsUnit(actor) || isOffice(actor);

/** To the parent department: by the director or the office, but not a dossier of one's own. */
export const mayForward = (actor: Actor, candidate: CandidateFacts): boolean =>
  hasRole(actor, 'director', 'office') && !isOwn(actor, candidate);

/** Number and date of a signed paper, and what the parent department answered. */
export const mayRecordDecision = (actor: Actor): boolean => isOffice(actor);

export const mayPublish = (actor: Actor): boolean => isOffice(actor);

/** Sends to the parent department at all; which dossiers, `mayForward` says. */
export const mayForwardSome = (actor: Actor): boolean => hasRole(actor, 'director', 'office');
