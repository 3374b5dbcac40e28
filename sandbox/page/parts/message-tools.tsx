import { refreshOf } from '../../shared/refresh.ts';
import type { JsonObject, Message } from '../../shared/types.ts';
import { askForOwnCard } from '../state/own-card.ts';
import { api } from '../state/session.ts';
import { setState, useStore } from '../state/store.ts';
import { useTexts } from '../texts/use-texts.ts';
import { Icon, type IconName } from './icon.tsx';

const cardType = 'application/vnd.microsoft.card.adaptive';
const emojis = ['like', 'heart'] as const;

/** Reactions, and what stands in Teams' menu of a message: whoever has no card of their own by itself asks for it there. */
export function MessageTools({ message, me }: { message: Message; me: string }) {
  const texts = useTexts();
  const card = message.attachments.find(({ contentType }) => contentType === cardType)?.content as
    | JsonObject
    | undefined;
  const isPersonal = useStore((state) => state.chats.find(({ id }) => id === message.chatId)?.kind === 'personal');
  const { author, chatId, id } = message;
  const mine = author.kind === 'person' && author.key === me;
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
              onClick={() => void api().react(chatId, id, emoji)}
            >
              <Icon name={emoji} size={14} />
              {message.reactions[emoji]?.length}
            </button>
          ))}
        </span>
      )}
      <span class="message-tools">
        {card && refreshOf(card) && (
          <Tool
            name="refresh"
            testId="refresh-card"
            label={texts.refreshCard}
            onClick={() => void askForOwnCard(message, card, 'manual')}
          />
        )}
        {emojis.map((emoji) => (
          <Tool
            key={emoji}
            name={emoji}
            testId={`react-${emoji}`}
            label={texts[emoji]}
            onClick={() => void api().react(chatId, id, emoji)}
          />
        ))}
        {isPersonal && (
          <Tool name="quote" label={texts.quote} onClick={() => setState({ aim: { kind: 'quote', message } })} />
        )}
        <Tool name="forward" label={texts.forward} onClick={() => void api().forward(chatId, id)} />
        {mine && message.text && (
          <Tool name="edit" label={texts.edit} onClick={() => setState({ aim: { kind: 'edit', message } })} />
        )}
        {mine && <Tool name="remove" label={texts.remove} onClick={() => void api().remove(chatId, id)} />}
      </span>
    </>
  );
}

type ToolProps = { name: IconName; label: string; testId?: string; onClick: () => void };

function Tool({ name, label, testId = name, onClick }: ToolProps) {
  return (
    <button type="button" class="tool" aria-label={label} title={label} data-testid={testId} onClick={onClick}>
      <Icon name={name} size={16} />
    </button>
  );
}
