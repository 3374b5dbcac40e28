import { presenceOn } from '../../domain/people/presence.ts';
import { leadsUnit } from '../../domain/policy/posts.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Department } from '../../records/department.ts';
import { departmentKeyId } from '../../records/key.ts';
import type { RosterRow } from './read/read-row.ts';
import { rosterInvalid } from './read/tell-problems.ts';

/**
 * The departments that a roster names, by the ids of their keys, in the order of their first appearance.
 * @throws CodedError ROSTER_INVALID when none is the office of the plan
 */
export function departmentsOf(
  { scope: { unit }, plan, at, texts }: Turn,
  rows: readonly RosterRow[],
): ReadonlyMap<string, Department> {
  const office = departmentKeyId(unit, plan.unit.office);
  const members = new Map<string, RosterRow[]>();
  for (const row of rows) {
    const key = departmentKeyId(unit, row.department);
    const people = members.get(key);
    if (people === undefined) members.set(key, [row]);
    else people.push(row);
  }
  if (!members.has(office)) {
    const value = plan.unit.office;
    throw rosterInvalid([{ code: 'noOfficeDepartment', column: 'department', value }], texts('en'));
  }
  const today = at.toFormat('yyyy-MM-dd');
  return new Map(
    [...members].map(([key, people], index) => {
      const present = people.filter((person) => presenceOn(person, today) !== 'left');
      const isLeadership = present.length > 0 && present.every((person) => leadsUnit(person));
      const name = people[0]?.department ?? '';
      return [key, { name, order: index + 1, isOffice: key === office, isCollective: !isLeadership }];
    }),
  );
}
