import type { DateTime } from 'luxon';
import { criteriaFor, missingCriteria } from '../../domain/dossier/criteria.ts';
import { isSent, type NominationState } from '../../domain/dossier/nomination.ts';
import { isMissing, type Standing, standingOf } from '../../domain/dossier/standing.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Deps } from '../../pipeline/context.ts';
import { list, load } from '../../ports/documents.ts';
import { type Assessment, assessmentId, assessmentRecord } from '../../records/assessment.ts';
import { type Department, departmentRecord } from '../../records/department.ts';
import { type Nomination, nominationId, nominationRecord } from '../../records/nomination.ts';
import { type Person, personRecord } from '../../records/person.ts';
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

export interface ProgressCounts {
  /** Everyone of the roster who has not left; the other figures are of these, and a person may be in several. */
  readonly people: number;
  readonly onLeave: number;
  /** Self-assessments finished. */
  readonly finished: number;
  readonly notStarted: number;
  /** Asked to be considered. */
  readonly asks: number;
  /** "Không đề nghị xét", withdrawn dossiers included. */
  readonly declines: number;
  /** Dossiers of persons that were sent and not sent back. */
  readonly sent: number;
  readonly returned: number;
  /** Begun and not sent when the time was over. */
  readonly lapsed: number;
  /** Sent, and the head has not given an opinion yet. */
  readonly waitingOpinion: number;
  /** Taken in by the office, or further. */
  readonly accepted: number;
  /** People who still have something to do. */
  readonly missing: number;
}

export interface DepartmentProgress extends ProgressCounts {
  readonly id: string;
  readonly name: string;
  readonly isOffice: boolean;
  readonly isCollective: boolean;
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

const counted = [
  'people',
  'onLeave',
  'finished',
  'notStarted',
  'asks',
  'declines',
  'sent',
  'returned',
  'lapsed',
  'waitingOpinion',
  'accepted',
  'missing',
] as const satisfies readonly (keyof ProgressCounts)[];

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
export async function progressOf(deps: Deps, round: Loaded<Round>, { at, department: only }: Asked): Promise<Progress> {
  const { unit } = deps.scope;
  const key = round.data.round;
  const where =
    only === undefined ? { field: 'round', equals: key } : { field: 'department', equals: `${key}:${only}` };
  const ofPeople = only === undefined ? {} : { where: { field: 'department', equals: only } };
  const plan = await roundPlan(deps, round);
  const all = only === undefined ? await departments(deps) : await oneOf(deps, only);
  const [people, assessments, nominations] = await Promise.all([
    list(deps.store, { unit, type: personRecord, ...ofPeople }),
    list(deps.store, { unit, type: assessmentRecord, where }),
    list(deps.store, { unit, type: nominationRecord, where }),
  ]);
  const today = at.setZone(plan.zone).toFormat('yyyy-MM-dd');
  const byDepartment = new Map<string, Loaded<Person>[]>(all.map((d) => [d.id, []]));
  for (const person of byName(people)) {
    if (presenceOn(person.data, today) !== 'left') byDepartment.get(person.data.departmentId)?.push(person);
  }
  const assessment = new Map(assessments.map((a) => [a.data.candidate.id, a.data]));
  const nomination = new Map(nominations.map((n) => [n.data.candidate.id, n.data]));
  if (only !== undefined) await findMoved(deps, key, { people, assessment, nomination });
  const rows = all.map((department) =>
    departmentProgress({
      plan,
      round: key,
      today,
      department,
      people: byDepartment.get(department.id) ?? [],
      assessment,
      nomination,
    }),
  );
  return { total: sum(rows), departments: rows };
}

async function oneOf(deps: Deps, id: string): Promise<Loaded<Department>[]> {
  const department = await load(deps.store, deps.scope.unit, departmentRecord, id);
  return department === undefined ? [] : [department];
}

interface Found {
  readonly people: readonly Loaded<Person>[];
  readonly assessment: Map<string, Assessment>;
  readonly nomination: Map<string, Nomination>;
}

/** Whoever moved here keeps what was written where they were: it is found under their name, not under the department. */
async function findMoved({ store, scope: { unit } }: Deps, round: string, found: Found): Promise<void> {
  for (const { id } of found.people) {
    if (!found.assessment.has(id)) {
      const assessment = await load(store, unit, assessmentRecord, assessmentId(round, id));
      if (assessment !== undefined) found.assessment.set(id, assessment.data);
    }
    if (!found.nomination.has(id)) {
      const nomination = await load(store, unit, nominationRecord, nominationId(round, id));
      if (nomination !== undefined) found.nomination.set(id, nomination.data);
    }
  }
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

const accepted = (state: NominationState): boolean =>
  isSent(state) && !['submitted', 'opined', 'onHold'].includes(state);

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
    const standing = standingOf({
      presence,
      answered: criteria.filter(({ id }) => answers[id] !== undefined).length,
      finished: mine !== undefined && mine.finishedAt !== null,
      wish: mine?.wish ?? 'undecided',
      nomination: state,
    });
    counts.people += 1;
    if (presence === 'onLeave') counts.onLeave += 1;
    if (mine !== undefined && mine.finishedAt !== null) counts.finished += 1;
    if (standing === 'notStarted') counts.notStarted += 1;
    if (mine?.wish === 'asks' && standing !== 'declined') counts.asks += 1;
    if (standing === 'declined') counts.declines += 1;
    if (state !== null && isSent(state)) counts.sent += 1;
    if (state === 'returned') counts.returned += 1;
    if (standing === 'lapsed') counts.lapsed += 1;
    if (state === 'submitted') counts.waitingOpinion += 1;
    if (state !== null && accepted(state)) counts.accepted += 1;
    if (isMissing(standing)) counts.missing += 1;
    const completed = criteria.length - missingCriteria(criteria, answers).length;
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
    isCollective: department.data.isCollective,
    collective,
    collectiveStanding: standingOf({
      presence: 'active',
      answered: Object.keys(own?.answers ?? {}).length,
      finished: own !== undefined && own.finishedAt !== null,
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
