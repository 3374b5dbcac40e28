import { presenceOn } from '../../../domain/people/presence.ts';
import { departments } from '../../../model/people/people.ts';
import { dayOf } from '../../../pipeline/day-of.ts';
import type { Turn } from '../../../pipeline/turn.ts';
import type { Department } from '../../../records/department.ts';
import { departmentKeyId, departmentKeyRecord } from '../../../records/key.ts';
import type { Loaded } from '../../../records/record.ts';
import { departmentMade, rowsByDepartment } from '../department-made.ts';
import type { RosterRow } from '../read/read-row.ts';

/** A name that no department has. */
export interface NewDepartment {
  /** Id of the key that will lead to it. */
  readonly key: string;
  readonly made: Department;
}
export interface RenamedDepartment {
  readonly key: string;
  readonly department: Loaded<Department>;
  readonly name: string;
}

/** What a file means for departments. */
export interface DepartmentPlan {
  readonly added: readonly NewDepartment[];
  readonly renamed: readonly RenamedDepartment[];
  /** Closed ones that have people again. */
  readonly reopened: readonly Loaded<Department>[];
  readonly all: readonly Loaded<Department>[];
  /** The id of the department of this name; its key while it is still to be written. */
  readonly idOf: (name: string) => string;
}

/** @param renamed names' keys that are new, and the ids of departments that are called so from now on */
export async function departmentPlan(
  turn: Turn,
  rows: readonly RosterRow[],
  renamed: Readonly<Record<string, string>>,
): Promise<DepartmentPlan> {
  const members = rowsByDepartment(turn, rows);
  const all = await departments(turn);
  const known = await turn.getMany(departmentKeyRecord, [...members.keys()]);
  const byId = new Map(all.map((department) => [department.id, department]));
  const ids = new Map<string, string>();
  const added: NewDepartment[] = [];
  const renamedTo: RenamedDepartment[] = [];
  let order = Math.max(0, ...all.map(({ data }) => data.order));
  for (const [key, people] of members) {
    const name = people[0]?.department ?? '';
    const department = byId.get(known.get(key)?.data.departmentId ?? '');
    const called = byId.get(renamed[key] ?? '');
    ids.set(key, department?.id ?? called?.id ?? key);
    if (department !== undefined) continue;
    if (called !== undefined) renamedTo.push({ key, department: called, name });
    else {
      order += 1;
      added.push({ key, made: departmentMade(turn, { key, rows: people, order }) });
    }
  }
  const today = dayOf(turn);
  const here = rows.filter((row) => presenceOn(row, today) !== 'left');
  const peopled = new Set(here.map(({ department }) => ids.get(departmentKeyId(turn.scope.unit, department))));
  return {
    added,
    renamed: renamedTo,
    reopened: all.filter(({ id, data }) => data.closedOn !== null && peopled.has(id)),
    all,
    idOf: (name) => ids.get(departmentKeyId(turn.scope.unit, name)) ?? '',
  };
}
