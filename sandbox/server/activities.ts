import { randomUUID } from 'node:crypto';
import type { MovableClock } from '../clock.ts';
import type { Attachment, JsonObject } from '../shared/types.ts';
import type { WireActivity } from './bot-link.ts';
import type { Chat } from './conversations.ts';
import { escapeHtml, htmlCopy } from './html-copy.ts';
import { createMessageActivities } from './message-activities.ts';
import type { Origin } from './origin.ts';
import { botAccount, team, tenantId } from './tenant.ts';

export type Activities = ReturnType<typeof createActivities>;

const zoneName = 'Asia/Ho_Chi_Minh';

export const timestampsOf = (clock: MovableClock) => ({
  timestamp: clock.now().toUTC().toISO() ?? '',
  localTimestamp: clock.now().toISO() ?? '',
});

const clientInfo = (platform: string) => ({
  type: 'clientInfo',
  locale: 'vi-VN',
  country: 'VN',
  platform,
  timezone: zoneName,
});

export const mentionOfBot = `<at>${botAccount.name}</at>`;

/** Builds activities with the fields that Teams sends. */
export function createActivities(clock: MovableClock, serviceUrl: () => string) {
  function base({ person, chat, threadId }: Origin): WireActivity {
    const thread = chat.channel && threadId ? `${chat.id};messageid=${threadId}` : chat.id;
    return {
      type: 'message',
      id: `f:${randomUUID()}`,
      ...timestampsOf(clock),
      localTimezone: zoneName,
      serviceUrl: serviceUrl(),
      channelId: 'msteams',
      from: { id: person.mri, name: person.fullName, aadObjectId: person.aadObjectId },
      recipient: botAccount,
      conversation: chat.channel
        ? { isGroup: true, conversationType: 'channel', tenantId, id: thread }
        : { conversationType: 'personal', tenantId, id: chat.id },
      entities: [clientInfo('Web')],
      channelData: chat.channel ? channelDataOf(chat) : { tenant: { id: tenantId } },
      locale: 'vi-VN',
    };
  }

  function typed(origin: Origin, { messageId, text }: { messageId: string; text: string }): WireActivity {
    const html = `<p>${escapeHtml(text)}</p>`;
    return { ...base(origin), id: messageId, text, textFormat: 'plain', attachments: [htmlCopy(html)] };
  }

  return {
    typed,
    ...createMessageActivities(base, typed),

    /** A channel message that mentions the bot; `text` is what stands after the mention. */
    mention(origin: Origin, { messageId, text }: { messageId: string; text: string }): WireActivity {
      const mentioned = { id: botAccount.id, name: botAccount.name };
      return {
        ...base(origin),
        id: messageId,
        text: `${mentionOfBot}&nbsp;${escapeHtml(text)}`,
        textFormat: 'plain',
        entities: [{ type: 'mention', mentioned, text: mentionOfBot }, clientInfo('Web')],
        attachments: [
          htmlCopy(
            `<p><span itemtype="http://schema.skype.com/Mention" itemscope="" itemid="0">${botAccount.name}</span>&nbsp;${escapeHtml(text)}</p>`,
          ),
        ],
      };
    },

    withAttachment(origin: Origin, message: { messageId: string; attachment: Attachment; text: string }): WireActivity {
      const { messageId, attachment, text } = message;
      const html = text ? `<div><div>${escapeHtml(text)}</div></div>` : '<div></div>';
      return {
        ...base(origin),
        id: messageId,
        ...(text ? { text, textFormat: 'plain' } : {}),
        attachments: [attachment, htmlCopy(html)],
      };
    },

    /** The answer to Action.Submit: a message without text. */
    submit(origin: Origin, { messageId, value }: { messageId: string; value: JsonObject }): WireActivity {
      return { ...base(origin), value, replyToId: messageId, channelData: submitData(origin) };
    },

    /** A messageBack button: text and value in one message. */
    messageBack(origin: Origin, back: { messageId: string; text: string; value: unknown }): WireActivity {
      const { messageId, text, value } = back;
      return { ...base(origin), text, textFormat: 'plain', value, replyToId: messageId };
    },

    execute(origin: Origin, { messageId, action, trigger }: Execution): WireActivity {
      return {
        ...base(origin),
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', ...action }, trigger },
        replyToId: messageId,
        channelData: submitData(origin),
      };
    },

    reaction(origin: Origin, reaction: { messageId: string; emoji: string; added: boolean }): WireActivity {
      const { messageId, emoji, added } = reaction;
      const field = added ? 'reactionsAdded' : 'reactionsRemoved';
      return { ...base(origin), type: 'messageReaction', [field]: [{ type: emoji }], replyToId: messageId };
    },

    installation(origin: Origin, action: 'add' | 'add-upgrade' | 'remove'): WireActivity {
      return { ...base(origin), type: 'installationUpdate', action };
    },

    botAdded(origin: Origin): WireActivity {
      const activity = base(origin);
      return {
        ...activity,
        type: 'conversationUpdate',
        membersAdded: [{ id: botAccount.id }],
        channelData: origin.chat.channel
          ? { ...channelDataOf(origin.chat), eventType: 'teamMemberAdded' }
          : activity.channelData,
      };
    },
  };
}

export type Execution = {
  messageId: string;
  action: { id?: string; verb: string; title?: string; data: JsonObject };
  trigger: 'manual' | 'automatic';
};

const submitData = ({ chat }: Origin) => ({
  ...(chat.channel ? channelDataOf(chat) : { tenant: { id: tenantId } }),
  source: { name: 'message' },
});

function channelDataOf(chat: Chat) {
  return {
    teamsChannelId: chat.id,
    teamsTeamId: team.id,
    channel: { id: chat.id, ...(chat.channel?.key === 'general' ? {} : { name: chat.channel?.name }) },
    team: { id: team.id, name: team.name, aadGroupId: team.aadGroupId },
    tenant: { id: tenantId },
  };
}
