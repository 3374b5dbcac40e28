import type { DateTime } from 'luxon';
import { criteriaFor, missingCriteria } from '../../domain/dossier/criteria.ts';
import { writesCollective } from '../../domain/dossier/eligibility.ts';
import type { NominationState } from '../../domain/dossier/nomination.ts';
import { hasSent, isApart, isMissing, type Standing, standingOf, standings } from '../../domain/dossier/standing.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Assessment, assessmentId, assessmentRecord } from '../../records/assessment.ts';
import { type Department, departmentRecord } from '../../records/department.ts';
import { byDepartment, byRound } from '../../records/fields.ts';
import { type Nomination, nominationId, nominationRecord } from '../../records/nomination.ts';
import { type Person, personBy, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';
import { byName, departments } from '../people/people.ts';
import { roundPlan } from './round.ts';

/** One person of the roster in one round. */
export interface PersonProgress {
  readonly id: string;
  readonly name: string;
  readonly standing: Standing;
  /** Criteria completed, of how many asked. */
  readonly completed: number;
  readonly asked: number;
  /** Asked for no more reminders in this round. */
  readonly isQuiet: boolean;
}

/**
 * Everyone of the roster who has not left, by where they stand: the standings add up to `people`. The other figures are sums of them, or
 * are of part of them.
 */
export interface ProgressCounts extends Readonly<Record<Standing, number>> {
  readonly people: number;
  /** Of whom a self-assessment is asked: everyone but those who do not ask to be considered and those on leave. */
  readonly required: number;
  /** Of these: who has finished it. Whoever has sent a dossier has. */
  readonly finished: number;
  /** Of these: who asks to be considered. */
  readonly asks: number;
  /** Of these: whose dossier was sent and not sent back. */
  readonly sent: number;
  /** People who still have something to do. */
  readonly missing: number;
}

export interface DepartmentProgress extends ProgressCounts {
  readonly id: string;
  readonly name: string;
  readonly isOffice: boolean;
  /** It writes a dossier of its own in this round. */
  readonly writesCollective: boolean;
  /** State of the department's own dossier; null when it has none. */
  readonly collective: NominationState | null;
  /** Where the department's own dossier stands, for one that writes any. */
  readonly collectiveStanding: Standing;
  /** By given name. */
  readonly rows: readonly PersonProgress[];
  /** Ids of the people who still have something to do, by given name. */
  readonly missingIds: readonly string[];
}

export interface Progress {
  readonly total: ProgressCounts;
  /** In protocol order. */
  readonly departments: readonly DepartmentProgress[];
}

const counted = ['people', 'required', 'finished', 'asks', 'sent', 'missing', ...standings] as const;

interface Asked {
  /** Decides who is on leave or has left. */
  readonly at: DateTime;
  /** Only this department: then only its documents are read. */
  readonly department?: string;
}

/**
 * How far a round has come, department by department. Reads the roster, the assessments and the dossiers of the round once each,
 * whatever their number.
 */
export async function progressOf(turn: Turn, round: Loaded<Round>, { at, department: only }: Asked): Promise<Progress> {
  const key = round.data.round;
  const where = only === undefined ? byRound(key) : byDepartment(key, only);
  const ofPeople = only === undefined ? undefined : personBy.department(only);
  const plan = await roundPlan(turn, round);
  const all = only === undefined ? await departments(turn) : await oneOf(turn, only);
  const [people, assessments, nominations] = await Promise.all([
    turn.list(personRecord, ofPeople),
    turn.list(assessmentRecord, where),
    turn.list(nominationRecord, where),
  ]);
  const today = at.setZone(plan.zone).toFormat('yyyy-MM-dd');
  const peopleOf = new Map<string, Loaded<Person>[]>(all.map((d) => [d.id, []]));
  for (const person of byName(people)) {
    if (presenceOn(person.data, today) !== 'left') peopleOf.get(person.data.departmentId)?.push(person);
  }
  const assessment = new Map(assessments.map((a) => [a.data.candidate.id, a.data]));
  const nomination = new Map(nominations.map((n) => [n.data.candidate.id, n.data]));
  if (only !== undefined) await findMoved(turn, key, { people, assessment, nomination });
  const rows = all.map((department) =>
    departmentProgress({
      plan,
      round: key,
      today,
      department,
      people: peopleOf.get(department.id) ?? [],
      assessment,
      nomination,
    }),
  );
  return { total: sum(rows), departments: rows };
}

async function oneOf(turn: Turn, id: string): Promise<Loaded<Department>[]> {
  const department = await turn.get(departmentRecord, id);
  return department === undefined ? [] : [department];
}

interface Found {
  readonly people: readonly Loaded<Person>[];
  readonly assessment: Map<string, Assessment>;
  readonly nomination: Map<string, Nomination>;
}

/** Whoever moved here keeps what was written where they were: it is found under their name, not under the department. */
async function findMoved(turn: Turn, round: string, { people, assessment, nomination }: Found): Promise<void> {
  const without = (found: ReadonlyMap<string, unknown>) => people.map(({ id }) => id).filter((id) => !found.has(id));
  const [assessments, nominations] = await Promise.all([
    turn.getMany(
      assessmentRecord,
      without(assessment).map((id) => assessmentId(round, id)),
    ),
    turn.getMany(
      nominationRecord,
      without(nomination).map((id) => nominationId(round, id)),
    ),
  ]);
  for (const { data } of assessments.values()) assessment.set(data.candidate.id, data);
  for (const { data } of nominations.values()) nomination.set(data.candidate.id, data);
}

interface Of {
  readonly plan: Plan;
  readonly round: string;
  readonly today: string;
  readonly department: Loaded<Department>;
  readonly people: readonly Loaded<Person>[];
  readonly assessment: ReadonlyMap<string, Assessment>;
  readonly nomination: ReadonlyMap<string, Nomination>;
}

function departmentProgress({
  plan,
  round,
  today,
  department,
  people,
  assessment,
  nomination,
}: Of): DepartmentProgress {
  const counts = Object.fromEntries(counted.map((name) => [name, 0])) as Record<keyof ProgressCounts, number>;
  const rows = people.map((person): PersonProgress => {
    const mine = assessment.get(person.id);
    const state = nomination.get(person.id)?.state ?? null;
    const presence = presenceOn(person.data, today);
    const criteria = criteriaFor(plan, { kind: 'person', roles: person.data.roles });
    const answers = mine?.answers ?? {};
    const missing = missingCriteria(criteria, answers).length;
    const standing = standingOf({
      presence,
      answered: criteria.filter(({ id }) => answers[id] !== undefined).length,
      missing,
      wish: mine?.wish ?? 'undecided',
      nomination: state,
    });
    counts.people += 1;
    counts[standing] += 1;
    if (!isApart(standing)) {
      counts.required += 1;
      if (hasSent(standing) || missing === 0) counts.finished += 1;
      if (hasSent(standing) || mine?.wish === 'asks') counts.asks += 1;
      if (hasSent(standing)) counts.sent += 1;
    }
    if (isMissing(standing)) counts.missing += 1;
    const completed = criteria.length - missing;
    const isQuiet = person.data.quietRounds.includes(round);
    return { id: person.id, name: person.data.fullName, standing, completed, asked: criteria.length, isQuiet };
  });
  const own = assessment.get(department.id);
  const collective = nomination.get(department.id)?.state ?? null;
  return {
    ...counts,
    id: department.id,
    name: department.data.name,
    isOffice: department.data.isOffice,
    writesCollective: writesCollective(department.data, plan),
    collective,
    collectiveStanding: standingOf({
      presence: 'active',
      answered: Object.keys(own?.answers ?? {}).length,
      missing: missingCriteria(plan.criteria.department, own?.answers ?? {}).length,
      wish: own?.wish ?? 'undecided',
      nomination: collective,
    }),
    rows,
    missingIds: rows.filter((row) => isMissing(row.standing)).map((row) => row.id),
  };
}

const sum = (rows: readonly ProgressCounts[]): ProgressCounts =>
  Object.fromEntries(counted.map((name) => [name, rows.reduce((total, row) => total + row[name], 0)])) as Record<
    keyof ProgressCounts,
    number
  >;
