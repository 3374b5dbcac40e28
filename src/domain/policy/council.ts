import type { Actor, Holder } from './actor.ts';
import { type CandidateFacts, isOwn } from './dossier.ts';
import { isCouncilSecretary, isOffice, leadsUnit, sitsOnCouncil } from './posts.ts';
import { hasRole } from './roles.ts';

/** The council's chair. */
export const chairs = (person: Holder): boolean => hasRole(person, 'councilChair');
/** Presides over the council's meetings: the chair, or a vice-chair. */
export const presides = (person: Holder): boolean => hasRole(person, 'councilChair', 'councilViceChair');

export const mayRecordCouncil = (actor: Actor): boolean => isCouncilSecretary(actor);

/** The council's own members and the leaders read what is before the council. */
export const mayReadCouncil = (actor: Actor): boolean => sitsOnCouncil(actor) || leadsUnit(actor);

/**
 * The secretary records the vote on every candidate but the secretary's own case: that one is recorded by the chair or a vice-chair.
 * @param ownOfSecretary the case is every secretary's own
 */
export const mayRecordFinding = (actor: Actor, candidate: CandidateFacts, ownOfSecretary: boolean): boolean =>
  !isOwn(actor, candidate) && (mayRecordCouncil(actor) || (ownOfSecretary && presides(actor)));

/** How the council voted is for those who work on it, and for nobody in their own case: they are told whether they are proposed. */
export const mayKnowFinding = (actor: Actor, candidate: CandidateFacts): boolean =>
  (isOffice(actor) || mayReadCouncil(actor)) && !isOwn(actor, candidate);
