import type { Criterion, Plan } from '../plan/plan.ts';
import type { Roles } from '../policy/actor.ts';
import { isGated } from '../policy/gate.ts';

export interface AnswerFacts {
  readonly rating: 'met' | 'notMet' | 'notArisen' | null;
  readonly words: string;
  readonly reason: string;
}

/** The criteria that a candidate answers: CN3 is asked of those whom the unit's setting names as heads. */
export function criteriaFor(
  plan: Plan,
  candidate: { kind: 'person' | 'department'; roles: Roles },
): readonly Criterion[] {
  if (candidate.kind === 'department') return plan.criteria.department;
  const leads = isGated(plan.settings.headGateCovers, candidate.roles);
  return plan.criteria.person.filter((criterion) => leads || !criterion.headsOnly);
}

/** What is still wanting on one criterion, first thing first; `complete` when nothing is. */
export type AnswerState = 'untouched' | 'noRating' | 'noWords' | 'noReason' | 'complete';

export function answerState(answer: AnswerFacts | undefined): AnswerState {
  if (answer === undefined) return 'untouched';
  if (answer.rating === null) return 'noRating';
  if (answer.rating === 'notArisen') return answer.reason === '' ? 'noReason' : 'complete';
  return answer.words === '' ? 'noWords' : 'complete';
}

/** Criterion ids still to be completed, in the plan's order. Evidence is optional ("nếu có", R-075). */
export function missingCriteria(
  criteria: readonly Criterion[],
  answers: Readonly<Record<string, AnswerFacts>>,
): string[] {
  return criteria.filter(({ id }) => answerState(answers[id]) !== 'complete').map(({ id }) => id);
}
