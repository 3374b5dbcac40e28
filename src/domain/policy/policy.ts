import { consideredStates, type NominationState } from '../dossier/nomination.ts';
import { type Actor, hasRole, leadsDepartment, leadsUnit, sitsOnCouncil } from './roles.ts';

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
    : hasRole(actor, 'head', 'deputy') && actor.departmentId === candidate.departmentId;

/** Nobody acts, votes or decides on their own dossier: on one that they write. */
export const isOwn = (actor: Actor, candidate: CandidateFacts): boolean => mayWrite(actor, candidate);

const tabledOrLater: readonly NominationState[] = [...consideredStates, 'revoked'];

/** The candidate, their head, the office and the leaders; the council sees tabled dossiers only. */
export const maySee = (actor: Actor, dossier: DossierFacts): boolean =>
  mayWrite(actor, dossier.candidate) ||
  dossier.reviewerId === actor.id ||
  leadsDepartment(actor, dossier.candidate.departmentId) ||
  hasRole(actor, 'office') ||
  leadsUnit(actor) ||
  (sitsOnCouncil(actor) && tabledOrLater.includes(dossier.state));

export interface Reviewers {
  /** Head of the candidate's department, if the post is held. */
  readonly head: string | undefined;
  readonly director: string | undefined;
  readonly viceChair: string | undefined;
}

/**
 * Who gives the opinion on a dossier: the head of the department; the director for heads, deputy directors and collectives;
 * the council's vice-chair for the director. `null` when nobody holds the post: the dossier goes on, marked.
 */
export function reviewerOf(candidate: CandidateFacts, roles: Actor['roles'], posts: Reviewers): string | null {
  const isDirector = candidate.kind === 'person' && roles.includes('director');
  const aboveHead = candidate.kind === 'department' || roles.includes('head') || roles.includes('deputyDirector');
  const wanted = isDirector ? posts.viceChair : aboveHead ? posts.director : (posts.head ?? posts.director);
  const isOwnCase = wanted === candidate.id || (candidate.kind === 'department' && wanted === posts.head);
  return wanted === undefined || isOwnCase ? null : wanted;
}

export const mayOpine = (actor: Actor, dossier: DossierFacts): boolean =>
  dossier.reviewerId === actor.id && !isOwn(actor, dossier.candidate);
/** A head proposes people of the own department, never oneself; nothing goes on before the person consents. */
export const mayPropose = (actor: Actor, candidate: CandidateFacts): boolean =>
  candidate.kind === 'person' && leadsDepartment(actor, candidate.departmentId) && candidate.id !== actor.id;
/** The office checks, returns and accepts, but not a dossier of one's own. */
export const mayIntake = (actor: Actor, candidate: CandidateFacts): boolean =>
  hasRole(actor, 'office') && candidate.id !== actor.id;
export const mayLaunch = (actor: Actor): boolean => hasRole(actor, 'office');
export const mayOpenRound = (actor: Actor): boolean => hasRole(actor, 'office');
/** A grace window for everyone, after an outage. */
export const mayExtendRound = (actor: Actor): boolean => hasRole(actor, 'office');
/** The office says which channel is whose; the youth union's secretary may do so for the youth channel. */
export const mayBindChannel = (actor: Actor, purpose: 'office' | 'youth'): boolean =>
  hasRole(actor, 'office') || (purpose === 'youth' && hasRole(actor, 'youthSecretary'));
/** Who was reached by what went to many people, name by name: the office and the leaders. */
export const mayReconcile = (actor: Actor): boolean => hasRole(actor, 'office') || leadsUnit(actor);
/** The leaders look on; what goes out again is the office's to send. */
export const mayResend = (actor: Actor): boolean => hasRole(actor, 'office');
/** What goes to many people is the office's to stop and to take back. */
export const mayStopSending = (actor: Actor): boolean => hasRole(actor, 'office');
export const mayRemind = (actor: Actor): boolean => hasRole(actor, 'office');
export const mayRecordCouncil = (actor: Actor): boolean => hasRole(actor, 'councilSecretary');
/** The council's own members and the leaders read what is before the council. */
export const mayReadCouncil = (actor: Actor): boolean => sitsOnCouncil(actor) || leadsUnit(actor);
/**
 * The secretary records the vote on every candidate but the secretary's own case: that one is recorded by the chair or a vice-chair.
 * @param ownOfSecretary the case is every secretary's own
 */
export const mayRecordFinding = (actor: Actor, candidate: CandidateFacts, ownOfSecretary: boolean): boolean =>
  !isOwn(actor, candidate) &&
  (mayRecordCouncil(actor) || (ownOfSecretary && hasRole(actor, 'councilChair', 'councilViceChair')));
/** Until the decision, what the council found is for those who work on it, and for nobody in their own case. */
export const mayKnowFinding = (actor: Actor, candidate: CandidateFacts): boolean =>
  (hasRole(actor, 'office') || mayReadCouncil(actor)) && !mayWrite(actor, candidate);
export const mayDecide = (actor: Actor): boolean => hasRole(actor, 'director');
/** The leaders and the office follow a round from the council's results to the signed decision. */
export const mayFollowDecisions = (actor: Actor): boolean => leadsUnit(actor) || hasRole(actor, 'office');
/** To the parent department: by the director or the office, but not a dossier of one's own. */
export const mayForward = (actor: Actor, candidate: CandidateFacts): boolean =>
  hasRole(actor, 'director', 'office') && !isOwn(actor, candidate);
/** Number and date of a signed paper, and what the parent department answered. */
export const mayRecordDecision = (actor: Actor): boolean => hasRole(actor, 'office');
export const mayPublish = (actor: Actor): boolean => hasRole(actor, 'office');
/** The organisations in whose name a person may post calls. */
export const callsFor = (actor: Actor): readonly ('youthUnion' | 'tradeUnion')[] => [
  ...(hasRole(actor, 'youthSecretary') ? (['youthUnion'] as const) : []),
  ...(hasRole(actor, 'massOrgSecretary') ? (['tradeUnion'] as const) : []),
];
/** Late, missing and unsuccessful names: the person's head, the office and the leaders only. */
export const maySeeProgressOf = (actor: Actor, departmentId: string): boolean =>
  hasRole(actor, 'office') ||
  leadsUnit(actor) ||
  (hasRole(actor, 'head', 'deputy') && actor.departmentId === departmentId);
