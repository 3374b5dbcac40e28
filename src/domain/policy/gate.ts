import type { Plan } from '../plan/plan.ts';
import type { Roles } from './actor.ts';
import { hasRole, type Role } from './roles.ts';

/** Is this person considered only if the collective that the person leads is outstanding? */
export function isGated(covers: Plan['settings']['headGateCovers'], roles: Roles): boolean {
  if (covers === 'none') return false;
  const heads = hasRole({ roles }, 'head', 'director');
  return heads || (covers === 'headsAndDeputies' && hasRole({ roles }, 'deputy', 'deputyDirector'));
}

/** Of these roles as much as any setting of the rule asks: whoever has the same is covered alike. */
export function leadingRoles(roles: Roles): Role[] {
  if (isGated('heads', roles)) return ['head'];
  return isGated('headsAndDeputies', roles) ? ['deputy'] : [];
}
