import type { Actor, Holder } from './actor.ts';
import { type CandidateFacts, type DossierFacts, isOwn } from './dossier.ts';
import { isDirector, isHead } from './posts.ts';
import { hasRole } from './roles.ts';

export interface Reviewers {
  /** Head of the candidate's department, if the post is held. */
  readonly head: string | undefined;
  readonly director: string | undefined;
  readonly viceChair: string | undefined;
}

/** Posts that give opinions. */
export type OpinionPost = 'head' | 'director' | 'councilViceChair';

/** Whose opinion a dossier asks for: the head's; the director's for heads, deputy directors and collectives; the vice-chair's for the director. */
export function opinionPost(kind: CandidateFacts['kind'], roles: Actor['roles']): OpinionPost {
  if (kind === 'person' && roles.includes('director')) return 'councilViceChair';
  return kind === 'department' || roles.includes('head') || roles.includes('deputyDirector') ? 'director' : 'head';
}

/**
 * Who gives the opinion on a dossier, by post; the director where the department has no head. `null` when nobody holds the post: the dossier
 * goes on, marked.
 */
export function reviewerOf(candidate: CandidateFacts, roles: Actor['roles'], posts: Reviewers): string | null {
  const { head, director, viceChair } = posts;
  const wanted = { head: head ?? director, director, councilViceChair: viceChair }[opinionPost(candidate.kind, roles)];
  const isOwnCase = wanted === candidate.id || (candidate.kind === 'department' && wanted === posts.head);
  return wanted === undefined || isOwnCase ? null : wanted;
}

export const mayOpine = (actor: Actor, dossier: DossierFacts): boolean =>
  dossier.opiners.includes(actor.id) && !isOwn(actor, dossier.candidate);

/** Holds a post that gives opinions, or stands in for one that does: of which dossiers, `opinersOf` says. */
export const mayReview = (actor: Holder): boolean =>
  hasRole(actor, 'head', 'director', 'councilViceChair', 'deputy', 'deputyDirector');

/** Holds a post that gives opinions in the place of a head, whatever the department. */
export const opinesForUnit = (actor: Holder): boolean => hasRole(actor, 'director', 'councilViceChair');

/** Who of these holds the posts that give opinions on a department's dossiers. */
export function postsAmong(
  people: readonly { readonly id: string; readonly data: Holder & { readonly departmentId: string } }[],
  departmentId: string,
): Reviewers {
  const first = (is: (data: Holder & { readonly departmentId: string }) => boolean): string | undefined =>
    people.find(({ data }) => is(data))?.id;
  return {
    head: first((data) => isHead(data) && data.departmentId === departmentId),
    director: first(isDirector),
    viceChair: first((data) => hasRole(data, 'councilViceChair')),
  };
}
