import type { Plan } from './plan.ts';

export type LegalText = Plan['legalBasis'][number];

/** `yyyy-MM-dd` each. */
export interface Dates {
  /** The date of the paper. */
  readonly paper: string;
  /** The days on which the dossiers that it speaks of were received; none for a paper that speaks of no dossier. */
  readonly received: readonly string[];
}

/**
 * The texts to print among the grounds of a paper, in the plan's order: those in force on its date, or on the day one of its dossiers came in.
 * Those with a non-empty `note` must be checked by the office before anyone signs.
 */
export const legalBasisOn = (plan: Plan, dates: Dates): LegalText[] =>
  plan.legalBasis.filter(
    (text) => text.citedIn.includes('papers') && daysOf(text, dates).some((on) => isInForce(text, on)),
  );

/** Whether a text of such a paper holds for some of its dossiers only: the others came in before it was in force, or after. */
export const holdsForSome = (text: LegalText, dates: Dates): boolean =>
  !daysOf(text, dates).every((on) => isInForce(text, on));

/** What nobody has checked against the gazette yet, of the grounds of such a paper. */
export const toCheckBeforeSigning = (plan: Plan, dates: Dates): LegalText[] =>
  legalBasisOn(plan, dates).filter(({ note }) => note !== '');

/** The same of what a sentence names by number, such as the title of the movement. */
export const toCheckIn = (plan: Plan, sentence: string): LegalText[] =>
  plan.legalBasis.filter(({ note, number }) => note !== '' && sentence.includes(number));

const daysOf = ({ appliesBy }: LegalText, { paper, received }: Dates): readonly string[] =>
  appliesBy === 'receipt' && received.length > 0 ? received : [paper];

const isInForce = ({ effectiveFrom, effectiveTo, date }: LegalText, on: string): boolean =>
  (effectiveFrom ?? date ?? '') <= on && (effectiveTo === null || on <= effectiveTo);
