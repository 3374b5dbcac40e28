import { isDeepStrictEqual } from 'node:util';
import { presenceOn } from '../../../domain/people/presence.ts';
import { holdingsOf } from '../../../model/people/person-keys.ts';
import type { PersonAfter } from '../../../model/people/write-person.ts';
import { dayOf } from '../../../pipeline/day-of.ts';
import type { Turn } from '../../../pipeline/turn.ts';
import { type Person, personRecord } from '../../../records/person.ts';
import type { Loaded } from '../../../records/record.ts';
import type { ChangeCounts, RosterImport } from '../../../records/roster-import.ts';
import { type Match, matchRows } from '../match-rows.ts';
import { personMade } from '../person-made.ts';
import type { RosterProblem } from '../read/problem.ts';
import type { RosterRead } from '../read/roster-table.ts';
import { asInRow } from './as-in-row.ts';
import { type DepartmentPlan, departmentPlan } from './departments.ts';
import { type Known, whoseRow } from './whose-row.ts';

export type Kind = Exclude<keyof ChangeCounts, 'same'>;
export type Choice = Pick<NonNullable<RosterImport['choice']>, 'absent' | 'renamed'>;
export const asPreviewed: Choice = { absent: 'left', renamed: {} };

/** What becomes of one person. */
export interface PersonChange extends Omit<PersonAfter, 'id'> {
  readonly kind: Kind;
  /** Empty for whoever is new. */
  readonly id: string;
  /** Of the file; none for whoever it does not name. */
  readonly line: number | undefined;
}

/** What a file would make of the roster. */
export interface Comparison {
  /** Where there is any, nothing is to be taken over. */
  readonly problems: readonly RosterProblem[];
  readonly departments: DepartmentPlan;
  /** In the order of the file, whoever it does not name last. */
  readonly people: readonly PersonChange[];
  /** How many the file names of whom it says what is known already. */
  readonly same: number;
  /** Everyone who is here, as they are now and as they would be. */
  readonly before: readonly Loaded<Person>[];
}

/** Reads everyone once. People of departments that are still to be written have those names' keys in place of an id. */
export async function compare(turn: Turn, read: RosterRead, choice: Choice): Promise<Comparison> {
  const today = dayOf(turn);
  const hasLeft = (person: Person): boolean => presenceOn(person, today) === 'left';
  const all = await turn.list(personRecord);
  const matches = await matchRows(turn, read.rows);
  const known: Known = {
    people: new Map(all.map((person) => [person.id, person])),
    holdings: holdingsOf(turn.scope, all),
    hasLeft,
  };
  const { problems, named } = identified(matches, read.lines, known);
  const departments = await departmentPlan(turn, read.rows, choice.renamed);
  const people: PersonChange[] = [];
  let same = 0;
  for (const { match, line, person } of named) {
    const { row } = match;
    const departmentId = departments.idOf(row.department);
    const before = person?.data;
    const after =
      before === undefined
        ? personMade(row, departmentId)
        : asInRow(before, { row, columns: read.columns, departmentId }, hasLeft(before));
    const kind = before === undefined ? 'added' : kindOf(before, after, hasLeft);
    if (kind === undefined) same += 1;
    else people.push({ kind, id: person?.id ?? '', line, before: person, after });
  }
  const here = all.filter(({ data }) => !hasLeft(data));
  const inFile = new Set(named.map(({ person }) => person?.id));
  const absent = choice.absent === 'kept' ? [] : here.filter(({ id }) => !inFile.has(id));
  const gone = absent.map((person): PersonChange => {
    const after = { ...person.data, status: 'left' as const, statusFrom: today, statusTo: null };
    return { kind: 'left', id: person.id, line: undefined, before: person, after };
  });
  return { problems, departments, people: [...people, ...gone], same, before: here };
}

interface Named {
  readonly match: Match;
  readonly line: number;
  readonly person: Loaded<Person> | undefined;
}

function identified(matches: readonly Match[], lines: readonly number[], known: Known) {
  const problems: RosterProblem[] = [];
  const named: Named[] = [];
  const lineOf = new Map<string, number>();
  for (const [at, match] of matches.entries()) {
    const line = lines[at] ?? 0;
    const whose = whoseRow(match, known);
    if ('problem' in whose) problems.push({ ...whose.problem, line });
    else {
      const { person } = whose;
      const earlier = person && lineOf.get(person.id);
      if (earlier !== undefined)
        problems.push({ code: 'samePerson', value: match.row.fullName, otherLine: earlier, line });
      else if (person !== undefined) lineOf.set(person.id, line);
      named.push({ match, line, person });
    }
  }
  return { problems, named };
}

/** The heaviest of what is different; undefined when nothing is. */
function kindOf(before: Person, after: Person, hasLeft: (person: Person) => boolean): Kind | undefined {
  if (isDeepStrictEqual(before, after)) return undefined;
  if (hasLeft(before) !== hasLeft(after)) return hasLeft(after) ? 'left' : 'returned';
  return before.departmentId === after.departmentId ? 'changed' : 'moved';
}
