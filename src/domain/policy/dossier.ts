import { consideredStates, isSent, type NominationState } from '../dossier/nomination.ts';
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
  /** Who may give the opinion today, by the rule of who acts; once it is given, who gave it as well. */
  readonly opiners: readonly string[];
  /** UTC instant of its last sending; null when it was never sent. */
  readonly sentAt: string | null;
}

/** A person writes their own; a department's is written by its head or deputy. */
export const mayWrite = (actor: Actor, candidate: CandidateFacts): boolean =>
  candidate.kind === 'person'
    ? candidate.id === actor.id
    : isHeadOrDeputy(actor) && actor.departmentId === candidate.departmentId;

/** Nobody acts, votes or decides on their own dossier: on one that they write. */
export const isOwn = (actor: Actor, candidate: CandidateFacts): boolean => mayWrite(actor, candidate);

const tabledOrLater: readonly NominationState[] = [...consideredStates, 'revoked'];

/** That it exists, where it stands and what is missing: the candidate, their head, the office and the leaders; the council sees tabled dossiers only. */
export const maySee = (actor: Actor, dossier: DossierFacts): boolean =>
  mayWrite(actor, dossier.candidate) ||
  dossier.reviewerId === actor.id ||
  dossier.opiners.includes(actor.id) ||
  leadsDepartment(actor, dossier.candidate.departmentId) ||
  isOffice(actor) ||
  leadsUnit(actor) ||
  (sitsOnCouncil(actor) && tabledOrLater.includes(dossier.state));

const sentBack: readonly NominationState[] = ['returned', 'lapsed'];

/**
 * May they read these words, this rating, this piece of evidence? Until it is sent it belongs to those who write it alone: others know that it
 * exists and what is missing. Of a dossier that was sent back, what was sent and not touched since can still be read; what is withdrawn
 * belongs to its writers again.
 * @param changedAt UTC instant at which it was last written
 */
export const mayRead = (actor: Actor, dossier: DossierFacts, changedAt: string): boolean =>
  maySee(actor, dossier) &&
  (mayWrite(actor, dossier.candidate) ||
    isSent(dossier.state) ||
    (sentBack.includes(dossier.state) && dossier.sentAt !== null && changedAt <= dossier.sentAt));

/** A head proposes people of the own department, never oneself; nothing goes on before the person consents. */
export const mayPropose = (actor: Actor, candidate: CandidateFacts): boolean =>
  candidate.kind === 'person' && leadsDepartment(actor, candidate.departmentId) && candidate.id !== actor.id;

/** The office checks, returns and accepts, but not a dossier of one's own. */
export const mayIntake = (actor: Actor, candidate: CandidateFacts): boolean =>
  isOffice(actor) && candidate.id !== actor.id;
