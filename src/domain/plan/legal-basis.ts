import type { Plan } from './plan.ts';

/** `yyyy-MM-dd` each. */
export interface Dates {
  /** The date of the paper. */
  readonly paper: string;
  /** The day on which the dossiers that it speaks of were received. */
  readonly received: string;
}

/**
 * The texts to print among the grounds of a paper, in the plan's order: those in force on its date, or on the day the dossiers came in.
 * Those with a non-empty `note` must be checked by the office before anyone signs.
 */
export function legalBasisOn(plan: Plan, { paper, received }: Dates): Plan['legalBasis'] {
  return plan.legalBasis.filter((text) => {
    const on = text.appliesBy === 'receipt' ? received : paper;
    return (
      text.citedIn.includes('papers') &&
      (text.effectiveFrom ?? text.date ?? '') <= on &&
      (text.effectiveTo === null || on <= text.effectiveTo)
    );
  });
}

/** What nobody has checked against the gazette yet, of the grounds of such a paper. */
export const toCheckBeforeSigning = (plan: Plan, dates: Dates): Plan['legalBasis'] =>
  legalBasisOn(plan, dates).filter(({ note }) => note !== '');
