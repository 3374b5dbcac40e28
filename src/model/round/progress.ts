import type { DateTime } from 'luxon';
import type { NominationState } from '../../domain/dossier/nomination.ts';
import { isMissing } from '../../domain/dossier/standing.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Assessment, assessmentId, assessmentRecord } from '../../records/assessment.ts';
import { type Belonging, belongingOf, belongingToItself } from '../../records/belonging.ts';
import { departmentRecord } from '../../records/department.ts';
import { byDepartment } from '../../records/fields.ts';
import { type Nomination, nominationId, nominationRecord } from '../../records/nomination.ts';
import { type Person, personBy, personRecord } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';
import { nothingWritten, placed, writtenOf } from '../../records/standing.ts';
import { byName } from '../people/people.ts';
import { add, type Facts, type Judged, judgePerson, nobody } from './counts.ts';
import { type DepartmentFigures, departmentFacts } from './figures.ts';
import { roundPlan } from './round.ts';

/** One person of the roster in one round. */
export interface PersonProgress extends Judged {
  readonly id: string;
  readonly name: string;
}

export interface DepartmentProgress extends DepartmentFigures {
  /** State of the department's own dossier; null when it has none. */
  readonly collective: NominationState | null;
  /** By given name. */
  readonly rows: readonly PersonProgress[];
  /** Ids of the people who still have something to do, by given name. */
  readonly missingIds: readonly string[];
}

/**
 * How far a department has come, person by person: its people, and what there is of theirs. The figures are those of `roundFigures`.
 * @param at decides who is on leave or has left
 * @returns undefined when there is no such department
 */
export async function progressOf(
  turn: Turn,
  round: Loaded<Round>,
  { at, department: id }: { at: DateTime; department: string },
): Promise<DepartmentProgress | undefined> {
  const key = round.data.round;
  const [department, people] = await Promise.all([
    turn.get(departmentRecord, id),
    turn.list(personRecord, personBy.department(id)),
  ]);
  if (department === undefined) return undefined;
  const plan = await roundPlan(turn, round);
  const rules = { plan, today: at.setZone(plan.zone).toFormat('yyyy-MM-dd') };
  const begun = await begunBy(turn, key, { department: id, people });
  const counts = nobody();
  const rows: PersonProgress[] = [];
  for (const { id: person, data } of byName(people)) {
    const judged = judgePerson(rules, begun.of(person, belongingOf(data, key)));
    if (judged === undefined) continue;
    add(counts, judged);
    rows.push({ id: person, name: data.fullName, ...judged });
  }
  return {
    ...counts,
    ...departmentFacts(plan, department, begun.of(id, belongingToItself(id))),
    collective: begun.nomination(id)?.state ?? null,
    rows,
    missingIds: rows.filter(({ standing }) => isMissing(standing)).map((row) => row.id),
  };
}

interface Of {
  readonly department: string;
  readonly people: readonly Loaded<Person>[];
}

/** What there is of a department's people and of the department. */
async function begunBy(turn: Turn, round: string, { department, people }: Of) {
  const where = byDepartment(round, department);
  const [assessments, nominations] = await Promise.all([
    turn.list(assessmentRecord, where),
    turn.list(nominationRecord, where),
  ]);
  const assessment = new Map(assessments.map(({ data }): [string, Assessment] => [data.candidate.id, data]));
  const nomination = new Map(nominations.map(({ data }): [string, Nomination] => [data.candidate.id, data]));
  // Whoever moved here keeps what was written where they were: it is found under their name, not under the department.
  const without = (found: ReadonlyMap<string, unknown>) => people.map(({ id }) => id).filter((id) => !found.has(id));
  const [assessed, sent] = await Promise.all([
    turn.getMany(
      assessmentRecord,
      without(assessment).map((id) => assessmentId(round, id)),
    ),
    turn.getMany(
      nominationRecord,
      without(nomination).map((id) => nominationId(round, id)),
    ),
  ]);
  for (const { data } of assessed.values()) assessment.set(data.candidate.id, data);
  for (const { data } of sent.values()) nomination.set(data.candidate.id, data);
  return {
    nomination: (id: string): Nomination | undefined => nomination.get(id),
    of: (id: string, belonging: Belonging): Facts => {
      const [own, dossier] = [assessment.get(id), nomination.get(id)];
      return {
        belonging,
        written: own === undefined ? nothingWritten : writtenOf(own),
        place: dossier === undefined ? null : placed(dossier),
      };
    },
  };
}
