import type { Attendance } from '../people/presence.ts';
import type { Actor } from './actor.ts';
import { directorsOf, officeOf } from './at-work.ts';
import { type CandidateFacts, isOwn } from './dossier.ts';
import { isDirector, isHead, isHeadOrDeputy, isOffice } from './posts.ts';
import type { OpinionPost } from './review.ts';
import { hasRole, type Role } from './roles.ts';

/**
 * Posts that the director may give to somebody for a time. `head` is of a department, all others are of the unit. `office` is given beside those who
 * have it, and takes nothing away: of a unit whose office is one person, somebody has to take in that one's own dossier.
 */
export const assignedPosts = [
  'head',
  'councilSecretary',
  'councilChair',
  'councilViceChair',
  'council',
  'office',
] as const;
export type AssignedPost = (typeof assignedPosts)[number] & Role;

/** Somebody acts in a post by assignment of the director. Days are `yyyy-MM-dd` in the plan's zone. */
export interface Assignment {
  readonly post: AssignedPost;
  /** Of a head; empty for all other posts. */
  readonly departmentId: string;
  /** In whose place; empty where nobody holds the post. */
  readonly of: string;
  readonly to: string;
  readonly from: string;
  /** Last day; null = until it is ended. */
  readonly until: string | null;
}

/** The director assigns; the office records what the director has decided. */
export const mayAssign = (actor: Actor): boolean => isDirector(actor) || isOffice(actor);

/** Whether somebody holds a post by their own roles. */
export const holds = ({ roles, departmentId }: Omit<Actor, 'id'>, post: AssignedPost, of: string): boolean =>
  roles.includes(post) && (post !== 'head' || departmentId === of);

export const isInForce = ({ from, until }: Assignment, day: string): boolean =>
  from <= day && (until === null || until >= day);

/**
 * Somebody with the posts in which they act, and without those in which another acts for them. Who is given a department of another, and leads none
 * of their own, sees to that one meanwhile.
 */
export function actingAs(person: Actor, inForce: readonly Assignment[]): Actor {
  const given = inForce.filter(({ to }) => to === person.id);
  const taken = inForce.filter(({ of }) => of === person.id).map(({ post }) => post);
  if (given.length === 0 && taken.length === 0) return person;
  const left = person.roles.filter((role) => !taken.some((post) => post === role));
  const led = isHeadOrDeputy({ roles: left })
    ? person.departmentId
    : (given.find(({ post }) => post === 'head')?.departmentId ?? person.departmentId);
  const posts = given.filter(({ post, departmentId }) => post !== 'head' || departmentId === led);
  const roles = [...new Set<Role>([...left, ...posts.map(({ post }) => post)])];
  return { ...person, departmentId: led, roles: roles.length === 0 ? ['staff'] : roles };
}

/** Two that cannot both be: of one post, in one person's place, on one day; several may see to the office's work. */
export const overlap = (one: Assignment, other: Assignment): boolean =>
  one.post === other.post &&
  (one.post !== 'office' || one.to === other.to) &&
  one.departmentId === other.departmentId &&
  one.of === other.of &&
  one.from <= (other.until ?? one.from) &&
  other.from <= (one.until ?? other.from);

/** Somebody as the rule of who acts sees them, on one day. */
export interface Present extends Actor {
  readonly presence: Attendance['status'];
}

/** The posts as they are held and assigned on one day. */
export interface Posts {
  /** By given name: of several deputies the first acts. Whoever is asked about is among them. */
  readonly people: readonly Present[];
  /** In force on that day. */
  readonly assignments: readonly Assignment[];
}

/** Who gives an opinion on one day. */
export interface Opiners {
  /** Who is asked; null when nobody is there who may. */
  readonly acts: string | null;
  /** In whose place; null for whoever acts in their own post. */
  readonly inPlaceOf: string | null;
  /** Whoever may: a head on leave may still write from home. */
  readonly may: readonly string[];
  /** Who is told that it waits, where nobody acts. */
  readonly told: readonly string[];
}

interface Opinion {
  /** Who was asked when the dossier was sent. */
  readonly reviewerId: string;
  readonly candidate: CandidateFacts;
  /** Whose opinion the candidate's own posts ask for; what counts once whoever was asked has lost the post. */
  readonly wanted: OpinionPost;
}

/** What the steps of the rule look at. */
interface Asked extends Opinion {
  readonly post: OpinionPost;
  readonly reviewer: Present | undefined;
  /** Whoever was asked still holds the post. */
  readonly isHeld: boolean;
  /** At work, not the reviewer, and not in their own case. */
  readonly others: readonly Present[];
  readonly assignments: readonly Assignment[];
}

/**
 * The one rule of who acts for an opinion. An assignment in force goes before everything. Else whoever was asked, as long as they hold the post and
 * are at work; when they hold it no more, whoever holds it now; while they are away, a deputy in their place; and the director, where a
 * department has nobody left. Nobody acts on their own dossier: the next in this order does.
 */
export function opinersOf(opinion: Opinion, { people, assignments }: Posts): Opiners {
  const { reviewerId, candidate, wanted } = opinion;
  const reviewer = people.find(({ id }) => id === reviewerId);
  const held = reviewer && reviewer.presence !== 'left' ? heldBy(reviewer, candidate.departmentId) : undefined;
  const asked: Asked = {
    ...opinion,
    post: held ?? wanted,
    reviewer,
    isHeld: held !== undefined,
    others: people.filter(
      (person) => person.id !== reviewerId && person.presence === 'active' && !isOwn(person, candidate),
    ),
    assignments,
  };
  return byAssignment(asked) ?? byPost(asked) ?? inPlace(asked) ?? nobody(asked);
}

/** Whoever was given the post acts alone: its holder does not meanwhile. */
function byAssignment({
  reviewerId,
  candidate,
  post,
  reviewer,
  isHeld,
  others,
  assignments,
}: Asked): Opiners | undefined {
  const found = assignments.find(
    (assigned) =>
      assigned.post === post &&
      assigned.departmentId === (post === 'head' ? candidate.departmentId : '') &&
      (!isHeld || assigned.of === '' || assigned.of === reviewerId),
  );
  const isThere = ({ id }: Present): boolean => id === found?.to;
  const acts = others.find(isThere) ?? (reviewer?.presence === 'active' && isThere(reviewer) ? reviewer : undefined);
  if (found === undefined || acts === undefined) return undefined;
  const holder = found.of === '' && reviewerId !== acts.id ? reviewerId : found.of;
  return { acts: acts.id, inPlaceOf: holder === '' ? null : holder, may: [acts.id], told: [] };
}

/** Whoever holds the post and is at work; and whoever was asked, when they have lost it and nobody has it now. */
function byPost({ reviewerId, candidate, post, reviewer, isHeld, others }: Asked): Opiners | undefined {
  const successor = isHeld ? undefined : others.find((person) => heldBy(person, candidate.departmentId) === post);
  const acts = successor?.id ?? (reviewer?.presence === 'active' ? reviewerId : undefined);
  return acts === undefined ? undefined : { acts, inPlaceOf: null, may: [acts], told: [] };
}

/** A deputy; or the director, where a department has neither head nor deputy. Whoever is on leave may still write from home. */
function inPlace({ reviewerId, candidate, post, isHeld, others }: Asked): Opiners | undefined {
  const deputy = others.find((person) => standsInFor[post](person, candidate.departmentId));
  const acts = deputy ?? (isHeld || post !== 'head' ? undefined : others.find(isDirector));
  if (acts === undefined) return undefined;
  return { acts: acts.id, inPlaceOf: reviewerId, may: isHeld ? [acts.id, reviewerId] : [acts.id], told: [] };
}

function nobody({ reviewerId, isHeld, others }: Asked): Opiners {
  const directors = directorsOf(others);
  const told = (directors.length > 0 ? directors : officeOf(others)).map(({ id }) => id);
  return { acts: null, inPlaceOf: null, may: isHeld ? [reviewerId] : [], told };
}

/** The post that a person gives opinions on this department's dossiers by. */
export function heldBy(person: Actor, departmentId: string): OpinionPost | undefined {
  if (isHead(person) && person.departmentId === departmentId) return 'head';
  if (isDirector(person)) return 'director';
  return hasRole(person, 'councilViceChair') ? 'councilViceChair' : undefined;
}

const standsInFor: Record<OpinionPost, (person: Actor, departmentId: string) => boolean> = {
  head: (person, departmentId) => hasRole(person, 'deputy') && person.departmentId === departmentId,
  director: (person) => hasRole(person, 'deputyDirector'),
  councilViceChair: (person) => hasRole(person, 'councilViceChair'),
};
