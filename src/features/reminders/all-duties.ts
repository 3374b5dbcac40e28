import { listReceivers } from '../../domain/policy/list-receivers.ts';
import { isHead, isHeadOrDeputy } from '../../domain/policy/posts.ts';
import { byName } from '../../model/people/people.ts';
import { type Progress, progressOf } from '../../model/round/progress.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Nomination } from '../../records/nomination.ts';
import { type Person, personBy, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { dutiesOf, type HeadDuties } from './head-duties.ts';
import { opinionsShownTo } from './receivers.ts';
import type { RoundClock } from './round-clock.ts';
import { dossiersIn } from './waits.ts';

/** A department's list and whom it is sent today; `to` undefined = nobody. */
interface DepartmentList {
  readonly to: Loaded<Person> | undefined;
  readonly duties: HeadDuties;
}

export interface AllDuties {
  readonly progress: Progress;
  /** Dossiers that wait for an opinion. */
  readonly submitted: readonly Loaded<Nomination>[];
  /** Departments in protocol order; one that two people lead has two. */
  readonly lists: readonly DepartmentList[];
}

/** Every department's list as it would go out now. Reads what the whole round has once; nothing person by person. */
export async function allDuties(turn: Turn, clock: RoundClock): Promise<AllDuties> {
  const progress = await progressOf(turn, clock.round, { at: clock.now });
  const [submitted, officers] = await Promise.all([
    dossiersIn(turn, clock, 'submitted'),
    turn.list(personRecord, personBy.officer(true)),
  ]);
  const leaders = grouped(byName(officers.filter(({ data }) => isHeadOrDeputy(data))), ({ data }) => data.departmentId);
  const waiting = grouped(submitted, ({ data }) => data.snapshot?.reviewerId ?? '');
  const lists = progress.departments.flatMap((department): DepartmentList[] => {
    const led = leaders.get(department.id) ?? [];
    const duties = (reviewers: readonly string[]): HeadDuties =>
      dutiesOf(
        clock,
        department,
        reviewers.flatMap((id) => waiting.get(id) ?? []),
      );
    const receivers = listReceivers(led, clock.today);
    if (receivers.length > 0) return receivers.map((to) => ({ to, duties: duties(opinionsShownTo(to, led)) }));
    const heads = led.filter(({ data }) => isHead(data)).map(({ id }) => id);
    return [{ to: undefined, duties: duties(heads) }];
  });
  return { progress, submitted, lists };
}

/** Departments with work open whose list reaches nobody today, by name; the leadership has none. */
export const unledOf = ({ lists }: AllDuties): string[] =>
  lists
    .filter(({ to, duties }) => to === undefined && !duties.isDone)
    .map(({ duties }) => duties.department)
    .filter(({ writesCollective, isOffice }) => writesCollective || isOffice)
    .map(({ name }) => name);

function grouped<T>(all: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of all) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
