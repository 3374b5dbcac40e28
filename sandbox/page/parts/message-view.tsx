import { memo } from 'preact/compat';
import { refreshOf } from '../../shared/refresh.ts';
import type { JsonObject, Message } from '../../shared/types.ts';
import { markdownToHtml } from '../card/markdown.ts';
import { timeOf } from '../format/time.ts';
import { askForOwnCard } from '../state/own-card.ts';
import { api } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useTexts } from '../texts/use-texts.ts';
import { Avatar, BotAvatar } from './avatar.tsx';
import { CardView } from './card-view.tsx';
import { FileView, ImageView, isFile, isImage } from './file-view.tsx';
import { Icon } from './icon.tsx';

type Props = { message: Message; continues?: boolean; inThread?: boolean };

const cardType = 'application/vnd.microsoft.card.adaptive';

/** One message: a bubble, a card, files, reactions. Drawn anew only when the message changes. */
export const MessageView = memo(function MessageView({ message, continues = false, inThread = false }: Props) {
  const texts = useTexts();
  const { author } = message;
  const me = useStore((state) => state.me);
  const person = useStore((state) =>
    author.kind === 'person' ? state.people.find(({ key }) => key === author.key) : undefined,
  );
  const botName = useStore((state) => state.botName);
  const mine = author.kind === 'person' && author.key === me;
  const name = person?.fullName ?? botName;
  const time = timeOf(Date.parse(message.sentAt));
  const showsHead = inThread || !continues;
  return (
    <div
      class={`message ${mine && !inThread ? 'message-mine' : ''} ${continues ? 'message-continues' : ''}`}
      data-testid="message"
      data-message-id={message.id}
      data-author={author.kind === 'person' ? author.key : author.kind}
    >
      {(!mine || inThread) && (
        <span class="message-avatar">
          {showsHead && (person ? <Avatar id={person.key} name={name} /> : <BotAvatar />)}
        </span>
      )}
      <div class="message-main">
        {showsHead && (
          <p class="message-head">
            {(!mine || inThread) && <span class="message-author">{name}</span>}
            <time dateTime={message.sentAt}>{time}</time>
          </p>
        )}
        <div class="message-body">
          {message.deleted ? <p class="bubble bubble-deleted">{texts.deleted}</p> : <Content message={message} />}
          {!message.deleted && <Tools message={message} me={me} />}
        </div>
      </div>
    </div>
  );
});

function Content({ message }: { message: Message }) {
  const { attachments, text } = message;
  return (
    <>
      {text && <Bubble message={message} />}
      {attachments.map((attachment, index) => {
        const key = `${message.id} ${index}`;
        if (attachment.contentType === cardType) {
          return <CardView key={key} message={message} card={attachment.content as JsonObject} />;
        }
        if (isImage(attachment)) return <ImageView key={key} attachment={attachment} />;
        return isFile(attachment) ? <FileView key={key} attachment={attachment} /> : null;
      })}
      {message.suggestedActions.length > 0 && (
        <div class="suggested">
          {message.suggestedActions.map((action) => (
            <button
              type="button"
              class="chip-button"
              key={action.title}
              onClick={() => void api().say(message.chatId, { text: action.value, mention: false })}
            >
              {action.title}
            </button>
          ))}
        </div>
      )}
    </>
  );
}

function Bubble({ message: { text, textFormat } }: { message: Message }) {
  if (textFormat !== 'plain') {
    // The source is escaped before any mark is made of it.
    return <div class="bubble markdown" dangerouslySetInnerHTML={{ __html: markdownToHtml(text) }} />;
  }
  const parts = text.split(/<at>(.*?)<\/at>/);
  return <p class="bubble">{parts.map((part, index) => (index % 2 ? <span class="mention">{part}</span> : part))}</p>;
}

const emojis = ['like', 'heart'] as const;

/** Reactions, and what stands in Teams' menu of a message: whoever has no card of their own by itself asks for it there. */
function Tools({ message, me }: { message: Message; me: string }) {
  const texts = useTexts();
  const card = message.attachments.find(({ contentType }) => contentType === cardType)?.content as
    | JsonObject
    | undefined;
  const given = emojis.filter((emoji) => message.reactions[emoji]?.length);
  return (
    <>
      {given.length > 0 && (
        <span class="reactions">
          {given.map((emoji) => (
            <button
              type="button"
              key={emoji}
              class={`reaction reaction-${emoji}`}
              aria-label={texts[emoji]}
              aria-pressed={message.reactions[emoji]?.includes(me)}
              onClick={() => void api().react(message.chatId, message.id, emoji)}
            >
              <Icon name={emoji} size={14} />
              {message.reactions[emoji]?.length}
            </button>
          ))}
        </span>
      )}
      <span class="message-tools">
        {card && refreshOf(card) && (
          <button
            type="button"
            class="tool"
            aria-label={texts.refreshCard}
            title={texts.refreshCard}
            data-testid="refresh-card"
            onClick={() => void askForOwnCard(message, card, 'manual')}
          >
            <Icon name="refresh" size={16} />
          </button>
        )}
        {emojis.map((emoji) => (
          <button
            type="button"
            class="tool"
            key={emoji}
            aria-label={texts[emoji]}
            title={texts[emoji]}
            data-testid={`react-${emoji}`}
            onClick={() => void api().react(message.chatId, message.id, emoji)}
          >
            <Icon name={emoji} size={16} />
          </button>
        ))}
      </span>
    </>
  );
}
