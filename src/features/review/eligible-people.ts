import type { DateTime } from 'luxon';
import { presenceOn } from '../../domain/people/presence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { peopleOf } from '../../model/people/people.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Assessment, assessmentId, assessmentRecord } from '../../records/assessment.ts';
import { byDepartment } from '../../records/fields.ts';
import { type Nomination, nominationId, nominationRecord } from '../../records/nomination.ts';
import type { Person } from '../../records/person.ts';
import type { Loaded } from '../../records/record.ts';

export const isAtWork = (person: Person, at: DateTime, plan: Plan): boolean =>
  presenceOn(person, at.setZone(plan.zone).toFormat('yyyy-MM-dd')) === 'active';

/** Whom a head may propose: at work in the own department, not oneself, not asking and without a dossier of any kind. By given name. */
export async function eligiblePeople(
  turn: Turn,
  of: { round: string; head: Loaded<Person>; at: DateTime; plan: Plan },
): Promise<Loaded<Person>[]> {
  const { departmentId } = of.head.data;
  const where = byDepartment(of.round, departmentId);
  const [people, nominations, assessments] = await Promise.all([
    peopleOf(turn, departmentId),
    turn.list(nominationRecord, where),
    turn.list(assessmentRecord, where),
  ]);
  const taken = new Set([of.head.id, ...begun(nominations, assessments)]);
  const free = people.filter((p) => !taken.has(p.id) && isAtWork(p.data, of.at, of.plan));
  const moved = await begunElsewhere(turn, of.round, free);
  return free.filter(({ id }) => !moved.has(id));
}

const begun = (nominations: Iterable<Loaded<Nomination>>, assessments: Iterable<Loaded<Assessment>>): string[] => [
  ...[...nominations].map(({ data }) => data.candidate.id),
  ...[...assessments].filter(({ data }) => data.wish === 'asks').map(({ data }) => data.candidate.id),
];

/** Whoever moved here keeps what was begun where they were: it is found under their name, not under the department. */
async function begunElsewhere(turn: Turn, round: string, people: readonly Loaded<Person>[]): Promise<Set<string>> {
  const [nominations, assessments] = await Promise.all([
    turn.getMany(
      nominationRecord,
      people.map(({ id }) => nominationId(round, id)),
    ),
    turn.getMany(
      assessmentRecord,
      people.map(({ id }) => assessmentId(round, id)),
    ),
  ]);
  return new Set(begun(nominations.values(), assessments.values()));
}
