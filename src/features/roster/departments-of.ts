import type { Turn } from '../../pipeline/turn.ts';
import type { Department } from '../../records/department.ts';
import { departmentKeyId } from '../../records/key.ts';
import { departmentMade, rowsByDepartment } from './department-made.ts';
import type { RosterRow } from './read/read-row.ts';
import { rosterInvalid } from './read/tell-problems.ts';

/**
 * The departments that a roster names, by the ids of their keys, in the order of their first appearance.
 * @throws CodedError ROSTER_INVALID when none is the office of the plan
 */
export function departmentsOf(turn: Turn, rows: readonly RosterRow[]): ReadonlyMap<string, Department> {
  const { office } = turn.plan.unit;
  const members = rowsByDepartment(turn, rows);
  if (!members.has(departmentKeyId(turn.scope.unit, office)))
    throw rosterInvalid([{ code: 'noOfficeDepartment', column: 'department', value: office }], turn.texts('en'));
  return new Map(
    [...members].map(([key, people], at) => [key, departmentMade(turn, { key, rows: people, order: at + 1 })]),
  );
}
