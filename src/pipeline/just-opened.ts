import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Typed } from '../ports/pages.ts';
import type { PageRef } from '../records/message.ts';
import { Refusal } from './answer.ts';
import type { Ctx } from './context.ts';

/** Sooner nobody has read the card that has come up; later two clicks are no longer one that was doubled. */
const toReadMs = 1_500;

/**
 * When the card came up in the place of the one that was clicked, as a button and its page carry it: empty when it did not, and for what no
 * card of ours says.
 */
export const cameUp = z.string().max(40).default('').catch('');

/**
 * A button that acts stands where the one stood that brought the card up, so a click right after is the second of a slow double click.
 * What carries no instant, or one that is still to come, guards nothing.
 * @throws Refusal JUST_OPENED back to the same card, with what was typed
 */
export function requireRead({ at }: Ctx, opened: string, card: { show: PageRef; typed?: Typed }): void {
  const stood = at.toMillis() - DateTime.fromISO(opened).toMillis();
  if (stood >= 0 && stood < toReadMs) throw new Refusal('JUST_OPENED', card);
}
