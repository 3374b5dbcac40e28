import { criteriaFor, missingCriteria } from '../../domain/dossier/criteria.ts';
import { type Standing, standingOf } from '../../domain/dossier/standing.ts';
import type { Attendance } from '../../domain/people/presence.ts';
import type { Criterion } from '../../domain/plan/plan.ts';
import type { Roles } from '../../domain/policy/actor.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Assessment, assessmentId, assessmentRecord } from '../../records/assessment.ts';
import { type Nomination, nominationId, nominationRecord } from '../../records/nomination.ts';
import { roundOf, roundPlan } from './round.ts';

interface Records {
  /** That the candidate answers. */
  readonly criteria: readonly Criterion[];
  readonly assessment: Assessment | undefined;
  readonly nomination: Nomination | undefined;
  readonly presence: Attendance['status'];
}

export const standingFrom = ({ criteria, assessment, nomination, presence }: Records): Standing =>
  standingOf({
    presence,
    answered: Object.keys(assessment?.answers ?? {}).length,
    missing: missingCriteria(criteria, assessment?.answers ?? {}).length,
    wish: assessment?.wish ?? 'undecided',
    nomination: nomination?.state ?? null,
  });

/** Where a candidate stands in a round, by a few point reads: a spread asks it of each person. */
export async function readStanding(
  turn: Turn,
  round: string,
  { kind = 'person', id, roles, presence }: Who,
): Promise<Standing> {
  const [assessment, nomination] = await Promise.all([
    turn.get(assessmentRecord, assessmentId(round, id)),
    turn.get(nominationRecord, nominationId(round, id)),
  ]);
  const plan = await roundPlan(turn, await roundOf(turn, round));
  const criteria = criteriaFor(plan, { kind, roles });
  return standingFrom({ criteria, assessment: assessment?.data, nomination: nomination?.data, presence });
}

interface Who {
  readonly kind?: 'person' | 'department';
  readonly id: string;
  readonly roles: Roles;
  readonly presence: Attendance['status'];
}
