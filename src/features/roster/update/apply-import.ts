import { renewNamesakes } from '../../../model/people/keep-namesakes.ts';
import { dayOf } from '../../../pipeline/day-of.ts';
import type { Turn } from '../../../pipeline/turn.ts';
import { replace } from '../../../ports/documents.ts';
import { type Change, StoreError } from '../../../ports/store.ts';
import { departmentRecord } from '../../../records/department.ts';
import type { Loaded } from '../../../records/record.ts';
import { type RosterImport, rosterImportRecord } from '../../../records/roster-import.ts';
import type { RosterRead } from '../read/roster-table.ts';
import { departmentChanges, peopleChanges } from './apply.ts';
import { type Choice, type Comparison, compare } from './compare.ts';
import { outlineAt } from './kept.ts';
import { forgotten, readKept, settle } from './settle.ts';

/** Of one step of the lane: a second's work or two, so that a process that is to end ends soon. */
const commitsAStep = 60;
/** Two changes each, and a third. */
const departmentsACommit = 25;

type Look = (read: RosterRead) => Promise<Partial<RosterImport>>;

/**
 * Writes what a confirmed roster changes, a part of it at a time with the count of what is done, each in one transaction. What is left to do
 * is what still differs: so a crash repeats nothing, and what somebody else changes meanwhile is looked at as it is then.
 * @param look what to say of the file when a change of others has made a row of it unclear
 */
export async function applyImport(turn: Turn, due: Loaded<RosterImport>, look: Look): Promise<void> {
  const { choice } = due.data;
  const read = await readKept(turn, due);
  if (read === undefined || choice === null) return settle(turn, due, forgotten('over'));
  for (let left = commitsAStep; left > 0; ) {
    turn.reread();
    const all = await compare(turn, read, choice);
    if (all.problems.length > 0) return settle(turn, await current(turn, due), await look(read));
    if (all.people.length === 0 && isWritten(all)) return finish(turn, due, all, choice);
    left = await outrunOr(left, () => writeSome(turn, due, all, left));
  }
  await settle(turn, await current(turn, due), {});
}

const isWritten = ({ departments: { added, renamed, reopened } }: Comparison): boolean =>
  added.length + renamed.length + reopened.length === 0;

/** Somebody else has changed one of them: the rest is compared anew. */
async function outrunOr(left: number, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StoreError && (error.code === 'Conflict' || error.code === 'Duplicate'))) throw error;
    return left - 1;
  }
}

/** @returns how many commits are left */
async function writeSome(turn: Turn, due: Loaded<RosterImport>, all: Comparison, left: number): Promise<number> {
  if (!isWritten(all)) {
    await write(turn, due, await departmentChanges(turn, all.departments, departmentsACommit), 0);
    return left - 1;
  }
  let people = all.people;
  for (; people.length > 0 && left > 0; left -= 1) {
    const { count, changes } = await peopleChanges(turn, people);
    await write(turn, due, changes, count);
    people = people.slice(count);
  }
  return left;
}

async function write(turn: Turn, due: Loaded<RosterImport>, changes: readonly Change[], count: number): Promise<void> {
  const record = await current(turn, due);
  const { done, choice } = record.data;
  turn.commit({
    command: 'roster.apply',
    subject: due.id,
    facts: { by: choice?.by ?? '', n: String(count) },
    changes: [...changes, replace(rosterImportRecord, record, { ...record.data, done: done + count })],
  });
  await turn.settle();
}

async function current(turn: Turn, due: Loaded<RosterImport>): Promise<Loaded<RosterImport>> {
  const record = await turn.get(rosterImportRecord, due.id);
  if (record?.data.state !== 'applying') throw new StoreError('Conflict', due.id);
  return record;
}

/** Departments that the preview named, and that nobody belongs to now, are closed. */
async function finish(turn: Turn, due: Loaded<RosterImport>, all: Comparison, { renamed }: Choice): Promise<void> {
  await renewNamesakes(turn);
  await turn.settle();
  const record = await current(turn, due);
  const outline = await outlineAt(turn, record.data.outline);
  const peopled = new Set(all.before.map(({ data }) => data.departmentId));
  const called = new Set(Object.values(renamed));
  const closing = all.departments.all.filter(
    ({ id, data }) =>
      data.closedOn === null &&
      !peopled.has(id) &&
      !called.has(id) &&
      outline?.closing.some((each) => each.id === id) === true,
  );
  const closedOn = dayOf(turn);
  turn.commit({
    command: 'roster.apply',
    subject: due.id,
    facts: { by: record.data.choice?.by ?? '', closed: String(closing.length) },
    changes: closing.map((department) => replace(departmentRecord, department, { ...department.data, closedOn })),
  });
  await settle(turn, record, forgotten('applied'));
}
