import type { Attachment, InvokeOutcome, Json, JsonObject, Message, Reach } from '../shared/types.ts';
import { type Activities, type Execution, mentionOfBot } from './activities.ts';
import type { BotAnswer, BotLink, WireActivity } from './bot-link.ts';
import type { Chat, Conversations } from './conversations.ts';
import { createMessageActs } from './message-acts.ts';
import type { Origin } from './origin.ts';
import type { People, Person } from './people.ts';
import { team } from './tenant.ts';
import type { Uploads } from './uploads.ts';

export type PersonActs = ReturnType<typeof createPersonActs>;

/** A message that a person put into a chat, and the bot's answer to it; `undefined` when the bot is not told. */
export type Sent = { message: Message; answer: Promise<BotAnswer | undefined> };

type Parts = {
  people: People;
  conversations: Conversations;
  activities: Activities;
  link: BotLink;
  uploads: Uploads;
  urls: { connector: () => string; origin: () => string };
};

/** What a person can do in Teams. The page and the test client both act through here. */
export function createPersonActs({ people, conversations, activities, link, uploads, urls }: Parts) {
  async function tell({ person, chat }: Origin, activity: WireActivity): Promise<BotAnswer | undefined> {
    if (!reaches(person, chat)) return undefined;
    conversations.working(chat, person.key, true);
    try {
      return await link.post(activity);
    } finally {
      conversations.working(chat, person.key, false);
    }
  }

  /** A person without the app, or who blocked it, writes into a chat that the bot does not hear. */
  const reaches = (person: Person, chat: Chat) => chat.channel !== undefined || people.isReached(person.key);

  const inThread = (origin: Origin, messageId: string): Origin => ({
    ...origin,
    threadId: conversations.message(origin.chat, messageId)?.threadId ?? origin.threadId,
  });

  const author = ({ person }: Origin) => ({ kind: 'person', key: person.key }) as const;

  /** In a channel the bot hears only what mentions it. */
  function say(origin: Origin, text: string, mention = false): Sent {
    const { chat, threadId } = origin;
    const shown = mention ? `${mentionOfBot} ${text}` : text;
    const message = conversations.add(chat, { author: author(origin), threadId, text: shown, textFormat: 'plain' });
    const messageId = message.id;
    if (!chat.channel) return { message, answer: tell(origin, activities.typed(origin, { messageId, text })) };
    if (!mention) return { message, answer: Promise.resolve(undefined) };
    const thread = { ...origin, threadId: message.threadId };
    return { message, answer: tell(thread, activities.mention(thread, { messageId, text })) };
  }

  function attach(origin: Origin, attachment: Attachment, text: string): Sent {
    const message = conversations.add(origin.chat, {
      author: author(origin),
      text,
      textFormat: 'plain',
      attachments: [attachment],
    });
    // The bot file API is personal only; a file put into a channel lies in SharePoint and the bot is not told.
    if (origin.chat.channel) return { message, answer: Promise.resolve(undefined) };
    const messageId = message.id;
    return { message, answer: tell(origin, activities.withAttachment(origin, { messageId, attachment, text })) };
  }

  const install = async (origin: Origin): Promise<BotAnswer[]> => [
    await link.post(activities.installation(origin, 'add')),
    await link.post(activities.botAdded(origin)),
  ];

  return {
    say,
    ...createMessageActs({ people, conversations, activities, tell }),

    upload(origin: Origin, file: { name: string; bytes: Buffer }, text = ''): Sent {
      const upload = uploads.put(file.name, file.bytes);
      const fileType = file.name.includes('.') ? (file.name.split('.').at(-1) ?? '') : '';
      const path = `${urls.origin()}/download/${upload.id}`;
      const attachment: Attachment = {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        content: { downloadUrl: `${path}?tempauth=${upload.id}`, uniqueId: upload.id, fileType },
        name: file.name,
        contentUrl: `${urls.origin()}/personal/${origin.person.key}/${encodeURIComponent(file.name)}`,
      };
      return attach(origin, attachment, text);
    },

    /** A camera or clipboard image: no name, on the connector's host, to be fetched with the bot's token. */
    pasteImage(origin: Origin, image: { contentType: 'image/png' | 'image/jpeg'; bytes: Buffer }, text = ''): Sent {
      const upload = uploads.put('image', image.bytes);
      const contentUrl = `${urls.connector()}v3/attachments/${upload.id}/views/original`;
      return attach(origin, { contentType: image.contentType, contentUrl }, text);
    },

    /** Action.Submit, with the `msteams` forms that Teams turns into typed messages. */
    submit(origin: Origin, messageId: string, value: JsonObject): Sent | { message?: never; answer: Sent['answer'] } {
      const back = readTeamsBack(value);
      if (back?.type === 'imBack') return say(origin, back.value, origin.chat.channel !== undefined);
      if (back?.type === 'messageBack') {
        const told = activities.messageBack(origin, { messageId, text: back.text, value: back.value });
        if (!back.displayText) return { answer: tell(origin, told) };
        const shown = { author: author(origin), text: back.displayText, textFormat: 'plain' } as const;
        const message = conversations.add(origin.chat, shown);
        return { message, answer: tell(origin, { ...told, id: message.id }) };
      }
      return { answer: tell(origin, activities.submit(inThread(origin, messageId), { messageId, value })) };
    },

    /** Action.Execute. The card of the answer is for this client only and is not stored. */
    async execute(origin: Origin, execution: Execution): Promise<InvokeOutcome> {
      if (!reaches(origin.person, origin.chat)) return { status: 0, error: 'BotNotInConversationRoster' };
      conversations.working(origin.chat, origin.person.key, true);
      try {
        return readInvokeAnswer(
          await link.invoke(activities.execute(inThread(origin, execution.messageId), execution)),
        );
      } finally {
        conversations.working(origin.chat, origin.person.key, false);
      }
    },

    async react(origin: Origin, messageId: string, emoji: string): Promise<BotAnswer | undefined> {
      const done = conversations.react(origin.chat, messageId, { key: origin.person.key, emoji });
      const isBots = conversations.message(origin.chat, messageId)?.author.kind === 'bot';
      if (!done || !isBots) return undefined;
      return tell(origin, activities.reaction(origin, { messageId, emoji, added: done === 'added' }));
    },

    /** Installs, removes, blocks or unblocks the app for one person; the bot hears of installing and removing only. */
    async setReach(person: Person, reach: Reach): Promise<BotAnswer[]> {
      const before = people.reachOf(person.key);
      const origin = { person, chat: conversations.personal(person) };
      people.setReach(person.key, reach);
      conversations.reachChanged(person.key, reach);
      if (before === 'absent' && reach !== 'absent') return install(origin);
      if (before !== 'absent' && reach === 'absent')
        return [await link.post(activities.installation(origin, 'remove'))];
      return [];
    },

    /** A new version of the app, for one person who has it. */
    async upgrade(person: Person): Promise<BotAnswer[]> {
      const origin = { person, chat: conversations.personal(person) };
      const has = people.reachOf(person.key) !== 'absent';
      return has ? [await link.post(activities.installation(origin, 'add-upgrade'))] : [];
    },

    /** The chat with the bot is gone: the bot finds a 404 under its old id until it creates a conversation or the person writes in the new one. */
    loseChat(person: Person): void {
      const { chatId } = person;
      people.loseChat(person.key);
      conversations.drop(chatId, person.key);
    },

    /** Adds the app to the team, in the name of `person`. */
    async installTeam(person: Person): Promise<BotAnswer[]> {
      const found = conversations.find(team.id);
      people.setTeamInstalled(true);
      return found ? install({ person, chat: found.chat }) : [];
    },

    /** Takes the app out of the team, in the name of `person`. */
    async removeFromTeam(person: Person): Promise<BotAnswer[]> {
      const found = conversations.find(team.id);
      people.setTeamInstalled(false);
      return found ? [await link.post(activities.installation({ person, chat: found.chat }, 'remove'))] : [];
    },
  };
}

type TeamsBack =
  | { type: 'imBack'; value: string }
  | { type: 'messageBack'; text: string; displayText: string; value: Json };

function readTeamsBack(data: JsonObject): TeamsBack | undefined {
  const msteams = data.msteams;
  if (!msteams || typeof msteams !== 'object' || Array.isArray(msteams)) return undefined;
  const text = (name: string) => (typeof msteams[name] === 'string' ? msteams[name] : '');
  if (msteams.type === 'imBack') return { type: 'imBack', value: text('value') };
  if (msteams.type !== 'messageBack') return undefined;
  const { msteams: _buttons, ...inputs } = data;
  return {
    type: 'messageBack',
    text: text('text'),
    displayText: text('displayText'),
    value: (msteams.value ?? inputs) as Json,
  };
}

const cardAnswer = 'application/vnd.microsoft.card.adaptive';
const noticeAnswer = 'application/vnd.microsoft.activity.message';

function readInvokeAnswer({ status, body }: BotAnswer): InvokeOutcome {
  if (status !== 200 || typeof body !== 'object' || body === null) return { status, error: textOf(body) };
  const { type, value, statusCode } = body as { type?: unknown; value?: unknown; statusCode?: unknown };
  const inner = typeof statusCode === 'number' ? statusCode : status;
  if (type === cardAnswer && typeof value === 'object' && value !== null)
    return { status: inner, card: value as JsonObject };
  if (type === noticeAnswer) return { status: inner, notice: textOf(value) };
  if (type === undefined && value === undefined) return { status: inner };
  return { status: inner, error: textOf(value) };
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string')
    return value.message;
  return value === undefined ? '' : JSON.stringify(value);
}
