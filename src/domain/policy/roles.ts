import { z } from 'zod';

/** What a person may be in the unit; one person may hold several. Outside this folder they are opaque: who may what is asked, not worked out. */
export const roles = [
  'staff',
  'head',
  'deputy',
  'office',
  'council',
  'councilChair',
  'councilViceChair',
  'councilSecretary',
  'director',
  'deputyDirector',
  'youthSecretary',
  'massOrgSecretary',
] as const;
export type Role = (typeof roles)[number];

export interface Holder {
  readonly roles: readonly Role[];
}

export const hasRole = (person: Holder, ...wanted: readonly Role[]): boolean =>
  wanted.some((role) => person.roles.includes(role));

export const rolesSchema = z.array(z.enum(roles));
