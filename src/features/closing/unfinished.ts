import { isMissing } from '../../domain/dossier/standing.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import { departmentSeenTo } from '../../model/people/department-leaders.ts';
import { personOf } from '../../model/people/people.ts';
import type { Ending } from '../../model/round/closing.ts';
import { progressOf } from '../../model/round/progress.ts';
import { readStanding } from '../../model/round/standing.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';

/** What a grace window gives one person time for; undefined when nothing: finished, not asking, on leave or gone. */
export interface Unfinished {
  readonly own: boolean;
  /** Of whoever sees to the department today: its people, or its own dossier. */
  readonly department: boolean;
}

/** @param today `yyyy-MM-dd` in the plan's zone */
export async function unfinishedOf(
  turn: Turn,
  { round, plan }: Ending,
  { person, today }: { person: Loaded<Person>; today: string },
): Promise<Unfinished | undefined> {
  if (presenceOn(person.data, today) !== 'active') return undefined;
  // By their own roles: whoever acts as a head is not asked what a head is asked.
  const { roles } = (await personOf(turn, person.id)).data;
  const own = isMissing(await readStanding(turn, round.data.round, { id: person.id, roles, presence: 'active' }));
  const department = await departmentSeenTo(turn, person, today);
  if (department === undefined) return own ? { own, department: false } : undefined;
  const led = await progressOf(turn, round, { at: turn.clock.now().setZone(plan.zone), department });
  const isOpen = led !== undefined && (led.missing > 0 || (led.writesCollective && isMissing(led.collectiveStanding)));
  return own || isOpen ? { own, department: isOpen } : undefined;
}
