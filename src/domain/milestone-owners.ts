import type { milestoneOwners } from './plan.ts';
import { type Actor, hasRole } from './roles.ts';

export type MilestoneOwner = (typeof milestoneOwners)[number];

/** An officer who is at work today; whoever is on leave or has left is not among them. */
export type AtWork = Actor;

/** Who sees to a department today: its heads, else its deputies. */
export function leadersOf(departmentId: string, atWork: readonly AtWork[]): readonly AtWork[] {
  const own = atWork.filter((person) => person.departmentId === departmentId);
  const heads = own.filter((person) => hasRole(person, 'head'));
  return heads.length > 0 ? heads : own.filter((person) => hasRole(person, 'deputy'));
}

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
  const office = atWork.filter((person) => hasRole(person, 'office'));
  return office.length > 0 ? office : directors(atWork);
}

/** Who is told of what is overdue: the head of the office, else all of it; and the director, else the deputies. */
export function escalatedTo(atWork: readonly AtWork[], officeDepartments: readonly string[]): readonly AtWork[] {
  const heads = atWork.filter((p) => hasRole(p, 'head') && officeDepartments.includes(p.departmentId));
  const office = heads.length > 0 ? heads : atWork.filter((person) => hasRole(person, 'office'));
  return [...new Set([...office, ...directors(atWork)])];
}

function directors(atWork: readonly AtWork[]): readonly AtWork[] {
  const all = atWork.filter((person) => hasRole(person, 'director'));
  return all.length > 0 ? all : atWork.filter((person) => hasRole(person, 'deputyDirector'));
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
