import { consideredStates, isSent, type NominationState } from '../dossier/nomination.ts';
import type { Actor } from './actor.ts';
import { isHeadOrDeputy, isOffice, leadsDepartment, leadsUnit, sitsOnCouncil } from './posts.ts';

/** A person or a department that is considered for an award, as the rules see it. */
export interface CandidateFacts {
  readonly kind: 'person' | 'department';
  readonly id: string;
  /** The person's department; for a department, itself. */
  readonly departmentId: string;
  /** Where the signed paper lies from which the dossier is entered; absent for one that its candidate writes. */
  readonly paper?: 'office' | 'department';
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

/** A person's own; a department's is its head's or deputy's. Nobody acts, votes or decides on their own dossier. */
export const isOwn = (actor: Actor, candidate: CandidateFacts): boolean =>
  candidate.kind === 'person'
    ? candidate.id === actor.id
    : isHeadOrDeputy(actor) && actor.departmentId === candidate.departmentId;

/** Who may take somebody's signed paper and enter it: the office anybody's, the head that of the department's people; nobody their own. */
export const mayTakePaper = (actor: Actor, candidate: CandidateFacts): boolean =>
  !isOwn(actor, candidate) &&
  (isOffice(actor) || (candidate.kind === 'person' && leadsDepartment(actor, candidate.departmentId)));

/** Enters what a signed paper says, whoever has begun with it; what lies with the office is entered there alone. */
export const enters = (actor: Actor, candidate: CandidateFacts): boolean =>
  candidate.paper !== undefined &&
  mayTakePaper(actor, candidate) &&
  (isOffice(actor) || candidate.paper === 'department');

/** Its candidate, and whoever enters it from the candidate's signed paper. */
export const mayWrite = (actor: Actor, candidate: CandidateFacts): boolean =>
  isOwn(actor, candidate) || enters(actor, candidate);

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
