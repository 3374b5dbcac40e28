import { keysOf } from '../../../model/people/person-keys.ts';
import { personChanges } from '../../../model/people/write-person.ts';
import { dayOf } from '../../../pipeline/day-of.ts';
import type { Turn } from '../../../pipeline/turn.ts';
import { create, remove, replace } from '../../../ports/documents.ts';
import type { Change } from '../../../ports/store.ts';
import { departmentRecord } from '../../../records/department.ts';
import { aadKeyRecord, departmentKeyId, departmentKeyRecord, upnKeyRecord } from '../../../records/key.ts';
import { personId } from '../../../records/person.ts';
import { roundRecord } from '../../../records/round.ts';
import { departmentAdded } from '../department-made.ts';
import type { PersonChange } from './compare.ts';
import type { DepartmentPlan } from './departments.ts';

/**
 * Changes of one commit beside the record of the import and the event. Of whoever was there before, what figures of each round count of them is
 * written along by the store; one person alone is within what a commit takes as long as there are no more than 23 rounds.
 */
const mostChanges = 90;
/** Nobody takes fewer than two. */
const mostPeople = mostChanges / 2;

/** Names and keys of departments first: people are written into them. Each is two changes, a new name a third. */
export async function departmentChanges(turn: Turn, plan: DepartmentPlan, most: number): Promise<Change[]> {
  const { scope } = turn;
  const steps: Change[][] = plan.added.map(({ key, made }) => departmentAdded(turn, key, made));
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

/** A part of them with the changes of each, as much as one commit takes, and at least one of them. @returns how many of them it is, and the changes */
export async function peopleChanges(
  turn: Turn,
  people: readonly PersonChange[],
): Promise<{ readonly count: number; readonly changes: readonly Change[] }> {
  const first = people.slice(0, mostPeople);
  const rounds = await turn.count(roundRecord);
  await readKeys(turn, first);
  const changes: Change[] = [];
  const touched = new Set<string>();
  let weight = 0;
  let count = 0;
  for (const { id, before, after } of first) {
    const own = await personChanges(turn, { id: id || personId(turn.newId()), before, after }, dayOf(turn));
    const ids = own.map((change) => (change.op === 'delete' ? change.id : change.doc.id));
    weight += own.length + (before === undefined ? 0 : rounds);
    // A key that one lets go and another takes is written by two commits.
    if (count > 0 && (weight > mostChanges || ids.some((each) => touched.has(each)))) break;
    changes.push(...own);
    for (const each of ids) touched.add(each);
    count += 1;
  }
  return { count, changes };
}

/** In two calls for all of them; each is asked for by itself afterwards. */
async function readKeys(turn: Turn, people: readonly PersonChange[]): Promise<void> {
  const keys = people.flatMap(({ before, after }) =>
    [before?.data, after].flatMap((one) => (one ? keysOf(turn.scope, one) : [])),
  );
  const ids = keys.map(({ id }) => id);
  await Promise.all([turn.getMany(aadKeyRecord, ids), turn.getMany(upnKeyRecord, ids)]);
}
