import type { Sandbox } from '../../sandbox/server/start-sandbox.ts';
import type { JsonObject, Message } from '../../sandbox/shared/types.ts';

/** How one message or click ended, as its sender saw it. */
export type TurnEnd =
  | { kind: 'answered'; ms: number; messageId: string; card: JsonObject | undefined }
  /** Nobody listened, or the bot died over it. */
  | { kind: 'down' }
  /** It was taken, and no answer came. */
  | { kind: 'unanswered' }
  /** The bot said no, or an error. */
  | { kind: 'refused'; words: string };

const cardType = 'application/vnd.microsoft.card.adaptive';
/** For a message that the bot has taken without answering: its answer was lost on the way. */
const answersWithinMs = 5_000;

export const cardOf = ({ attachments }: Message): JsonObject | undefined =>
  attachments.find(({ contentType }) => contentType === cardType)?.content as JsonObject | undefined;

export type Seats = ReturnType<typeof createSeats>;

/**
 * People in front of their Teams, driven without reading along in a kept chat: the answer to what someone typed is the next message of
 * the bot in their chat that is not the launch.
 */
export function createSeats(sandbox: Sandbox, launchSummary: string) {
  const waiting = new Map<string, (message: Message) => void>();
  const stop = sandbox.watch((entry) => {
    if (entry.kind !== 'delivery' || entry.message.summary === launchSummary) return;
    waiting.get(entry.message.chatId)?.(entry.message);
  });

  async function ask(key: string, text: string): Promise<TurnEnd> {
    const who = sandbox.as(key);
    const at = performance.now();
    const answer = new Promise<TurnEnd>((resolve) => {
      waiting.set(who.chatId, (message) => {
        waiting.delete(who.chatId);
        resolve({ kind: 'answered', ms: performance.now() - at, messageId: message.id, card: cardOf(message) });
      });
    });
    const status = await Promise.race([who.tell(text), answer]);
    if (typeof status !== 'number') return status;
    const end = status === 200 ? await Promise.race([answer, late()]) : undefined;
    waiting.delete(who.chatId);
    if (status === 0) return { kind: 'down' };
    return end ?? { kind: 'refused', words: `HTTP ${status}` };
  }

  async function press(key: string, messageId: string, action: { verb: string; data: JsonObject }): Promise<TurnEnd> {
    const at = performance.now();
    const { status, card, notice, error } = await sandbox.as(key).press(messageId, action.verb, action.data);
    if (status === 0) return { kind: 'down' };
    if (card === undefined) return { kind: 'refused', words: notice ?? error ?? `HTTP ${status}` };
    return { kind: 'answered', ms: performance.now() - at, messageId, card };
  }

  return { ask, press, stop };
}

const late = (): Promise<TurnEnd> =>
  new Promise((resolve) => setTimeout(() => resolve({ kind: 'unanswered' }), answersWithinMs));
