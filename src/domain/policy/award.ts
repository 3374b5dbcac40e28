import type { Actor } from './actor.ts';
import { type CandidateFacts, isOwn } from './dossier.ts';
import { isDirector, isOffice, leadsUnit } from './posts.ts';
import { hasRole } from './roles.ts';

export const mayDecide = (actor: Actor): boolean => isDirector(actor);

/** Before agreeing, the director may send a case back to the council; never the own one. */
export const maySendBack = (actor: Actor, candidate: CandidateFacts): boolean =>
  isDirector(actor) && !isOwn(actor, candidate);

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

/** What the parent department refused goes back to the council, which may propose the unit's own award. */
export const mayReconsider = (actor: Actor, candidate: CandidateFacts): boolean => mayForward(actor, candidate);

/** Asks that an award be taken back; who is concerned never does. */
export const mayAskRevocation = (actor: Actor, candidate: CandidateFacts): boolean =>
  isOffice(actor) && !isOwn(actor, candidate);

/**
 * Agrees to the content of a revocation, as to that of an award: the director; in the director's own case the council's vice-chair, as for
 * the opinion. Never whoever asked for it: two people take an award back, not one.
 */
export const mayAgreeRevocation = (
  actor: Actor,
  candidate: CandidateFacts,
  of: { readonly ofDirector: boolean; readonly askedBy: string },
): boolean =>
  actor.id !== of.askedBy &&
  !isOwn(actor, candidate) &&
  (of.ofDirector ? hasRole(actor, 'councilViceChair') : isDirector(actor));

/** Holds a post that agrees to revocations; to which, `mayAgreeRevocation` says. */
export const mayAgreeSomeRevocation = (actor: Actor): boolean => hasRole(actor, 'director', 'councilViceChair');
