import type { RosterImport } from '../../../records/roster-import.ts';
import { asConfirmed, countsOf, type Outline } from './outline.ts';

type Choice = NonNullable<RosterImport['choice']>;

/** A roster that was sent once it is confirmed: from then on it counts what is done of it, and the lane does it. */
export function confirmed(asked: RosterImport, outline: Outline, choice: Choice): RosterImport {
  const { people, same } = asConfirmed(outline, choice);
  return { ...asked, state: 'confirmed', counts: countsOf(people, same), choice, dueAt: choice.at };
}
