import { CodedError } from '../../domain/errors.ts';
import { mayChooseHeld } from '../../domain/policy/sending.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay } from '../../pipeline/inputs.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Loaded } from '../../records/record.ts';
import { type Restoration, restorationRecord } from '../../records/restoration.ts';

/** @throws CodedError NOT_ALLOWED_HELD */
export const requireChooser = (ctx: Ctx): void => requireMay(ctx, mayChooseHeld, 'NOT_ALLOWED_HELD');

/** @param id as a card carried it. @throws CodedError RESTORATION_UNKNOWN */
export async function restorationOf(turn: Turn, id: string): Promise<Loaded<Restoration>> {
  const restoration = await turn.get(restorationRecord, id);
  if (restoration === undefined) throw new CodedError('RESTORATION_UNKNOWN');
  return restoration;
}
