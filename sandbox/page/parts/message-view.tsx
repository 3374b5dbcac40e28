import { memo } from 'preact/compat';
import type { JsonObject, Message } from '../../shared/types.ts';
import { markdownToHtml } from '../card/markdown.ts';
import { timeOf } from '../format/time.ts';
import { api } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useTexts } from '../texts/use-texts.ts';
import { Avatar, BotAvatar } from './avatar.tsx';
import { CardView } from './card-view.tsx';
import { FileView, ImageView, isFile, isImage } from './file-view.tsx';
import { MessageTools } from './message-tools.tsx';
import { QuoteView } from './quote-view.tsx';

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
  const showsHead = inThread || !continues || message.edited === true;
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
            {message.edited && !message.deleted && <span data-testid="edited">{texts.edited}</span>}
          </p>
        )}
        <div class="message-body">
          {message.deleted ? <p class="bubble bubble-deleted">{texts.deleted}</p> : <Content message={message} />}
          {!message.deleted && <MessageTools message={message} me={me} />}
        </div>
      </div>
    </div>
  );
});

function Content({ message }: { message: Message }) {
  const { attachments, text, quote } = message;
  return (
    <>
      {quote && <QuoteView quote={quote} />}
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
