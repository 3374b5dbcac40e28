import type { Actor } from './actor.ts';
import { isHeadOrDeputy, isOffice, leadsUnit } from './posts.ts';

/** Late, missing and unsuccessful names: the person's head, the office and the leaders only. */
export const maySeeProgressOf = (actor: Actor, departmentId: string): boolean =>
  isOffice(actor) || leadsUnit(actor) || (isHeadOrDeputy(actor) && actor.departmentId === departmentId);

/** Every department of the unit. */
export const seesEveryDepartment = (actor: Actor): boolean => isOffice(actor) || leadsUnit(actor);
/** At least one department. */
export const seesSomeDepartment = (actor: Actor): boolean => seesEveryDepartment(actor) || isHeadOrDeputy(actor);
