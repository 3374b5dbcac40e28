import { consideredStates, type NominationState } from '../dossier/nomination.ts';
import type { Actor } from './actor.ts';
import { isHeadOrDeputy, isOffice, leadsDepartment, leadsUnit, sitsOnCouncil } from './posts.ts';

/** A person or a department that is considered for an award, as the rules see it. */
export interface CandidateFacts {
  readonly kind: 'person' | 'department';
  readonly id: string;
  /** The person's department; for a department, itself. */
  readonly departmentId: string;
}

export interface DossierFacts {
  readonly candidate: CandidateFacts;
  readonly state: NominationState;
  /** Who gives the opinion, fixed when the dossier was sent. */
  readonly reviewerId: string | null;
}

/** A person writes their own; a department's is written by its head or deputy. */
export const mayWrite = (actor: Actor, candidate: CandidateFacts): boolean =>
  candidate.kind === 'person'
    ? candidate.id === actor.id
    : isHeadOrDeputy(actor) && actor.departmentId === candidate.departmentId;

/** Nobody acts, votes or decides on their own dossier: on one that they write. */
export const isOwn = (actor: Actor, candidate: CandidateFacts): boolean => mayWrite(actor, candidate);

const tabledOrLater: readonly NominationState[] = [...consideredStates, 'revoked'];

/** The candidate, their head, the office and the leaders; the council sees tabled dossiers only. */
export const maySee = (actor: Actor, dossier: DossierFacts): boolean =>
  mayWrite(actor, dossier.candidate) ||
  dossier.reviewerId === actor.id ||
  leadsDepartment(actor, dossier.candidate.departmentId) ||
  isOffice(actor) ||
  leadsUnit(actor) ||
  (sitsOnCouncil(actor) && tabledOrLater.includes(dossier.state));

/** A head proposes people of the own department, never oneself; nothing goes on before the person consents. */
export const mayPropose = (actor: Actor, candidate: CandidateFacts): boolean =>
  candidate.kind === 'person' && leadsDepartment(actor, candidate.departmentId) && candidate.id !== actor.id;

/** The office checks, returns and accepts, but not a dossier of one's own. */
export const mayIntake = (actor: Actor, candidate: CandidateFacts): boolean =>
  isOffice(actor) && candidate.id !== actor.id;
