import { hasSent } from '../../domain/dossier/standing.ts';
import { everOfficersOf } from '../../model/people/people.ts';
import { type PersonProgress, progressOf } from '../../model/round/progress.ts';
import { assignmentsOf } from '../../pipeline/acting.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { byReviewer } from './all-lists.ts';
import { type DepartmentList, listsOf, unledOf } from './lists.ts';
import type { RoundClock } from './round-clock.ts';
import { toldToday } from './told-today.ts';
import { waitingIn } from './waits.ts';

/** Why somebody is not reminded now: nothing is required of them, they chose so, or they were today. In the order in which it is told. */
export const reasons = ['told', 'quiet', 'onLeave', 'declined', 'lapsed', 'sent'] as const;
export type Reason = (typeof reasons)[number];

/** Somebody of a department; `aside` undefined = would be reminded now. */
export interface Reminded extends PersonProgress {
  readonly aside: Reason | undefined;
}

/** Whoever is sent the list of a department with work open: its head, or the deputy who stands in. */
export interface ReminderOfList extends DepartmentList {
  readonly to: Loaded<Person>;
  readonly isTold: boolean;
}

/** Who of a department a reminder sent at this instant would reach. */
export interface DepartmentUnfinished {
  readonly id: string;
  readonly name: string;
  /** Everyone of it, by given name. */
  readonly people: readonly Reminded[];
  readonly heads: readonly ReminderOfList[];
  /** It has work open, and its list reaches no one. */
  readonly isUnled: boolean;
}

/** @returns undefined when the roster has no such department */
export async function unfinishedOf(
  turn: Turn,
  clock: RoundClock,
  id: string,
): Promise<DepartmentUnfinished | undefined> {
  const department = await progressOf(turn, clock.round, { at: clock.now, department: id });
  if (department === undefined) return undefined;
  const people = await everOfficersOf(turn, id);
  const waiting = byReviewer(await waitingIn(turn, clock, 'submitted'));
  const lists = listsOf(department, people, { waiting, today: clock.today, given: await assignmentsOf(turn) });
  const told = await toldToday(turn, clock, {
    kind: 'staff',
    people: department.missingIds.map((person) => ({ id: person, departmentId: id })),
  });
  return {
    id,
    name: department.name,
    people: department.rows.map((row) => ({ ...row, aside: reasonOf(row, told) })),
    heads: await remindersOf(turn, clock, lists),
    isUnled: unledOf(lists).length > 0,
  };
}

/** Of these lists, those that would be sent now. */
export async function remindersOf(
  turn: Turn,
  clock: RoundClock,
  lists: readonly DepartmentList[],
): Promise<ReminderOfList[]> {
  const open = lists.flatMap(({ to, ...list }) => (to === undefined || list.open === 0 ? [] : [{ ...list, to }]));
  const people = open.map(({ to: { id, data } }) => ({ id, departmentId: data.departmentId }));
  const told = await toldToday(turn, clock, { kind: 'head', people });
  return open.map((list) => ({ ...list, isTold: told.has(list.to.id) }));
}

function reasonOf({ id, standing, isQuiet }: PersonProgress, told: ReadonlySet<string>): Reason | undefined {
  if (hasSent(standing)) return 'sent';
  if (standing === 'onLeave' || standing === 'declined' || standing === 'lapsed') return standing;
  if (isQuiet) return 'quiet';
  return told.has(id) ? 'told' : undefined;
}
