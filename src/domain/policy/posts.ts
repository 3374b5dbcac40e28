import type { Actor, Roles } from './actor.ts';
import { type Holder, hasRole, type Role } from './roles.ts';

/** Whoever holds a role beyond staff. */
export const isOfficer = (person: Holder): boolean => person.roles.some((role) => role !== 'staff');

/** Acts for the office (Phòng Hành chính – Nghiệp vụ). */
export const isOffice = (person: Holder): boolean => hasRole(person, 'office');
/** The same roles, and the office's. */
export const withOffice = (roles: Roles): Role[] => [...new Set([...roles, 'office' as const])];
/** The same roles without the office's; who has no other is of the staff. */
export function withoutOffice(roles: Roles): Role[] {
  const left = roles.filter((role) => role !== 'office');
  return left.length === 0 ? ['staff'] : left;
}

export const isHead = (person: Holder): boolean => hasRole(person, 'head');
/** Sees to a department: its head or a deputy. */
export const isHeadOrDeputy = (person: Holder): boolean => hasRole(person, 'head', 'deputy');
export const leadsDepartment = (actor: Actor, departmentId: string): boolean =>
  isHead(actor) && actor.departmentId === departmentId;

export const isDirector = (person: Holder): boolean => hasRole(person, 'director');
/** The director and the deputies. */
export const leadsUnit = (person: Holder): boolean => hasRole(person, 'director', 'deputyDirector');

export const isCouncilSecretary = (person: Holder): boolean => hasRole(person, 'councilSecretary');
export const sitsOnCouncil = (person: Holder): boolean =>
  hasRole(person, 'council', 'councilChair', 'councilViceChair', 'councilSecretary');
