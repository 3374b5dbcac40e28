import { presenceOn } from '../../../domain/people/presence.ts';
import { dayOf } from '../../../pipeline/day-of.ts';
import type { Turn } from '../../../pipeline/turn.ts';
import type { Department } from '../../../records/department.ts';
import type { Person } from '../../../records/person.ts';
import type { Loaded } from '../../../records/record.ts';
import { losses, lossesOf } from '../losses.ts';
import type { Comparison } from './compare.ts';

/** More than one of so many who would be gone is likelier a file with a part of the people. */
const mostGone = 10;

export const warnings = ['many', ...losses] as const;
/** Why a roster is confirmed once more. */
export type Warning = (typeof warnings)[number];

/** How the unit would stand. */
export interface Outcome {
  readonly warnings: readonly Warning[];
  /** Departments that would have nobody any more. */
  readonly closing: readonly Loaded<Department>[];
}

export function outcomeOf(turn: Turn, { before, people, departments }: Comparison): Outcome {
  const today = dayOf(turn);
  const after = new Map(before.map(({ id, data }) => [id, data]));
  const joined: Person[] = [];
  for (const { id, after: person } of people) {
    if (id === '') joined.push(person);
    else if (presenceOn(person, today) === 'left') after.delete(id);
    else after.set(id, person);
  }
  const here = [...after.values(), ...joined];
  const gone = before.filter(({ id }) => !after.has(id)).length;
  const had = before.map(({ data }) => data);
  const lost = lossesOf(turn.plan, { had, here });
  const peopled = new Set(here.map(({ departmentId }) => departmentId));
  const werePeopled = new Set(had.map(({ departmentId }) => departmentId));
  return {
    warnings: [...(gone * mostGone > before.length ? (['many'] as const) : []), ...lost],
    closing: departments.all.filter(
      ({ id, data }) => data.closedOn === null && !data.isOffice && werePeopled.has(id) && !peopled.has(id),
    ),
  };
}
