import { quorumOf } from '../../../domain/council/council.ts';
import { presenceOn } from '../../../domain/people/presence.ts';
import { isDirector, isOffice, sitsOnCouncil } from '../../../domain/policy/posts.ts';
import type { Turn } from '../../../pipeline/turn.ts';
import type { Department } from '../../../records/department.ts';
import type { Person } from '../../../records/person.ts';
import type { Loaded } from '../../../records/record.ts';
import type { Comparison } from './compare.ts';

/** More than one of so many who would be gone is likelier a file with a part of the people. */
const mostGone = 10;

export const warnings = ['many', 'noOffice', 'noDirector', 'noQuorum', 'notYou'] as const;
/** Why a roster is confirmed once more. */
export type Warning = (typeof warnings)[number];

/** How the unit would stand. */
export interface Outcome {
  readonly warnings: readonly Warning[];
  /** Departments that would have nobody any more. */
  readonly closing: readonly Loaded<Department>[];
}

/** @param by whoever takes the file over: without the office's role they could not put it right */
export function outcomeOf(turn: Turn, { before, people, departments }: Comparison, by: string): Outcome {
  const today = turn.at.toFormat('yyyy-MM-dd');
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
  const lost = (holds: (person: Person) => boolean): boolean => had.some(holds) && !here.some(holds);
  const council = quorumOf(turn.plan.settings.council, had.filter(sitsOnCouncil).length);
  const mine = after.get(by);
  const holds: Readonly<Record<Warning, boolean>> = {
    many: gone * mostGone > before.length,
    noOffice: lost(isOffice),
    noDirector: lost(isDirector),
    noQuorum: had.some(sitsOnCouncil) && here.filter(sitsOnCouncil).length < council,
    notYou: by.startsWith('person:') && here.some(isOffice) && (mine === undefined || !isOffice(mine)),
  };
  const peopled = new Set(here.map(({ departmentId }) => departmentId));
  const werePeopled = new Set(had.map(({ departmentId }) => departmentId));
  return {
    warnings: warnings.filter((warning) => holds[warning]),
    closing: departments.all.filter(
      ({ id, data }) => data.closedOn === null && !data.isOffice && werePeopled.has(id) && !peopled.has(id),
    ),
  };
}
