import type { DateTime } from 'luxon';
import { criteriaFor, missingCriteria } from '../domain/dossier.ts';
import { isSent, type NominationState } from '../domain/nomination.ts';
import type { Plan } from '../domain/plan.ts';
import { presenceOn } from '../domain/presence.ts';
import { isMissing, type Standing, standingOf } from '../domain/standing.ts';
import { list } from '../ports/documents.ts';
import { type Assessment, assessmentRecord } from '../records/assessment.ts';
import type { Department } from '../records/department.ts';
import { type Nomination, nominationRecord } from '../records/nomination.ts';
import { type Person, personRecord } from '../records/person.ts';
import type { Loaded } from '../records/record.ts';
import type { Round } from '../records/round.ts';
import type { Deps } from './context.ts';
import { byName, departments } from './people.ts';
import { roundPlan } from './round.ts';

/** One person of the roster in one round. */
export interface PersonProgress {
  readonly id: string;
  readonly name: string;
  readonly standing: Standing;
  /** Criteria completed, of how many asked. */
  readonly completed: number;
  readonly asked: number;
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
  readonly isCollective: boolean;
  /** State of the department's own dossier; null when it has none. */
  readonly collective: NominationState | null;
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
  const all = (await departments(deps)).filter((d) => only === undefined || d.id === only);
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
  const rows = all.map((department) =>
    departmentProgress({
      plan,
      today,
      department,
      people: byDepartment.get(department.id) ?? [],
      assessment,
      nomination,
    }),
  );
  return { total: sum(rows), departments: rows };
}

interface Of {
  readonly plan: Plan;
  readonly today: string;
  readonly department: Loaded<Department>;
  readonly people: readonly Loaded<Person>[];
  readonly assessment: ReadonlyMap<string, Assessment>;
  readonly nomination: ReadonlyMap<string, Nomination>;
}

const accepted = (state: NominationState): boolean =>
  isSent(state) && !['submitted', 'opined', 'onHold'].includes(state);

function departmentProgress({ plan, today, department, people, assessment, nomination }: Of): DepartmentProgress {
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
    return { id: person.id, name: person.data.fullName, standing, completed, asked: criteria.length };
  });
  return {
    ...counts,
    id: department.id,
    name: department.data.name,
    isCollective: department.data.isCollective,
    collective: nomination.get(department.id)?.state ?? null,
    rows,
    missingIds: rows.filter((row) => isMissing(row.standing)).map((row) => row.id),
  };
}

const sum = (rows: readonly ProgressCounts[]): ProgressCounts =>
  Object.fromEntries(counted.map((name) => [name, rows.reduce((total, row) => total + row[name], 0)])) as Record<
    keyof ProgressCounts,
    number
  >;
