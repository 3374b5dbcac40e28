import { presenceOn } from '../../domain/presence.ts';
import { list } from '../../ports/documents.ts';
import { type Person, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import type { Deps } from '../context.ts';
import { holders } from '../people.ts';
import { progressOf } from '../progress.ts';
import { type HeadDuties, headDuties } from './head-duties.ts';
import type { RoundClock } from './round-clock.ts';

/** Who a reminder sent at this instant would reach. */
export interface Unfinished {
  /** Departments in protocol order with the people to be reminded of their own dossier; none with nobody. */
  readonly staff: readonly { readonly name: string; readonly people: number }[];
  readonly staffTotal: number;
  /** Unfinished, but asked for no more reminders. */
  readonly quiet: number;
  readonly heads: readonly { readonly head: Loaded<Person>; readonly duties: HeadDuties }[];
  /** Departments with work open that nobody leads: their list reaches no one. */
  readonly unled: readonly string[];
}

export async function unfinishedIn(deps: Deps, clock: RoundClock): Promise<Unfinished> {
  const { departments } = await progressOf(deps, clock.round, { at: clock.now });
  const key = clock.round.data.round;
  const people = await list(deps.store, { unit: deps.scope.unit, type: personRecord });
  const quiet = new Set(people.filter((p) => p.data.quietRounds.includes(key)).map((p) => p.id));
  const counted = departments.map(({ name, missingIds }) => {
    const reminded = missingIds.filter((id) => !quiet.has(id)).length;
    return { name, people: reminded, quiet: missingIds.length - reminded };
  });
  const present = (await holders(deps, 'head')).filter((p) => presenceOn(p.data, clock.today) === 'active');
  const heads: { head: Loaded<Person>; duties: HeadDuties }[] = [];
  for (const department of departments) {
    for (const head of present.filter((p) => p.data.departmentId === department.id)) {
      const duties = await headDuties(deps, clock, { head, department });
      if (duties !== undefined && !duties.isDone) heads.push({ head, duties });
    }
  }
  const led = new Set(present.map((p) => p.data.departmentId));
  return {
    staff: counted.filter((department) => department.people > 0),
    staffTotal: counted.reduce((sum, department) => sum + department.people, 0),
    quiet: counted.reduce((sum, department) => sum + department.quiet, 0),
    heads,
    unled: departments
      .filter(({ id, missing, isCollective }) => isCollective && missing > 0 && !led.has(id))
      .map((d) => d.name),
  };
}
