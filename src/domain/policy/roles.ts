/** What a person may be in the unit; one person may hold several. */
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

/** Whoever acts, as the rules see them. */
export interface Actor {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly departmentId: string;
}

export const hasRole = (actor: Pick<Actor, 'roles'>, ...wanted: readonly Role[]): boolean =>
  wanted.some((role) => actor.roles.includes(role));
export const leadsDepartment = (actor: Actor, departmentId: string): boolean =>
  hasRole(actor, 'head') && actor.departmentId === departmentId;
export const leadsUnit = (actor: Pick<Actor, 'roles'>): boolean => hasRole(actor, 'director', 'deputyDirector');
export const sitsOnCouncil = (actor: Pick<Actor, 'roles'>): boolean =>
  hasRole(actor, 'council', 'councilChair', 'councilViceChair', 'councilSecretary');
