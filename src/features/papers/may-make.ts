import type { Actor } from '../../domain/policy/actor.ts';
import { mayRecordDecision } from '../../domain/policy/award.ts';
import { mayRecordCouncil } from '../../domain/policy/council.ts';
import { type PaperKind, paperKinds } from './written.ts';

/** Papers of the council are its secretary's, all others the office's; of a report each dossier says whose it is. */
export const mayMake = (actor: Actor, paper: PaperKind): boolean =>
  paper === 'minutes' ? mayRecordCouncil(actor) : mayRecordDecision(actor);

/** Has a list of papers to make. */
export const mayMakeSome = (actor: Actor): boolean => paperKinds.some((paper) => mayMake(actor, paper));
