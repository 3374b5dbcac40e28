import type { ChatView } from '../../shared/types.ts';
import { listTime } from '../format/time.ts';
import { clockNow, openChat } from '../state/session.ts';
import { setState, useStore } from '../state/store.ts';
import { useTexts } from '../texts/use-texts.ts';
import { BotAvatar, TeamAvatar } from './avatar.tsx';

/** Open a chat from the list; on a narrow screen it takes the whole screen. */
function open(id: string) {
  setState({ narrow: 'chat' });
  void openChat(id);
}

export function ChatList() {
  const texts = useTexts();
  const chats = useStore((state) => state.chats);
  const openId = useStore((state) => state.openChat);
  const botName = useStore((state) => state.botName);
  const teamName = useStore((state) => state.teamName);
  const personal = chats.filter((chat) => chat.kind === 'personal');
  const channels = chats.filter((chat) => chat.kind === 'channel');
  return (
    <>
      <h1 class="side-title">{texts.chats}</h1>
      <p class="side-section">{texts.pinned}</p>
      <ul class="chats">
        {personal.map((chat) => (
          <ChatEntry key={chat.id} chat={chat} name={botName} current={chat.id === openId} />
        ))}
      </ul>
      {channels.length > 0 && (
        <>
          <p class="side-section">{texts.teamsAndChannels}</p>
          <p class="team">
            <TeamAvatar name={teamName} size={28} />
            {teamName}
          </p>
          <ul class="chats">
            {channels.map((chat) => (
              <ChannelEntry key={chat.id} chat={chat} current={chat.id === openId} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

type EntryProps = { chat: ChatView; current: boolean };

function ChatEntry({ chat, name, current }: EntryProps & { name: string }) {
  const texts = useTexts();
  const me = useStore((state) => state.me);
  const { last } = chat;
  const prefix = last?.author.kind === 'person' && last.author.key === me ? `${texts.you}: ` : '';
  return (
    <li>
      <button
        type="button"
        class={`chat-entry ${chat.unread ? 'is-unread' : ''}`}
        aria-current={current}
        data-testid="chat"
        data-chat={chat.key}
        onClick={() => open(chat.id)}
      >
        <BotAvatar size={36} />
        <span class="entry-words">
          <span class="entry-line">
            <span class="entry-name">{name}</span>
            {last && <time class="entry-time">{listTime(Date.parse(last.sentAt), clockNow(), texts)}</time>}
          </span>
          <span class="entry-line">
            <span class="entry-last">{last ? prefix + plain(last.text) : texts.noMessagesYet}</span>
            <Unread count={chat.unread} />
          </span>
        </span>
      </button>
    </li>
  );
}

function ChannelEntry({ chat, current }: EntryProps) {
  return (
    <li>
      <button
        type="button"
        class={`channel-entry ${chat.unread ? 'is-unread' : ''}`}
        aria-current={current}
        data-testid="chat"
        data-chat={chat.key}
        onClick={() => open(chat.id)}
      >
        <span class="entry-name">{chat.name}</span>
        <Unread count={chat.unread} />
      </button>
    </li>
  );
}

export function Unread({ count }: { count: number }) {
  const texts = useTexts();
  if (!count) return null;
  return (
    <>
      <span class="badge" aria-hidden="true" data-testid="unread">
        {count > 99 ? '99+' : count}
      </span>
      <span class="hidden">{texts.unread(count)}</span>
    </>
  );
}

/** A line of the list: without marks of mentions and Markdown. */
const plain = (text: string) => text.replaceAll(/<\/?at>/g, '').replaceAll(/[*_`~#>]/g, '');
