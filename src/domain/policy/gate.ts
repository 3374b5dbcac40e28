import type { Plan } from '../plan/plan.ts';
import type { Roles } from './actor.ts';
import { hasRole } from './roles.ts';

/** Is this person considered only if the collective that the person leads is outstanding? */
export function isGated(covers: Plan['settings']['headGateCovers'], roles: Roles): boolean {
  if (covers === 'none') return false;
  const heads = hasRole({ roles }, 'head', 'director');
  return heads || (covers === 'headsAndDeputies' && hasRole({ roles }, 'deputy', 'deputyDirector'));
}
