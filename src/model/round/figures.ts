import type { DateTime } from 'luxon';
import { writesCollective } from '../../domain/dossier/eligibility.ts';
import type { Standing } from '../../domain/dossier/standing.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { belongingIn, belongingToItself, figured } from '../../records/belonging.ts';
import type { Department } from '../../records/department.ts';
import { personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';
import { figuredFrom, figuredIn, standingRecord } from '../../records/standing.ts';
import { departments, isOpen } from '../people/people.ts';
import {
  add,
  type Counting,
  type Facts,
  judgeDepartment,
  judgePerson,
  nobody,
  notBegun,
  type ProgressCounts,
  type Rules,
  sumOf,
} from './counts.ts';
import { roundPlan } from './round.ts';

/** How far one department has come. */
export interface DepartmentFigures extends ProgressCounts {
  readonly id: string;
  readonly name: string;
  readonly isOffice: boolean;
  /** It writes a dossier of its own in this round. */
  readonly writesCollective: boolean;
  /** Where the department's own dossier stands, for one that writes any. */
  readonly collectiveStanding: Standing;
}

export interface RoundFigures {
  readonly total: ProgressCounts;
  /** In protocol order. */
  readonly departments: readonly DepartmentFigures[];
}

/** How far a round has come, department by department: counted from the index, whatever the number of people; nobody is read. */
export async function roundFigures(turn: Turn, round: Loaded<Round>, { at }: { at: DateTime }): Promise<RoundFigures> {
  const plan = await roundPlan(turn, round);
  const rules = { plan, today: at.setZone(plan.zone).toFormat('yyyy-MM-dd') };
  const all = await departments(turn);
  const counts = new Map<string, Counting>(all.map(({ id }) => [id, nobody()]));
  await addPeople(turn, { round: round.data.round, rules, counts });
  const own = new Map<string, Facts>();
  for (const [{ belonging, ...facts }] of await begunIn(turn, round.data.round, 'department'))
    own.set(belonging.departmentId, { belonging, ...facts });
  // A closed one is told as long as there is anything of it in the round.
  const told = all.filter((each) => isOpen(each) || own.has(each.id) || (counts.get(each.id) ?? nobody()).people > 0);
  const rows = told.map((department) => ({
    ...(counts.get(department.id) ?? nobody()),
    ...departmentFacts(plan, department, own.get(department.id)),
  }));
  return { total: sumOf(rows), departments: rows };
}

/** What is said of a department itself, by what there is of its own dossier. */
export const departmentFacts = (plan: Plan, { id, data }: Loaded<Department>, own?: Facts) => ({
  id,
  name: data.name,
  isOffice: data.isOffice,
  writesCollective: writesCollective(data, plan),
  collectiveStanding: judgeDepartment(plan, own ?? notBegun(belongingToItself(id))).standing,
});

interface Adding {
  readonly round: string;
  readonly rules: Rules;
  /** By department. */
  readonly counts: ReadonlyMap<string, Counting>;
}

async function addPeople(turn: Turn, { round, rules, counts }: Adding): Promise<void> {
  const put = (facts: Facts, n: number): void => {
    const of = counts.get(facts.belonging.departmentId);
    const judged = judgePerson(rules, facts);
    if (of !== undefined && judged !== undefined) add(of, judged, n);
  };
  // Whoever begins between the two is counted where they are then, and not twice.
  for (const [value, n] of await turn.countBy(personRecord, figured)) put(notBegun(belongingIn(round, value)), n);
  for (const [facts, n] of await begunIn(turn, round, 'person')) {
    put(facts, n);
    put(notBegun(facts.belonging), -n);
  }
}

/** Of how many who have begun something the same is counted. */
async function begunIn(turn: Turn, round: string, kind: 'person' | 'department'): Promise<[Facts, number][]> {
  const prefix = figuredIn(round, kind);
  const found = await turn.countBy(standingRecord, figured, prefix);
  return [...found].map(([value, n]) => [figuredFrom(value.slice(prefix.length)), n]);
}
