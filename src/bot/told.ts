import { handsIn } from '../pipeline/form-stamp.ts';
import type { Turn } from '../pipeline/turn.ts';
import { type Delivery, tells } from '../records/message.ts';
import type { Loaded } from '../records/record.ts';
import { type Arrival, claimed } from './arrive.ts';
import type { Incoming } from './incoming.ts';

/**
 * The message that was clicked, when it is one by which we told this person something: it stays as it was sent, and what the click opens comes
 * below it. Undefined for answers, which people turn over like pages, and in channels, where nothing is posted for one reader.
 */
export async function toldBy(turn: Turn, { incoming, invoke }: Arrival): Promise<Loaded<Delivery> | undefined> {
  if (!invoke || !incoming.personal || incoming.delivery === '') return undefined;
  const delivery = await claimed(turn, incoming.delivery);
  // A card is a claim: one that names somebody else's message, or one that was never sent, is any card of theirs.
  const isTheirs = delivery !== undefined && delivery.data.to === turn.by && delivery.data.attempts > 0;
  return isTheirs && tells(delivery.data) ? delivery : undefined;
}

/** Whether something was asked on the card itself, and the click hands it in. */
export const isFilledIn = ({ asked }: Incoming): boolean => asked.kind === 'verb' && handsIn(asked.data);

/** The same for the second of two clicks, and for one that is delivered again under a new id. */
export const clickOf = ({ conversationId, messageId, asked }: Incoming): string =>
  JSON.stringify([conversationId, messageId, asked]);
