import type { Json, JsonObject } from './types.ts';

/** What a card says of how its readers come to one of their own. */
export type Refresh = {
  action: { title?: string; verb: string; data: JsonObject };
  userIds: string[];
};

/** When this client asked last for what a message shows, and which stored card it asked with. */
export type Asked = { at: number; card: JsonObject };

const mostReaders = 60;
/** Milliseconds. A card that the bot has changed is asked for at once. */
const askedAgainAfter = 60_000;

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function refreshOf(card: JsonObject | undefined): Refresh | undefined {
  const { action, userIds } = isObject(card?.refresh) ? card.refresh : {};
  if (!isObject(action) || typeof action.verb !== 'string') return undefined;
  const { verb, title, data } = action;
  return {
    action: { verb, data: isObject(data) ? data : {}, ...(typeof title === 'string' ? { title } : {}) },
    userIds: Array.isArray(userIds) ? userIds.map(String) : [],
  };
}

/** Whether the client asks by itself when it shows the message to this reader. @param last undefined: not since it was started */
export function asksByItself(
  card: JsonObject,
  { mri, now, last }: { mri: string; now: number; last: Asked | undefined },
): boolean {
  const isMeant = refreshOf(card)?.userIds.slice(0, mostReaders).includes(mri) === true;
  const isDue = !last || now - last.at > askedAgainAfter || JSON.stringify(last.card) !== JSON.stringify(card);
  return isMeant && isDue;
}
