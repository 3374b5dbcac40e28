import type { Check, PlanProblem } from './checks/check.ts';
import { dateChecks } from './checks/dates.ts';
import { meaningChecks } from './checks/meaning.ts';
import { uniqueChecks } from './checks/unique.ts';
import type { Plan } from './plan.ts';

const checks: readonly Check[] = [...uniqueChecks, ...dateChecks, ...meaningChecks];

/** What a well-formed plan may still get wrong. Only checks whose sections are all in `sections` run. */
export function checkPlan(sections: Partial<Plan>): PlanProblem[] {
  return checks
    .filter((each) => each.reads.every((section) => section in sections))
    .flatMap((each) => each.problems(sections as Plan));
}
