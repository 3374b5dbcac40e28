import type { ProgressCounts } from '../../model/round/counts.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { personRecord } from '../../records/person.ts';
import { allLists } from './all-lists.ts';
import type { ManualKind, Target } from './manual-wave.ts';
import type { RoundClock } from './round-clock.ts';
import { toldOfAll } from './told-of-all.ts';
import {
  type DepartmentUnfinished,
  type Reason,
  type Reminded,
  type ReminderOfList,
  reasons,
  remindersOf,
  unfinishedOf,
} from './unfinished.ts';

/** Of a target, those who are not reminded now for one reason. */
export interface Aside {
  readonly reason: Reason;
  readonly n: number;
  /** Who they are; empty where they were only counted. */
  readonly people: readonly Reminded[];
}

/** Whom a reminder by hand to a target would reach now, and whom not. */
export interface Reached {
  /** How many are reminded of their own dossier. */
  readonly staff: number;
  readonly heads: readonly ReminderOfList[];
  /** In the order of the reasons. */
  readonly aside: readonly Aside[];
  /** Leaders of the target who have the list of today already. */
  readonly headsTold: readonly ReminderOfList[];
  /** The department of the target, when it is one or belongs to one. */
  readonly department: DepartmentUnfinished | undefined;
}

/** Everyone is counted; a department, or the one of a person, is read. @returns undefined when the roster has no such department or person any more */
export async function reachedBy(turn: Turn, clock: RoundClock, target: Target): Promise<Reached | undefined> {
  const { audience, of } = target;
  if (audience === 'staff') return everyoneOf(turn, clock);
  if (audience === 'heads') {
    const { lists } = await allLists(turn, clock);
    return { ...nobody, ...apart(await remindersOf(turn, clock, lists)) };
  }
  const id = audience === 'department' ? of : (await turn.get(personRecord, of))?.data.departmentId;
  const department = id === undefined ? undefined : await unfinishedOf(turn, clock, id);
  const people = department?.people.filter((one) => audience === 'department' || one.id === of) ?? [];
  if (department === undefined || (audience === 'person' && people.length === 0)) return undefined;
  return {
    staff: people.filter(({ aside }) => aside === undefined).length,
    aside: reasons
      .map((reason) => ({ reason, people: people.filter(({ aside }) => aside === reason) }))
      .map((each) => ({ ...each, n: each.people.length })),
    ...apart(audience === 'department' ? department.heads : []),
    department,
  };
}

const nobody = { staff: 0, aside: [], department: undefined } as const;

const apart = (lists: readonly ReminderOfList[]): Pick<Reached, 'heads' | 'headsTold'> => ({
  heads: lists.filter(({ isTold }) => !isTold),
  headsTold: lists.filter(({ isTold }) => isTold),
});

async function everyoneOf(turn: Turn, clock: RoundClock): Promise<Reached> {
  const { figures } = await allLists(turn, clock);
  const told = await toldOfAll(turn, clock, figures);
  return {
    staff: unfinishedIn(figures.total) - told.length,
    aside: reasons.map((reason) =>
      reason === 'told' ? { reason, n: told.length, people: told } : { reason, n: figures.total[reason], people: [] },
    ),
    ...apart([]),
    department: undefined,
  };
}

/** How many have something left to do and take reminders, told today or not. */
export const unfinishedIn = ({ missing, quiet }: ProgressCounts): number => missing - quiet;

/** Messages that would go out of one kind. */
export const messagesOf = ({ staff, heads }: Reached, kind: ManualKind): number =>
  kind === 'staff' ? staff : heads.length;
export const messages = ({ staff, heads }: Reached): number => staff + heads.length;
