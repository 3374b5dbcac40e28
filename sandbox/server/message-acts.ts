import type { Message } from '../shared/types.ts';
import type { Activities } from './activities.ts';
import type { BotAnswer, WireActivity } from './bot-link.ts';
import type { Conversations } from './conversations.ts';
import { HttpProblem } from './http.ts';
import { type About, wordsOf } from './message-activities.ts';
import type { Origin } from './origin.ts';
import type { People } from './people.ts';
import { botAccount } from './tenant.ts';

type Parts = {
  people: People;
  conversations: Conversations;
  activities: Activities;
  tell: (origin: Origin, activity: WireActivity) => Promise<BotAnswer | undefined>;
};

const no = (status: number, message: string) => new HttpProblem(status, { error: { code: 'NotAllowed', message } });

/** What a person can do to a message that stands already. @throws HttpProblem where Teams does not offer it */
export function createMessageActs({ people, conversations, activities, tell }: Parts) {
  function standing({ chat }: Origin, messageId: string): Message {
    const message = conversations.message(chat, messageId);
    if (!message || message.deleted) throw no(404, 'No such message.');
    return message;
  }

  function own(origin: Origin, messageId: string): Message {
    const message = standing(origin, messageId);
    const { author } = message;
    if (author.kind !== 'person' || author.key !== origin.person.key) throw no(403, 'Not a message of this person.');
    return message;
  }

  function about(origin: Origin, messageId: string): About {
    const message = standing(origin, messageId);
    const person = message.author.kind === 'person' ? people.get(message.author.key) : undefined;
    return { message, sender: person ? { id: person.mri, name: person.fullName } : botAccount };
  }

  /** Of a channel the bot hears what mentions it, and no more of that later. */
  const hears = (origin: Origin, activity: () => WireActivity) =>
    origin.chat.channel ? Promise.resolve(undefined) : tell(origin, activity());

  /** A new message that holds another one. */
  function holding(origin: Origin, text: string, of: { message: Message; isForwarded: boolean }): Message {
    const { message, isForwarded } = of;
    const quote = { author: message.author, text: wordsOf(message), isForwarded };
    const author = { kind: 'person', key: origin.person.key } as const;
    return conversations.add(origin.chat, { author, text, textFormat: 'plain', quote });
  }

  return {
    edit(origin: Origin, messageId: string, text: string) {
      const { attachments } = own(origin, messageId);
      const patch = { text, textFormat: 'plain', attachments, edited: true } as const;
      const message = conversations.edit(origin.chat, messageId, patch);
      return { message, answer: hears(origin, () => activities.edited(origin, { messageId, text })) };
    },

    remove(origin: Origin, messageId: string) {
      own(origin, messageId);
      const message = conversations.remove(origin.chat, messageId);
      return { message, answer: hears(origin, () => activities.deleted(origin, messageId)) };
    },

    /** Answers a message of the chat by quoting it; in a channel one replies in the thread instead. */
    quote(origin: Origin, messageId: string, text: string) {
      if (origin.chat.channel) throw no(400, 'In a channel nothing is quoted.');
      const quoted = about(origin, messageId);
      const message = holding(origin, text, { message: quoted.message, isForwarded: false });
      return { message, answer: tell(origin, activities.quoted(origin, { messageId: message.id, text }, quoted)) };
    },

    /** Forwards a message of any chat to the assistant, with or without words of one's own. */
    forward(from: Origin, messageId: string, text = '') {
      const origin: Origin = { person: from.person, chat: conversations.personal(from.person) };
      const forwarded = about(from, messageId);
      const message = holding(origin, text, { message: forwarded.message, isForwarded: true });
      return {
        message,
        answer: tell(origin, activities.forwarded(origin, { messageId: message.id, text }, forwarded)),
      };
    },
  };
}
