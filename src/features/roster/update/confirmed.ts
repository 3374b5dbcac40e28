import type { RosterImport } from '../../../records/roster-import.ts';
import { countsOf, type Outline, peopleOf } from './outline.ts';

type Choice = NonNullable<RosterImport['choice']>;

/** A roster that was sent once it is confirmed: from then on it counts what is done of it, and the lane does it. */
export const confirmed = (asked: RosterImport, outline: Outline, choice: Choice): RosterImport => ({
  ...asked,
  state: 'confirmed',
  counts: countsOf(peopleOf(outline, choice.absent), outline.same),
  choice,
  dueAt: choice.at,
});
