import { keysOf } from '../../../model/people/person-keys.ts';
import { personChanges } from '../../../model/people/write-person.ts';
import type { Turn } from '../../../pipeline/turn.ts';
import { create, remove, replace } from '../../../ports/documents.ts';
import type { Change } from '../../../ports/store.ts';
import { departmentId, departmentRecord } from '../../../records/department.ts';
import { aadKeyRecord, departmentKeyId, departmentKeyRecord, upnKeyRecord } from '../../../records/key.ts';
import { personId } from '../../../records/person.ts';
import type { PersonChange } from './compare.ts';
import type { DepartmentPlan } from './departments.ts';

/** Changes of one commit beside the record of the import and the event: what figures count of its people comes on top of them. */
const mostChanges = 45;
/** Of people who were there before: of each what figures of every round count of them is written along, eight rounds to 2030. */
const mostKnown = 5;

/** Names and keys of departments first: people are written into them. Each is two changes, a new name a third. */
export async function departmentChanges(turn: Turn, plan: DepartmentPlan, most: number): Promise<Change[]> {
  const { scope } = turn;
  const steps: Change[][] = plan.added.map(({ key, made }) => {
    const id = departmentId(turn.newId());
    return [create(departmentRecord, scope, id, made), create(departmentKeyRecord, scope, key, { departmentId: id })];
  });
  for (const { key, department, name } of plan.renamed) {
    const old = await turn.get(departmentKeyRecord, departmentKeyId(scope.unit, department.data.name));
    steps.push([
      replace(departmentRecord, department, { ...department.data, name, closedOn: null }),
      create(departmentKeyRecord, scope, key, { departmentId: department.id }),
      ...(old?.data.departmentId === department.id ? [remove(old)] : []),
    ]);
  }
  for (const department of plan.reopened)
    steps.push([replace(departmentRecord, department, { ...department.data, closedOn: null })]);
  return steps.slice(0, most).flat();
}

/** A part of them with the changes of each, as much as one commit takes. @returns how many of them it is, and the changes */
export async function peopleChanges(
  turn: Turn,
  people: readonly PersonChange[],
): Promise<{ readonly count: number; readonly changes: readonly Change[] }> {
  const today = turn.at.toFormat('yyyy-MM-dd');
  const first = people.slice(0, mostChanges);
  const keys = first.flatMap(({ before, after }) => [
    ...keysOf(turn.scope, after),
    ...(before ? keysOf(turn.scope, before.data) : []),
  ]);
  await Promise.all([
    turn.getMany(
      aadKeyRecord,
      keys.map(({ id }) => id),
    ),
    turn.getMany(
      upnKeyRecord,
      keys.map(({ id }) => id),
    ),
  ]);
  const changes: Change[] = [];
  const touched = new Set<string>();
  let known = 0;
  let count = 0;
  for (const { id, before, after } of first) {
    const own = await personChanges(turn, { id: id || personId(turn.newId()), before, after }, today);
    const ids = own.map((change) => (change.op === 'delete' ? change.id : change.doc.id));
    known += before === undefined ? 0 : 1;
    // A key that one lets go and another takes is written by two commits.
    if (changes.length + own.length > mostChanges || known > mostKnown || ids.some((each) => touched.has(each))) break;
    changes.push(...own);
    for (const each of ids) touched.add(each);
    count += 1;
  }
  return { count, changes };
}
