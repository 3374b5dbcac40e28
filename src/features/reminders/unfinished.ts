import { hasSent, isMissing } from '../../domain/dossier/standing.ts';
import type { PersonProgress } from '../../model/round/progress.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { allDuties, unledOf } from './all-duties.ts';
import type { HeadDuties } from './head-duties.ts';
import type { RoundClock } from './round-clock.ts';
import { toldToday } from './told-today.ts';

/** Why somebody is not reminded now: nothing is required of them, they chose so, or they were today. In the order in which it is told. */
export const reasons = ['told', 'quiet', 'onLeave', 'declined', 'lapsed', 'sent'] as const;
export type Reason = (typeof reasons)[number];

/** Somebody of a department; `aside` undefined = would be reminded now. */
export interface Reminded extends PersonProgress {
  readonly aside: Reason | undefined;
}

/** Whoever is sent the list of a department with work open: its head, or the deputy who stands in. */
interface ReminderOfList {
  readonly head: Loaded<Person>;
  readonly duties: HeadDuties;
  readonly isTold: boolean;
}

export interface DepartmentUnfinished {
  readonly id: string;
  readonly name: string;
  /** Everyone of it, by given name. */
  readonly people: readonly Reminded[];
  readonly heads: readonly ReminderOfList[];
}

/** Who a reminder sent at this instant would reach. */
export interface Unfinished {
  /** In protocol order. */
  readonly departments: readonly DepartmentUnfinished[];
  /** Departments with work open whose list reaches no one. */
  readonly unled: readonly string[];
}

/** Reads what the whole round has once. */
export async function unfinishedIn(turn: Turn, clock: RoundClock): Promise<Unfinished> {
  const all = await allDuties(turn, clock);
  const open = all.lists.flatMap(({ to, duties }) => (to === undefined || duties.isDone ? [] : [{ head: to, duties }]));
  const [toldStaff, toldHeads] = await Promise.all([
    toldToday(turn, clock, {
      kind: 'staff',
      people: all.progress.departments.flatMap(({ id: departmentId, rows }) =>
        rows.filter(({ standing }) => isMissing(standing)).map(({ id }) => ({ id, departmentId })),
      ),
    }),
    toldToday(turn, clock, {
      kind: 'head',
      people: open.map(({ head: { id, data } }) => ({ id, departmentId: data.departmentId })),
    }),
  ]);
  return {
    departments: all.progress.departments.map(({ id, name, rows }) => ({
      id,
      name,
      people: rows.map((row) => ({ ...row, aside: reasonOf(row, toldStaff) })),
      heads: open
        .filter(({ duties }) => duties.department.id === id)
        .map((list) => ({ ...list, isTold: toldHeads.has(list.head.id) })),
    })),
    unled: unledOf(all),
  };
}

function reasonOf({ id, standing, isQuiet }: PersonProgress, told: ReadonlySet<string>): Reason | undefined {
  if (hasSent(standing)) return 'sent';
  if (standing === 'onLeave' || standing === 'declined' || standing === 'lapsed') return standing;
  if (isQuiet) return 'quiet';
  return told.has(id) ? 'told' : undefined;
}

/** Has something left to do and takes reminders, told today or not. */
export const isUnfinished = ({ aside }: Reminded): boolean => aside === undefined || aside === 'told';
