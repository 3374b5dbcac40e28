import { type Holder, type Role, roles, rolesSchema } from './roles.ts';

/** Whoever holds roles; which they are is for this folder to know. */
export type { Holder } from './roles.ts';
export type Roles = Holder['roles'];

/** Whoever acts, as the rules see them. */
export interface Actor extends Holder {
  readonly id: string;
  readonly departmentId: string;
}

/** Roles as they are stored. */
export const storedRoles = rolesSchema;

const byName = new Map<string, Role>(roles.map((role) => [role.toLowerCase(), role]));

/** A role by the name that a roster gives it, in any case. */
export const roleNamed = (name: string): Role | undefined => byName.get(name.toLowerCase());

/** All that somebody may be given, to be chosen from. */
export const allRoles: Roles = roles;
