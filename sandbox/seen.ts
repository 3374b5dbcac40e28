import type { Pick } from './card-reading.ts';
import type { InvokeOutcome, JsonObject, Message } from './shared/types.ts';

/** A message as one client shows it: with the card that an Execute returned to this client, if it still holds. */
export type SeenMessage = {
  id: string;
  chatId: string;
  author: Message['author'];
  text: string;
  summary: string;
  card?: JsonObject;
  /** All words of the text and the card. */
  words: string;
  deleted: boolean;
  raw: Message;
};

export type ClickResult = InvokeOutcome & {
  /** What the bot put into the chat until it was idle. */
  messages: SeenMessage[];
  /** Where the answer stands, as this client shows it now: the clicked message, or the one that was posted below it. */
  message: SeenMessage;
};

/** `stale` clicks the card as it was when the message was read, as a second window of the same person could. */
export type ClickPick = Pick & { stale?: boolean };

/** What the bot owed says with each action which delivery it is; an answer does not. */
export const isOwed = (card: JsonObject): boolean => JSON.stringify(card).includes('"delivery":');
