import type { Plan } from './plan.ts';

/**
 * The texts to print among the grounds of a paper dated `date` (`yyyy-MM-dd`), in the plan's order.
 * Those with a non-empty `note` must be checked by the office before anyone signs.
 */
export function legalBasisOn(plan: Plan, date: string): Plan['legalBasis'] {
  return plan.legalBasis.filter(
    (text) =>
      text.citedIn.includes('papers') &&
      (text.effectiveFrom ?? text.date ?? '') <= date &&
      (text.effectiveTo === null || date <= text.effectiveTo),
  );
}
