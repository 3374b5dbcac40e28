import { DateTime } from 'luxon';
import { stampActions } from '../delivery/send/stamp-card.ts';
import { CodedError } from '../domain/errors.ts';
import { stamp } from '../ports/commit.ts';
import type { Card } from '../ports/messenger.ts';
import type { Ctx } from './context.ts';

/** Sooner nobody has read the card that has come up; later two clicks are no longer one that was doubled. */
const toReadMs = 1_500;

/** Every button of the card that decides (`confirm: 'yes'`, or `readFirst` of the kit) says when the card came up in the place of another. */
export const stampCameUp = (card: Card, at: DateTime): Card =>
  stampActions(card, (data) => (data.confirm === 'yes' || 'cameUp' in data ? { cameUp: stamp(at) } : undefined));

/**
 * What came with a click, without the instant at which its card came up. A button that decides stands where the one stood that brought the
 * card up, so a click right after is the second of a slow double click. What carries no instant, or one that is still to come, is let pass.
 * @throws CodedError JUST_OPENED: the card stays as it is
 */
export function requireRead({ at }: Pick<Ctx, 'at'>, data: unknown): unknown {
  if (data === null || typeof data !== 'object' || !('cameUp' in data)) return data;
  const { cameUp, ...rest } = data;
  const stood = typeof cameUp === 'string' ? at.toMillis() - DateTime.fromISO(cameUp).toMillis() : toReadMs;
  if (stood >= 0 && stood < toReadMs) throw new CodedError('JUST_OPENED');
  return rest;
}
