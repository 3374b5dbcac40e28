import type { Message } from '../shared/types.ts';
import type { WireActivity } from './bot-link.ts';
import { escapeHtml, htmlCopy } from './html-copy.ts';
import type { Origin } from './origin.ts';

type Said = { messageId: string; text: string };
/** A message that another one is about, and who wrote it. */
export type About = { message: Message; sender: { id: string; name: string } };

const previewLength = 120;

/** What is told by a card is its summary. */
export const wordsOf = ({ text, summary }: Message) => text || summary;

const pictureOf = ({ attachments }: Message) => attachments.find(({ contentType }) => contentType.startsWith('image/'));

/** Activities about messages that stand already. `typed` builds that of a typed message, `base` the common part. */
export function createMessageActivities(
  base: (origin: Origin) => WireActivity,
  typed: (origin: Origin, said: Said) => WireActivity,
) {
  const changed = (activity: WireActivity, type: string, eventType: string): WireActivity => ({
    ...activity,
    type,
    channelData: { ...(activity.channelData as object), eventType },
  });

  return {
    edited: (origin: Origin, said: Said) => changed(typed(origin, said), 'messageUpdate', 'editMessage'),

    deleted: (origin: Origin, messageId: string) =>
      changed({ ...base(origin), id: messageId }, 'messageDelete', 'softDeleteMessage'),

    /** In the text a sign stands for what is quoted; the copy in HTML has its beginning. */
    quoted(origin: Origin, said: Said, { message, sender }: About): WireActivity {
      const activity = typed(origin, said);
      const preview = wordsOf(message).slice(0, previewLength);
      const quotedReply = { messageId: message.id, senderId: sender.id, senderName: sender.name, preview };
      const quote =
        `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="${message.id}">` +
        `<strong itemprop="mri" itemid="${sender.id}">${escapeHtml(sender.name)}</strong>` +
        `<span itemprop="time" itemid="${message.id}"></span>` +
        `<p itemprop="preview">${escapeHtml(preview)}</p></blockquote>`;
      return {
        ...activity,
        text: `<quoted messageId="${message.id}"/>${said.text}`,
        entities: [{ type: 'quotedReply', quotedReply }, ...(activity.entities as object[])],
        attachments: [htmlCopy(`${quote}<p>${escapeHtml(said.text)}</p>`)],
      };
    },

    /** The words are the sender's own and then those forwarded; pictures and files stand in the copy alone. */
    forwarded(origin: Origin, { messageId, text }: Said, { message }: About): WireActivity {
      const words = wordsOf(message);
      const [file] = message.attachments.filter(({ contentType }) => contentType.includes('file.download'));
      const inside = [
        `<p>${escapeHtml(words)}</p>`,
        pictureOf(message) && `<p><img src="${pictureOf(message)?.contentUrl}" alt="image"></p>`,
        file && `<attachment id="${message.id}"></attachment>`,
      ];
      const html = `<blockquote itemtype="http://schema.skype.com/Forward">${inside.filter(Boolean).join('')}</blockquote>`;
      return {
        ...typed(origin, { messageId, text: [text, words].filter(Boolean).join('\r\n\r\n') }),
        attachments: [htmlCopy(`${text && `<p>${escapeHtml(text)}</p>`}${html}`)],
      };
    },
  };
}
