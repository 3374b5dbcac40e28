import { withLockOut } from '../losses.ts';
import type { Choice } from './compare.ts';
import type { Warning } from './outcome.ts';
import { type Outline, peopleOf } from './outline.ts';

/** Why a roster is confirmed once more by this person: without the office's role they could not put it right. */
export function warningsFor(
  outline: Outline,
  absent: Choice['absent'],
  personId: string,
): readonly (Warning | 'notYou')[] {
  const locksOut =
    outline.leaveOffice.includes(personId) && peopleOf(outline, absent).some(({ id }) => id === personId);
  return withLockOut(outline.warnings[absent], locksOut);
}
