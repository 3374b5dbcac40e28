import type { DateTime } from 'luxon';
import { presenceOn } from '../../domain/people/presence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { peopleOf } from '../../model/people/people.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { assessmentRecord } from '../../records/assessment.ts';
import { byDepartment } from '../../records/fields.ts';
import { nominationRecord } from '../../records/nomination.ts';
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
  const taken = new Set([
    of.head.id,
    ...nominations.map((n) => n.data.candidate.id),
    ...assessments.filter((a) => a.data.wish === 'asks').map((a) => a.data.candidate.id),
  ]);
  return people.filter((p) => !taken.has(p.id) && isAtWork(p.data, of.at, of.plan));
}
