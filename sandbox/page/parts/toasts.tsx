import { dropToast, openChat } from '../state/session.ts';
import { setState, useStore } from '../state/store.ts';
import { useTexts } from '../texts/use-texts.ts';
import { BotAvatar } from './avatar.tsx';
import { Icon } from './icon.tsx';

/** Notices in the corner, as Teams shows a message that arrives elsewhere: they read the activity's summary. */
export function Toasts() {
  const texts = useTexts();
  const toasts = useStore((state) => state.toasts);
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.map(({ id, title, text, chatId }) => (
        <div class="toast" key={id} data-testid="toast">
          <button
            type="button"
            class="toast-body"
            onClick={() => {
              dropToast(id);
              if (!chatId) return;
              setState({ panel: 'chats', narrow: 'chat' });
              void openChat(chatId);
            }}
          >
            <BotAvatar size={36} />
            <span class="entry-words">
              <span class="entry-name">{title}</span>
              <span class="toast-text">{text}</span>
            </span>
          </button>
          <button type="button" class="tool" aria-label={texts.close} onClick={() => dropToast(id)}>
            <Icon name="close" size={16} />
          </button>
        </div>
      ))}
    </div>
  );
}
