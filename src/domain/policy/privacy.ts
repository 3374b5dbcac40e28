import type { Actor } from './actor.ts';
import { type CandidateFacts, isOwn } from './dossier.ts';
import { isOffice } from './posts.ts';
import type { Role } from './roles.ts';

/** Anybody's data are looked for, and erased, by the office alone. */
export const mayHandOut = (actor: Actor): boolean => isOffice(actor);

/** What is kept of somebody, and a copy of it: one's own, and for the office everybody's. */
export const mayAskAbout = (actor: Actor, personId: string): boolean => actor.id === personId || mayHandOut(actor);

/** Who has opened the evidence of a dossier: those whose dossier it is, and the office. */
export const mayTrace = (actor: Actor, candidate: CandidateFacts): boolean =>
  isOwn(actor, candidate) || isOffice(actor);

/** Erasing, too, is the office's, and only for whoever has left: of those who are here their data are needed. */
export const mayErase = (actor: Actor, person: { readonly isHere: boolean }): boolean =>
  mayHandOut(actor) && !person.isHere;

/** What is left of the roles of whoever no kept paper names. */
export const erasedRoles: Role[] = ['staff'];
