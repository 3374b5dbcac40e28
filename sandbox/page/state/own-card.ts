import { type Asked, asksByItself, refreshOf } from '../../shared/refresh.ts';
import type { JsonObject, Message } from '../../shared/types.ts';
import { api } from './session.ts';
import { cardKey, getState, nowOf, setState } from './store.ts';

/** Of this browser window, as of one client; by person and message. */
const asked = new Map<string, Asked>();

/** A card for this client alone, until the message changes. */
export function hold(message: Message, card: JsonObject) {
  const held = { revision: message.revision, card };
  setState((state) => ({ localCards: { ...state.localCards, [cardKey(state.me, message.id)]: held } }));
}

/** What the message shows is shown: for those whom its card names, their own card is asked for. */
export function shown(message: Message, card: JsonObject) {
  const { me, people, clock } = getState();
  const key = cardKey(me, message.id);
  const mri = people.find((one) => one.key === me)?.mri ?? '';
  if (asksByItself(card, { mri, now: nowOf(clock), last: asked.get(key) }))
    void askForOwnCard(message, card, 'automatic');
}

/** Whatever is answered otherwise than with a card is told to nobody: the card stays as it is. */
export async function askForOwnCard(message: Message, card: JsonObject, trigger: 'manual' | 'automatic') {
  const refresh = refreshOf(card);
  if (!refresh) return;
  const { me, clock } = getState();
  asked.set(cardKey(me, message.id), { at: nowOf(clock), card });
  const { data, ...action } = refresh.action;
  const answer = await api().execute(message.chatId, message.id, { action, data, trigger });
  if (answer.card && getState().me === me) hold(message, answer.card);
}
