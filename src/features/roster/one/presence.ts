import { presenceOn } from '../../../domain/people/presence.ts';
import type { Turn } from '../../../pipeline/turn.ts';
import type { Person } from '../../../records/person.ts';

/** The day in the plan's zone. */
const todayOf = ({ at, plan }: Turn): string => at.setZone(plan.zone).toFormat('yyyy-MM-dd');
export const hasLeft = (turn: Turn, person: Person): boolean => presenceOn(person, todayOf(turn)) === 'left';
