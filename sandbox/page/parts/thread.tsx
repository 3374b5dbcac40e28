import type { Message } from '../../shared/types.ts';
import { useTexts } from '../texts/use-texts.ts';
import { Icon } from './icon.tsx';
import { MessageView } from './message-view.tsx';

type Props = { messages: Message[]; onReply: () => void };

/** A post of a channel with its replies. */
export function Thread({ messages, onReply }: Props) {
  const texts = useTexts();
  const [first, ...replies] = messages;
  if (!first) return null;
  return (
    <article class="thread" data-testid="thread" data-thread={first.threadId}>
      <MessageView message={first} inThread />
      {replies.length > 0 && (
        <div class="replies">
          {replies.map((reply) => (
            <MessageView key={reply.id} message={reply} inThread />
          ))}
        </div>
      )}
      <button type="button" class="reply-button" data-testid="reply" onClick={onReply}>
        <Icon name="reply" size={16} />
        {texts.reply}
      </button>
    </article>
  );
}
