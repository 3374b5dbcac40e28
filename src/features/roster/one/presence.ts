import { presenceOn } from '../../../domain/people/presence.ts';
import type { Turn } from '../../../pipeline/turn.ts';
import type { Person } from '../../../records/person.ts';

/** The day in the plan's zone. */
export const todayOf = ({ at, plan }: Turn): string => at.setZone(plan.zone).toFormat('yyyy-MM-dd');
export const hasLeft = (turn: Turn, person: Person): boolean => presenceOn(person, todayOf(turn)) === 'left';

/** A last day is recorded, whether or not it has come. */
export const leaves = ({ status, endDate }: Person): boolean => status === 'left' || endDate !== null;

/** The person as if nothing were known of their leaving; a leave that they are on goes on. */
export const unplanned = (person: Person): Person => ({
  ...person,
  ...(person.status === 'left' && { status: 'active' as const, statusFrom: null, statusTo: null }),
  endDate: null,
});
