import { useState } from 'preact/hooks';
import type { Reach } from '../../shared/types.ts';
import { api } from '../state/session.ts';
import { setState, useStore } from '../state/store.ts';
import { useTexts } from '../texts/use-texts.ts';
import { BotAvatar, TeamAvatar } from './avatar.tsx';
import { Composer } from './composer.tsx';
import { Icon } from './icon.tsx';
import { MessageList } from './message-list.tsx';
import { Popover } from './popover.tsx';

/** The open chat: its header, its messages and the box to write in. */
export function ChatPane() {
  const chat = useStore((state) => state.chats.find(({ id }) => id === state.openChat));
  const [replyTo, setReplyTo] = useState('');
  if (!chat) return <main class="pane" />;
  const isChannel = chat.kind === 'channel';
  return (
    <main class={`pane ${isChannel ? 'pane-channel' : ''}`} data-testid="pane" data-chat={chat.key}>
      <PaneHeader name={chat.name} isChannel={isChannel} />
      {!isChannel && <ReachBanner />}
      <MessageList key={chat.id} chat={chat} onReply={setReplyTo} />
      <Composer
        key={`composer ${chat.id}`}
        chat={chat}
        replyTo={isChannel ? replyTo : ''}
        onReplyEnd={() => setReplyTo('')}
      />
    </main>
  );
}

function PaneHeader({ name, isChannel }: { name: string; isChannel: boolean }) {
  const texts = useTexts();
  const botName = useStore((state) => state.botName);
  const teamName = useStore((state) => state.teamName);
  return (
    <header class="pane-header">
      <button
        type="button"
        class="tool pane-back"
        aria-label={texts.back}
        data-testid="back"
        onClick={() => setState({ narrow: 'list' })}
      >
        <Icon name="back" />
      </button>
      {isChannel ? <TeamAvatar name={teamName} /> : <BotAvatar />}
      <div class="pane-words">
        <h2>{isChannel ? name : botName}</h2>
        {isChannel && <p>{teamName}</p>}
      </div>
      {!isChannel && <ReachMenu />}
    </header>
  );
}

const changes: Record<Reach, { to: Reach; text: 'install' | 'uninstall' | 'block' | 'unblock' }[]> = {
  installed: [
    { to: 'absent', text: 'uninstall' },
    { to: 'blocked', text: 'block' },
  ],
  blocked: [
    { to: 'installed', text: 'unblock' },
    { to: 'absent', text: 'uninstall' },
  ],
  absent: [{ to: 'installed', text: 'install' }],
};

const useReach = (): Reach =>
  useStore((state) => state.people.find(({ key }) => key === state.me)?.reach ?? 'installed');

function ReachMenu() {
  const texts = useTexts();
  const reach = useReach();
  return (
    <Popover label={texts.moreOptions} testId="chat-menu" button={<Icon name="more" />}>
      {(close) => (
        <>
          {changes[reach].map(({ to, text }) => (
            <button
              type="button"
              class="menu-item"
              key={text}
              data-testid={`reach-${to}`}
              onClick={() => {
                void api().setReach(to);
                close();
              }}
            >
              {texts[text]}
            </button>
          ))}
          {reach !== 'absent' && (
            <button
              type="button"
              class="menu-item"
              data-testid="upgrade"
              onClick={() => {
                void api().upgrade();
                close();
              }}
            >
              {texts.upgrade}
            </button>
          )}
          <button
            type="button"
            class="menu-item"
            data-testid="lose-chat"
            onClick={() => {
              void api().loseChat();
              close();
            }}
          >
            {texts.loseChat}
          </button>
        </>
      )}
    </Popover>
  );
}

function ReachBanner() {
  const texts = useTexts();
  const reach = useReach();
  if (reach === 'installed') return null;
  return (
    <p class="banner" data-testid="reach-banner">
      <Icon name="alert" size={16} />
      <span>{reach === 'absent' ? texts.absentBanner : texts.blockedBanner}</span>
      <button type="button" class="plain-button" onClick={() => void api().setReach('installed')}>
        {reach === 'absent' ? texts.install : texts.unblock}
      </button>
    </p>
  );
}
