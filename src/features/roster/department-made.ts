import { presenceOn } from '../../domain/people/presence.ts';
import { leadsUnit } from '../../domain/policy/posts.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { create } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Department, departmentId, departmentRecord } from '../../records/department.ts';
import { departmentKeyId, departmentKeyRecord } from '../../records/key.ts';
import type { RosterRow } from './read/read-row.ts';

/** The rows of each department that a roster names, by the id of its key, in the order of their first appearance. */
export function rowsByDepartment(
  { scope }: Turn,
  rows: readonly RosterRow[],
): ReadonlyMap<string, readonly RosterRow[]> {
  const members = new Map<string, RosterRow[]>();
  for (const row of rows) {
    const key = departmentKeyId(scope.unit, row.department);
    const people = members.get(key);
    if (people === undefined) members.set(key, [row]);
    else people.push(row);
  }
  return members;
}

/** A department that is not there yet. Where everybody leads the unit it is the leadership, which writes no dossier of its own. */
export function departmentMade(
  { scope, plan, at }: Turn,
  { key, rows, order }: { key: string; rows: readonly RosterRow[]; order: number },
): Department {
  const today = at.toFormat('yyyy-MM-dd');
  const present = rows.filter((person) => presenceOn(person, today) !== 'left');
  const isLeadership = present.length > 0 && present.every((person) => leadsUnit(person));
  const isOffice = key === departmentKeyId(scope.unit, plan.unit.office);
  return { name: rows[0]?.department ?? '', order, isOffice, isCollective: !isLeadership, closedOn: null };
}

/** It, and the key that leads to it by its name. */
export function departmentAdded({ scope, newId }: Turn, key: string, made: Department): Change[] {
  const id = departmentId(newId());
  return [create(departmentRecord, scope, id, made), create(departmentKeyRecord, scope, key, { departmentId: id })];
}
