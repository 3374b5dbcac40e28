import { everOfficers } from '../../model/people/people.ts';
import { type RoundFigures, roundFigures } from '../../model/round/figures.ts';
import { assignmentsOf } from '../../pipeline/acting.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { type DepartmentList, listsOf } from './lists.ts';
import type { RoundClock } from './round-clock.ts';
import { type Waiting, waitingIn } from './waits.ts';

export interface AllLists {
  readonly figures: RoundFigures;
  /** Dossiers that wait for an opinion. */
  readonly waiting: readonly Waiting[];
  /** Departments in protocol order; one that two people lead has two. */
  readonly lists: readonly DepartmentList[];
}

/** Every department's list as it would go out now: figures from the index, and whoever holds a post. */
export async function allLists(turn: Turn, clock: RoundClock): Promise<AllLists> {
  const [figures, waiting, officers] = await Promise.all([
    roundFigures(turn, clock.round, { at: clock.now }),
    waitingIn(turn, clock, 'submitted'),
    everOfficers(turn),
  ]);
  const of = { waiting: byReviewer(waiting), today: clock.today, given: await assignmentsOf(turn) };
  const people = new Map<string, Loaded<Person>[]>(figures.departments.map(({ id }) => [id, []]));
  for (const officer of officers) people.get(officer.data.departmentId)?.push(officer);
  return {
    figures,
    waiting,
    lists: figures.departments.flatMap((department) => listsOf(department, people.get(department.id) ?? [], of)),
  };
}

/** How many wait for each person's opinion. */
export function byReviewer(waiting: readonly Waiting[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { reviewer, count } of waiting) counts.set(reviewer, (counts.get(reviewer) ?? 0) + count);
  return counts;
}
