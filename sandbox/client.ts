import { CardRefusal, dataOf, findAction, type InputValues, textOf } from './card-reading.ts';
import { onMessages } from './on-messages.ts';
import { ownCards } from './own-cards.ts';
import { type ClickPick, type ClickResult, isOwed, type SeenMessage } from './seen.ts';
import type { BotAnswer } from './server/bot-link.ts';
import { requireTaken } from './server/bot-refusal.ts';
import type { Chat, Conversations } from './server/conversations.ts';
import type { Hub } from './server/hub.ts';
import type { People, Person } from './server/people.ts';
import type { PersonActs } from './server/person-acts.ts';
import type { Quiet } from './server/quiet.ts';
import { type ChannelKey, channels } from './server/tenant.ts';
import type { InvokeOutcome, JsonObject, Message, Reach } from './shared/types.ts';

export type ClientParts = {
  people: People;
  conversations: Conversations;
  acts: PersonActs;
  hub: Hub;
  quiet: Quiet;
};

export type ChatClient = ReturnType<typeof createChatClient>;
export type PersonClient = ReturnType<typeof createPersonClient>;

const quietTime = 50;
const patience = 5_000;
const cardType = 'application/vnd.microsoft.card.adaptive';

const storedCard = ({ attachments }: Message) =>
  attachments.find(({ contentType }) => contentType === cardType)?.content as JsonObject | undefined;

async function told(answer: Promise<BotAnswer | undefined>) {
  const given = await answer;
  if (given) requireTaken([given]);
}

/** One person in one chat, driven by a program. */
function createChatClient(parts: ClientParts, person: Person, chat: Chat) {
  const { conversations, acts, hub, quiet } = parts;
  const origin = { person, chat };
  const held = new Map<string, { revision: number; card: JsonObject }>();
  let cursor = 0;

  function see(raw: Message): SeenMessage {
    const local = held.get(raw.id);
    const card = local?.revision === raw.revision ? local.card : storedCard(raw);
    const { id, chatId, author, text, summary, deleted } = raw;
    const words = [text, textOf(card)].filter(Boolean).join('\n');
    return { id, chatId, author, text, summary, words, deleted, raw: structuredClone(raw), ...(card ? { card } : {}) };
  }

  const botMessagesFrom = (index: number) => chat.messages.slice(index).filter(({ author }) => author.kind === 'bot');

  /** Does something and gives what the bot put into this chat until it was quiet. */
  async function reactionTo<T>(deed: () => Promise<T>): Promise<{ result: T; messages: SeenMessage[] }> {
    const from = chat.messages.length;
    const result = await deed();
    await quiet.until(quietTime, chat.id);
    cursor = Math.max(cursor, chat.messages.length);
    return { result, messages: botMessagesFrom(from).map(see) };
  }

  function current(message: SeenMessage): SeenMessage {
    const raw = conversations.message(chat, message.id);
    if (!raw) throw new CardRefusal(`Message ${message.id} is not in this chat`);
    return see(raw);
  }

  async function invoke(
    messageId: string,
    action: { id?: string; title?: string; verb: string; data: JsonObject },
    trigger: 'manual' | 'automatic' = 'manual',
  ) {
    const { result, messages } = await reactionTo(() => acts.execute(origin, { messageId, action, trigger }));
    const raw = conversations.message(chat, messageId);
    if (raw && result.card) held.set(messageId, { revision: raw.revision, card: result.card });
    // A page that took the clicked card's place is the answer, whatever came in the same moment.
    const isInPlace = result.card !== undefined && !isOwed(result.card);
    const opened = isInPlace ? undefined : messages.find(({ card }) => card !== undefined && !isOwed(card));
    return { ...result, messages, raw, opened };
  }

  const { look, refresh, forgetAsked } = ownCards({
    mri: person.mri,
    now: conversations.now,
    stored: (message) => ({ current: current(message), card: storedCard(current(message).raw) ?? {} }),
    async ask(message, action, trigger) {
      const { messages: _messages, raw: _raw, opened: _opened, ...outcome } = await invoke(message.id, action, trigger);
      return outcome;
    },
  });

  const client = {
    chatId: chat.id,

    look,
    refresh,

    messages: (): SeenMessage[] => chat.messages.map(see),

    /** The newest message of the bot here. */
    last(): SeenMessage {
      const raw = chat.messages.findLast(({ author, deleted }) => author.kind === 'bot' && !deleted);
      if (!raw) throw new RangeError('The bot has not said anything in this chat');
      return see(raw);
    },

    /** Types a message; gives the bot's new messages. In a channel the bot does not hear it. */
    async say(text: string): Promise<SeenMessage[]> {
      return (await reactionTo(() => told(acts.say(origin, text).answer))).messages;
    },

    /** Types a message that mentions the bot. */
    async mention(text: string): Promise<SeenMessage[]> {
      return (await reactionTo(() => told(acts.say(origin, text, true).answer))).messages;
    },

    /** Types a message without waiting for what the bot says to it. @returns the HTTP status of its answer, 0 when it is not there */
    async tell(text: string): Promise<number> {
      return (await acts.say(origin, text).answer)?.status ?? 0;
    },

    /** Sends an Execute without waiting until the chat is quiet, and without looking whether a card offers it. */
    press: (messageId: string, verb: string, data: JsonObject): Promise<InvokeOutcome> =>
      acts.execute(origin, { messageId, action: { verb, data }, trigger: 'manual' }),

    /** The next message of the bot that fits, not given by `say`, `click` or `next` before; waits for it. */
    next(fits: (message: SeenMessage) => boolean = () => true, milliseconds = patience): Promise<SeenMessage> {
      const look = (): SeenMessage | undefined => {
        const index = chat.messages.findIndex((raw, at) => at >= cursor && raw.author.kind === 'bot' && fits(see(raw)));
        const raw = chat.messages[index];
        if (!raw) return undefined;
        cursor = index + 1;
        return see(raw);
      };
      const found = look();
      if (found) return Promise.resolve(found);
      return new Promise((resolve, reject) => {
        const stop = hub.listen(() => {
          const message = look();
          if (message) finish(() => resolve(message));
        });
        const timer = setTimeout(() => {
          const heard = chat.messages.slice(cursor).map((raw) => see(raw).words);
          finish(() => reject(new Error(`No such message within ${milliseconds} ms; heard: ${JSON.stringify(heard)}`)));
        }, milliseconds);
        const finish = (end: () => void) => {
          clearTimeout(timer);
          stop();
          end();
        };
      });
    },

    /** Presses an Action.Execute after checking the inputs as the client does; throws CardRefusal when the client would not send. */
    async click(
      message: SeenMessage,
      verb: string,
      inputs: InputValues = {},
      pick: ClickPick = {},
    ): Promise<ClickResult> {
      const seen = pick.stale ? message : current(message);
      if (!seen.card || seen.deleted) throw new CardRefusal(`Message ${message.id} has no card`);
      const found = findAction(seen.card, 'Action.Execute', verb, pick);
      const { id, title } = found.action;
      const { raw, opened, ...result } = await invoke(message.id, {
        verb,
        data: dataOf(found, inputs),
        ...(typeof id === 'string' ? { id } : {}),
        ...(typeof title === 'string' ? { title } : {}),
      });
      return { ...result, message: opened ?? (raw ? see(raw) : seen) };
    },

    /** Sends an Action.Execute that no card offered, as a tampered client could. */
    async forge(
      verb: string,
      data: JsonObject,
      messageId = `${Date.now()}`,
      trigger: 'manual' | 'automatic' = 'manual',
    ) {
      const { raw: _raw, opened: _opened, ...result } = await invoke(messageId, { verb, data }, trigger);
      return result;
    },

    /** The Submit fallback of a verb: a message without text whose value is the data. */
    async submit(verb: string, data: JsonObject = {}, messageId = `${Date.now()}`): Promise<SeenMessage[]> {
      const deed = () => told(acts.submit(origin, messageId, { ...data, verb }).answer);
      return (await reactionTo(deed)).messages;
    },

    async upload(name: string, bytes: Buffer, text = ''): Promise<SeenMessage[]> {
      return (await reactionTo(() => told(acts.upload(origin, { name, bytes }, text).answer))).messages;
    },

    async pasteImage(bytes: Buffer, text = ''): Promise<SeenMessage[]> {
      const contentType = bytes[0] === 0xff ? 'image/jpeg' : 'image/png';
      return (await reactionTo(() => told(acts.pasteImage(origin, { contentType, bytes }, text).answer))).messages;
    },

    ...onMessages({ acts, origin, deed: async (answer) => (await reactionTo(() => told(answer()))).messages }),

    /** Sets or takes back a reaction; this client then shows the stored card again. */
    async react(message: SeenMessage, emoji = 'like'): Promise<void> {
      await acts.react(origin, message.id, emoji);
    },

    /** Starts the client anew: cards that Execute returned are gone. */
    reload() {
      held.clear();
      forgetAsked();
    },
  };
  return client;
}

/** One person: the personal chat with the bot, the channels, and whether the app is installed. */
export function createPersonClient(parts: ClientParts, person: Person) {
  const { conversations, acts, people, quiet } = parts;
  async function setReach(reach: Reach) {
    requireTaken(await acts.setReach(person, reach));
    await quiet.until(quietTime, person.chatId);
  }
  const byChannel = new Map<ChannelKey, ChatClient>();
  return {
    ...createChatClient(parts, person, conversations.personal(person)),
    person: people.view(person),
    mri: person.mri,
    aadObjectId: person.aadObjectId,
    channel(key: ChannelKey): ChatClient {
      const found = conversations.find(channels.find((channel) => channel.key === key)?.id ?? '');
      if (!found) throw new RangeError(`No channel ${key}`);
      const client = byChannel.get(key) ?? createChatClient(parts, person, found.chat);
      byChannel.set(key, client);
      return client;
    },
    unread: () => conversations.unreadOf(person.key),
    install: () => setReach('installed'),
    uninstall: () => setReach('absent'),
    block: () => setReach('blocked'),
    /** Gets a new version of the app. */
    async upgrade(): Promise<void> {
      requireTaken(await acts.upgrade(person));
      await quiet.until(quietTime, person.chatId);
    },
    /** The chat with the bot is gone and its id with it; ask the sandbox for the person anew. */
    loseChat: () => acts.loseChat(person),
  };
}
