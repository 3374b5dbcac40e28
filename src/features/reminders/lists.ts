import { isMissing } from '../../domain/dossier/standing.ts';
import type { Assignment } from '../../domain/policy/acting.ts';
import { listReceivers } from '../../domain/policy/list-receivers.ts';
import { isHead, isHeadOrDeputy } from '../../domain/policy/posts.ts';
import { byName } from '../../model/people/people.ts';
import type { DepartmentFigures } from '../../model/round/figures.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import { opinionsShownTo } from './receivers.ts';

/** A department's list of the day: whom it is sent, and how much it speaks of. */
export interface DepartmentList {
  /** Undefined = nobody. */
  readonly to: Loaded<Person> | undefined;
  readonly department: DepartmentFigures;
  /** People with something left to do, dossiers that wait for the head's opinion, the department's own dossier. */
  readonly open: number;
}

/** @param waiting how many dossiers wait for the opinion of whoever reads the list */
export const openIn = ({ missing, writesCollective, collectiveStanding }: DepartmentFigures, waiting: number): number =>
  missing + waiting + (writesCollective && isMissing(collectiveStanding) ? 1 : 0);

/**
 * One list for each who is sent it; one to nobody when nobody is.
 * @param people of the department, whoever leads it among them
 * @param waiting how many dossiers wait for each person's opinion
 * @param today `yyyy-MM-dd`
 * @param given assignments in force
 */
export function listsOf(
  department: DepartmentFigures,
  people: readonly Loaded<Person>[],
  { waiting, today, given }: { waiting: ReadonlyMap<string, number>; today: string; given: readonly Assignment[] },
): DepartmentList[] {
  const led = byName(people.filter(({ data }) => isHeadOrDeputy(data)));
  const list = (to: Loaded<Person> | undefined, reviewers: readonly string[]): DepartmentList => {
    const opinions = reviewers.reduce((sum, id) => sum + (waiting.get(id) ?? 0), 0);
    return { to, department, open: openIn(department, opinions) };
  };
  const receivers = listReceivers(led, today);
  if (receivers.length > 0) return receivers.map((to) => list(to, opinionsShownTo(to, led, given)));
  return [
    list(
      undefined,
      led.filter(({ data }) => isHead(data)).map(({ id }) => id),
    ),
  ];
}

/** Departments with work open whose list reaches nobody today, by name; the leadership has none. */
export const unledOf = (lists: readonly DepartmentList[]): string[] =>
  lists
    .filter(({ to, open }) => to === undefined && open > 0)
    .map(({ department }) => department)
    .filter(({ writesCollective, isOffice }) => writesCollective || isOffice)
    .map(({ name }) => name);
