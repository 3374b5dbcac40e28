import { z } from 'zod';
import { presenceOn } from '../../../domain/people/presence.ts';
import { isOffice } from '../../../domain/policy/posts.ts';
import { dayOf } from '../../../pipeline/day-of.ts';
import type { Turn } from '../../../pipeline/turn.ts';
import type { Person } from '../../../records/person.ts';
import { type ChangeCounts, changeKinds } from '../../../records/roster-import.ts';
import type { RosterProblem } from '../read/problem.ts';
import type { RosterRead } from '../read/roster-table.ts';
import { asPreviewed, type Choice, type Comparison, compare, type PersonChange } from './compare.ts';
import { outcomeOf, warnings } from './outcome.ts';

const problem = z.custom<RosterProblem>((value) => typeof value === 'object' && value !== null && 'code' in value);
const change = z.strictObject({
  kind: z.enum(changeKinds),
  /** Empty for whoever is new. */
  id: z.string(),
  /** Null for whoever the file does not name. */
  line: z.int().nullable(),
  name: z.string(),
  department: z.string(),
  /** What is different, by columns of the roster; values as the roster has them. */
  what: z.array(z.strictObject({ column: z.string(), from: z.string(), to: z.string() })),
});
const named = z.strictObject({ id: z.string(), name: z.string() });

/** What was read of a file, as it is kept beside it: what a preview shows, whatever happens to the roster meanwhile. */
export const outlineSchema = z.strictObject({
  problems: z.array(problem),
  remarks: z.array(problem),
  people: z.array(change),
  /** Departments that are not known, by their keys; `from`: the closing one from which most of its people come. */
  added: z.array(named.extend({ from: z.string() })),
  /** Departments that would have nobody any more. */
  closing: z.array(named),
  /** Why it is confirmed once more, by what becomes of people whom the file does not name. */
  warnings: z.strictObject({ left: z.array(z.enum(warnings)), kept: z.array(z.enum(warnings)) }),
  /** Ids of those who would not be of the office any more. */
  leaveOffice: z.array(z.string()),
  same: z.int(),
});
export type Outline = z.infer<typeof outlineSchema>;
export type OutlineChange = Outline['people'][number];

const nothing = { people: [], added: [], closing: [], warnings: { left: [], kept: [] }, leaveOffice: [], same: 0 };

export async function outlineOf(turn: Turn, read: RosterRead): Promise<Outline> {
  const { remarks } = read;
  const problems = read.problems.filter(({ code }) => code !== 'noOffice');
  if (problems.length > 0 || read.rows.length === 0) return { ...nothing, problems, remarks: [...remarks] };
  const all = await compare(turn, read, asPreviewed);
  if (all.problems.length > 0) return { ...nothing, problems: [...all.problems], remarks: [...remarks] };
  const { closing, warnings: ifLeft } = outcomeOf(turn, all);
  const kept = { ...all, people: all.people.filter(({ line }) => line !== undefined) };
  const { added } = all.departments;
  const names = new Map([
    ...all.departments.all.map(({ id, data }) => [id, data.name] as const),
    ...added.map(({ key, made }) => [key, made.name] as const),
  ]);
  return {
    problems: [],
    remarks: [...remarks],
    people: all.people.map((each) => changeOf(each, names)),
    added: added.map(({ key, made }) => ({
      id: key,
      name: made.name,
      from: mostComeFrom(all, key, new Set(closing.map(({ id }) => id))),
    })),
    closing: closing.map(({ id, data }) => ({ id, name: data.name })),
    warnings: { left: [...ifLeft], kept: [...outcomeOf(turn, kept).warnings] },
    leaveOffice: all.people.filter((each) => leavesOffice(turn, each)).map(({ id }) => id),
    same: all.same,
  };
}

function leavesOffice(turn: Turn, { before, after }: PersonChange): boolean {
  const stays = isOffice(after) && presenceOn(after, dayOf(turn)) !== 'left';
  return before !== undefined && isOffice(before.data) && !stays;
}

type Names = ReadonlyMap<string, string>;

function changeOf({ kind, id, line, before, after }: PersonChange, names: Names): OutlineChange {
  const [old, now] = [before && cells(before.data, names), cells(after, names)];
  const what = Object.entries(now).flatMap(([column, to]) => {
    const from = old?.[column] ?? '';
    return from === to || old === undefined || line === undefined ? [] : [{ column, from, to }];
  });
  return { kind, id, line: line ?? null, name: after.fullName, department: names.get(after.departmentId) ?? '', what };
}

const cells = (person: Person, names: Names): Record<string, string> => ({
  fullName: person.fullName,
  department: names.get(person.departmentId) ?? '',
  title: person.title,
  roles: [...person.roles].sort().join(' '),
  email: person.email,
  aadObjectId: person.aadObjectId,
  gender: person.gender,
  startDate: person.startDate ?? '',
  employmentType: person.employmentType,
  status: person.status,
  statusFrom: person.statusFrom ?? '',
  statusTo: person.statusTo ?? '',
  endDate: person.endDate ?? '',
  organisations: person.organisations.join(' '),
});

function mostComeFrom({ people }: Comparison, key: string, closing: ReadonlySet<string>): string {
  const counts = new Map<string, number>();
  for (const { before, after } of people)
    if (after.departmentId === key && before !== undefined && closing.has(before.data.departmentId))
      counts.set(before.data.departmentId, (counts.get(before.data.departmentId) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most?.[0] ?? '';
}

/** People by what would become of them; with `same` all that the file names, and those who would be gone. */
export function countsOf(people: readonly OutlineChange[], same: number): ChangeCounts {
  const counts = { added: 0, returned: 0, moved: 0, changed: 0, left: 0, same };
  for (const { kind } of people) counts[kind] += 1;
  return counts;
}

/** What is done of it, whoever the file does not name being left as they are or not. */
export const peopleOf = ({ people }: Outline, absent: Choice['absent']): readonly OutlineChange[] =>
  absent === 'left' ? people : people.filter(({ line }) => line !== null);

/** The same as it is confirmed: whoever only seemed to go to another department, which is their own under a new name, stays where they are. */
export function asConfirmed(outline: Outline, { absent, renamed }: Choice): { people: OutlineChange[]; same: number } {
  const now = new Map(outline.added.map(({ id, name }) => [renamed[id] ?? '', name]));
  const called = new Map(outline.closing.map(({ id, name }) => [name, now.get(id)]));
  const people: OutlineChange[] = [];
  let { same } = outline;
  for (const change of peopleOf(outline, absent)) {
    const what = change.what.filter(({ column, from, to }) => column !== 'department' || called.get(from) !== to);
    if (what.length === change.what.length) people.push(change);
    else if (what.length === 0) same += 1;
    else people.push({ ...change, kind: change.kind === 'moved' ? 'changed' : change.kind, what });
  }
  return { people, same };
}
