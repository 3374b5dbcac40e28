import type { milestoneOwners } from '../plan/plan.ts';
import type { Actor, Holder } from './actor.ts';
import { type AtWork, directorsOf, leadersOf, officeOf } from './at-work.ts';
import { hasRole } from './roles.ts';

export type MilestoneOwner = (typeof milestoneOwners)[number];

/**
 * Who is reminded of a milestone today.
 * @param open departments with something left to do for it; read for `head` alone
 */
export function ownersOf(owner: MilestoneOwner, atWork: readonly AtWork[], open: readonly string[]): readonly AtWork[] {
  if (owner !== 'head') return atWork.filter((person) => hasRole(person, owner));
  return open.flatMap((department) => leadersOf(department, atWork));
}

/** Open departments that nobody sees to today. */
export const unled = (atWork: readonly AtWork[], open: readonly string[]): string[] =>
  open.filter((department) => leadersOf(department, atWork).length === 0);

/** Who is told that nobody holds a milestone's role today: the office, and the director when it is empty itself. */
export function standInsFor(atWork: readonly AtWork[]): readonly AtWork[] {
  const office = officeOf(atWork);
  return office.length > 0 ? office : directorsOf(atWork);
}

/** Who is told of what is overdue: the head of the office, else all of it; and the director, else the deputies. */
export function escalatedTo(atWork: readonly AtWork[], officeDepartments: readonly string[]): readonly AtWork[] {
  const heads = atWork.filter((p) => hasRole(p, 'head') && officeDepartments.includes(p.departmentId));
  const office = heads.length > 0 ? heads : officeOf(atWork);
  return [...new Set([...office, ...directorsOf(atWork)])];
}

/** The office keeps the dates. */
export const mayEditMilestones = (actor: Actor): boolean => hasRole(actor, 'office');

/**
 * The office, or whoever holds the role. What is done by every head is not for one of them to say: each department's own record tells.
 */
export const mayTickMilestone = (actor: Actor, owner: MilestoneOwner): boolean =>
  mayEditMilestones(actor) || (owner !== 'head' && hasRole(actor, owner));

/** Whom the command is listed for: the office and everyone who may own a milestone. */
export const mayOwnMilestone = (actor: Pick<Actor, 'roles'>): boolean =>
  hasRole(actor, 'office', 'head', 'deputy', 'councilSecretary', 'director', 'deputyDirector');

/** Holds the role that owns a milestone. */
export const holdsMilestone = (person: Holder, owner: MilestoneOwner): boolean => hasRole(person, owner);
