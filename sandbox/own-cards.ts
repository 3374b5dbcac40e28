import { CardRefusal } from './card-reading.ts';
import type { SeenMessage } from './seen.ts';
import { type Asked, asksByItself, type Refresh, refreshOf } from './shared/refresh.ts';
import type { InvokeOutcome, JsonObject } from './shared/types.ts';

type Trigger = 'manual' | 'automatic';

type Parts = {
  mri: string;
  /** Milliseconds. */
  now: () => number;
  /** The message as it is now, and the card that all its readers share. */
  stored: (message: SeenMessage) => { current: SeenMessage; card: JsonObject };
  ask: (message: SeenMessage, action: Refresh['action'], trigger: Trigger) => Promise<InvokeOutcome>;
};

/** How a reader of a card with a `refresh` comes to their own, in one client. */
export function ownCards({ mri, now, stored, ask }: Parts) {
  const asked = new Map<string, Asked>();

  async function askFor(message: SeenMessage, card: JsonObject, trigger: Trigger): Promise<InvokeOutcome> {
    const refresh = refreshOf(card);
    if (!refresh) throw new CardRefusal(`The card of message ${message.id} has no refresh`);
    asked.set(message.id, { at: now(), card });
    return ask(message, refresh.action, trigger);
  }

  return {
    /**
     * Shows a message, as whoever opens the chat sees it: the client asks for their own card when the refresh names them, and has not just
     * asked. `messages`, `last` and `next` look without showing.
     */
    async look(message: SeenMessage): Promise<SeenMessage> {
      const { card } = stored(message);
      if (asksByItself(card, { mri, now: now(), last: asked.get(message.id) }))
        await askFor(message, card, 'automatic');
      return stored(message).current;
    },

    /** Chooses “Refresh card” in the menu of the message. */
    async refresh(message: SeenMessage): Promise<InvokeOutcome & { message: SeenMessage }> {
      const outcome = await askFor(message, stored(message).card, 'manual');
      return { ...outcome, message: stored(message).current };
    },

    forgetAsked: () => asked.clear(),
  };
}
