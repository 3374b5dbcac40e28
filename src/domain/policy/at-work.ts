import type { Actor } from './actor.ts';
import { hasRole } from './roles.ts';

/** An officer who is at work today; whoever is on leave or has left is not among them. */
export type AtWork = Actor;

/** Who sees to a department today: its heads, else its deputies. */
export function leadersOf(departmentId: string, atWork: readonly AtWork[]): readonly AtWork[] {
  const own = atWork.filter((person) => person.departmentId === departmentId);
  const heads = own.filter((person) => hasRole(person, 'head'));
  return heads.length > 0 ? heads : own.filter((person) => hasRole(person, 'deputy'));
}

/** The director, else the deputies. */
export function directorsOf(atWork: readonly AtWork[]): readonly AtWork[] {
  const directors = atWork.filter((person) => hasRole(person, 'director'));
  return directors.length > 0 ? directors : atWork.filter((person) => hasRole(person, 'deputyDirector'));
}

export const officeOf = (atWork: readonly AtWork[]): readonly AtWork[] =>
  atWork.filter((person) => hasRole(person, 'office'));
