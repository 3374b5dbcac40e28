import type { MovableClock } from '../clock.ts';
import type { Attachment, Author, ChatView, Message, Reach, SuggestedAction } from '../shared/types.ts';
import type { Audience, Hub } from './hub.ts';
import type { People, Person } from './people.ts';
import { type ChannelInfo, channels } from './tenant.ts';

export type Chat = {
  id: string;
  /** The owner of a personal chat. */
  owner?: Person;
  channel?: ChannelInfo;
  messages: Message[];
  byId: Map<string, Message>;
  unread: Map<string, number>;
  lastId: number;
};

export type NewMessage = {
  author: Author;
  threadId?: string | undefined;
  text?: string | undefined;
  textFormat?: Message['textFormat'] | undefined;
  attachments?: Attachment[] | undefined;
  suggestedActions?: SuggestedAction[] | undefined;
  summary?: string | undefined;
  quote?: Message['quote'];
};

export type MessagePatch = Pick<NewMessage, 'text' | 'textFormat' | 'attachments' | 'suggestedActions' | 'summary'> & {
  /** By a person: an edit of the bot bears no mark. */
  edited?: boolean;
};

export type Conversations = ReturnType<typeof createConversations>;

type Parts = {
  clock: MovableClock;
  people: People;
  hub: Hub;
  keep: 'everything' | 'nothing';
};

const snippetLength = 120;

/** Chats and channels with their messages. The only place where a message changes. */
export function createConversations({ clock, people, hub, keep }: Parts) {
  const chats = new Map<string, Chat>();

  function open(id: string): Chat | undefined {
    const known = chats.get(id);
    if (known) return known;
    const owner = people.find(id);
    const channel = channels.find((candidate) => candidate.id === id);
    if (owner ? owner.chatId !== id : !channel) return undefined;
    const chat: Chat = { id, messages: [], byId: new Map(), unread: new Map(), lastId: 0 };
    if (owner) chat.owner = owner;
    else if (channel) chat.channel = channel;
    chats.set(id, chat);
    return chat;
  }

  /** Accepts the bare id and the thread form `19:…;messageid=…`. */
  function find(conversationId: string): { chat: Chat; threadId?: string } | undefined {
    const [id = '', thread] = conversationId.split(';messageid=');
    const chat = open(id);
    if (!chat) return undefined;
    return thread ? { chat, threadId: thread } : { chat };
  }

  const membersOf = (chat: Chat) =>
    chat.owner ? [chat.owner] : chat.channel ? people.ofChannel(chat.channel.key) : [];
  const audienceOf = (chat: Chat): Audience => new Set(membersOf(chat).map((person) => person.key));

  function add(chat: Chat, input: NewMessage): Message {
    chat.lastId = Math.max(chat.lastId + 1, clock.now().toMillis());
    const id = String(chat.lastId);
    const message: Message = {
      id,
      chatId: chat.id,
      threadId: input.threadId ?? id,
      author: input.author,
      text: input.text ?? '',
      textFormat: input.textFormat ?? 'markdown',
      attachments: input.attachments ?? [],
      suggestedActions: input.suggestedActions ?? [],
      summary: input.summary ?? '',
      sentAt: clock.now().toISO() ?? '',
      deleted: false,
      reactions: {},
      revision: 0,
      ...(input.quote && { quote: input.quote }),
    };
    if (keep === 'nothing') return message;
    chat.messages.push(message);
    chat.byId.set(id, message);
    countUnread(chat, message);
    hub.emit({ type: 'message', message, notify: message.author.kind === 'bot' }, audienceOf(chat));
    return message;
  }

  function countUnread(chat: Chat, { author }: Message) {
    if (author.kind === 'system') return;
    const readers = membersOf(chat).filter((person) => author.kind === 'bot' || author.key !== person.key);
    for (const { key } of readers) chat.unread.set(key, (chat.unread.get(key) ?? 0) + 1);
    hub.emit({ type: 'unread', totals: Object.fromEntries(readers.map(({ key }) => [key, unreadOf(key)])) });
  }

  function unreadOf(key: string): number {
    const person = people.get(key);
    const mine = [person.chatId, ...people.channelsOf(person).map((channel) => channel.id)];
    return mine.reduce((sum, id) => sum + (chats.get(id)?.unread.get(key) ?? 0), 0);
  }

  function touch(chat: Chat, message: Message) {
    message.revision += 1;
    hub.emit({ type: 'changed', message }, audienceOf(chat));
  }

  /** Edits without a notice; of a person's edit there is a mark. */
  function edit(chat: Chat, messageId: string, patch: MessagePatch): Message | undefined {
    const message = chat.byId.get(messageId);
    if (!message || message.deleted) return undefined;
    message.text = patch.text ?? '';
    message.textFormat = patch.textFormat ?? 'markdown';
    message.attachments = patch.attachments ?? [];
    message.suggestedActions = patch.suggestedActions ?? [];
    message.summary = patch.summary ?? '';
    if (patch.edited) message.edited = true;
    touch(chat, message);
    return message;
  }

  function remove(chat: Chat, messageId: string): Message | undefined {
    const message = chat.byId.get(messageId);
    if (!message || message.deleted) return undefined;
    Object.assign(message, { deleted: true, text: '', attachments: [], suggestedActions: [], summary: '' });
    delete message.quote;
    touch(chat, message);
    return message;
  }

  /** Sets or takes back a person's reaction; every client then drops the card that an Execute returned to it. */
  function react(
    chat: Chat,
    messageId: string,
    reaction: { key: string; emoji: string },
  ): 'added' | 'removed' | undefined {
    const message = chat.byId.get(messageId);
    if (!message || message.deleted) return undefined;
    const keys = message.reactions[reaction.emoji] ?? [];
    const had = keys.includes(reaction.key);
    const left = had ? keys.filter((key) => key !== reaction.key) : [...keys, reaction.key];
    if (left.length) message.reactions[reaction.emoji] = left;
    else delete message.reactions[reaction.emoji];
    touch(chat, message);
    return had ? 'removed' : 'added';
  }

  function markRead(chat: Chat, key: string) {
    if (!chat.unread.delete(key)) return;
    hub.emit({ type: 'unread', totals: { [key]: unreadOf(key) } });
  }

  function viewOf(chat: Chat, key: string): ChatView {
    const last = chat.messages.findLast((message) => !message.deleted);
    const view: ChatView = {
      id: chat.id,
      kind: chat.owner ? 'personal' : 'channel',
      key: chat.channel?.key ?? 'personal',
      name: chat.channel?.name ?? '',
      unread: chat.unread.get(key) ?? 0,
    };
    if (last) view.last = { text: snippetOf(last), sentAt: last.sentAt, author: last.author };
    return view;
  }

  return {
    /** Whether messages can be looked up; otherwise the bot's word for their ids is taken. */
    keeps: keep === 'everything',
    /** Milliseconds, by the sandbox's clock. */
    now: () => clock.now().toMillis(),
    find,
    add,
    edit,
    remove,
    react,
    markRead,
    unreadOf,
    membersOf,
    message: (chat: Chat, messageId: string) => chat.byId.get(messageId),
    /** The chat of a person with the bot. */
    personal(person: Person): Chat {
      const chat = open(person.chatId);
      if (!chat) throw new RangeError(`No personal chat for ${person.key}`);
      return chat;
    },
    /** Forgets a chat and what stood in it. */
    drop(chatId: string, person: string) {
      chats.delete(chatId);
      hub.emit({ type: 'chatLost', person }, new Set([person]));
    },
    reachChanged: (person: string, reach: Reach) => hub.emit({ type: 'reach', person, reach }),
    /** The chats that a person sees; nobody can open another person's personal chat. */
    viewsFor(person: Person): ChatView[] {
      const ids = [person.chatId, ...people.channelsOf(person).map((channel) => channel.id)];
      return ids.map((id) => open(id)).flatMap((chat) => (chat ? [viewOf(chat, person.key)] : []));
    },
    canRead: (chat: Chat, person: Person) =>
      chat.owner ? chat.owner.key === person.key : membersOf(chat).some((member) => member.key === person.key),
    typing: (chat: Chat) => hub.emit({ type: 'typing', chatId: chat.id }, audienceOf(chat)),
    working: (chat: Chat, key: string, working: boolean) =>
      hub.emit({ type: 'working', chatId: chat.id, working }, new Set([key])),
    save: () => [...chats.values()].map((chat) => ({ id: chat.id, messages: chat.messages, unread: [...chat.unread] })),
    restore(saved: SavedChat[]) {
      for (const { id, messages, unread } of saved) {
        const chat = open(id);
        if (!chat) continue;
        chat.messages = messages;
        chat.byId = new Map(messages.map((message) => [message.id, message]));
        chat.unread = new Map(unread);
        chat.lastId = Number(messages.at(-1)?.id ?? 0);
      }
    },
  };
}

export type SavedChat = { id: string; messages: Message[]; unread: [string, number][] };

function snippetOf(message: Message): string {
  const named = message.attachments.find((attachment) => attachment.name)?.name;
  return (message.text || message.summary || named || '').replaceAll(/\s+/g, ' ').slice(0, snippetLength);
}
