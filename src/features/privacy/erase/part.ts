import type { Turn } from '../../../pipeline/turn.ts';
import type { Change } from '../../../ports/store.ts';
import type { Erasure } from '../../../records/erasure.ts';
import type { Evidence } from '../../../records/evidence.ts';
import type { Loaded } from '../../../records/record.ts';
import type { Whose } from '../whose.ts';

/** With the erasure itself, its event and what goes along, within what one commit takes. */
export const stepSize = 40;

/** What one step does. */
export interface Step {
  readonly changes: readonly Change[];
  /** How many records it deletes or empties. */
  readonly n: number;
  /** Where the next step of this part begins; null when nothing is left. */
  readonly next: string | null;
  /** A paper that is kept names this person. */
  readonly isNamed?: true;
  /** Evidence of which the bytes go too, once the step is written. */
  readonly pieces?: readonly { readonly round: string; readonly piece: Loaded<Evidence> }[];
}
export type Part = (turn: Turn, whose: Whose, erasure: Erasure) => Promise<Step>;

export const nothingLeft: Step = { changes: [], n: 0, next: null };
