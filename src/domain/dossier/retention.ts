import type { NominationState } from './nomination.ts';

/**
 * Whether a dossier belongs to the papers of a round, which are kept for as long as the law says: once sent, unless its writers have it back
 * (withdrawn, or begun anew). One that was sent back and not sent again has been considered, and stays.
 */
export const isPaper = ({
  state,
  submitted,
}: {
  readonly state: NominationState;
  readonly submitted: object | null;
}): boolean => submitted !== null && state !== 'draft' && state !== 'withdrawn';

/** Last day (`yyyy-MM-dd`) on which the dossiers of a year are kept: whole years, counted from the beginning of the next. */
export const keptUntil = (year: number, years: number): string => `${year + years}-12-31`;
