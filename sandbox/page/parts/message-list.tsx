import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { ChatView, Message } from '../../shared/types.ts';
import { dayHeading, dayOf } from '../format/time.ts';
import { clockNow, loadOlder } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useTexts } from '../texts/use-texts.ts';
import { BotAvatar } from './avatar.tsx';
import { MessageView } from './message-view.tsx';
import { Thread } from './thread.tsx';

/** A message within this time of the one before, by the same author, stands under the same name. */
const grouped = 5 * 60_000;
const nearEnd = 120;

type Props = { chat: ChatView; onReply: (threadId: string) => void };

export function MessageList({ chat, onReply }: Props) {
  const texts = useTexts();
  const loaded = useStore((state) => state.messages[chat.id]);
  const list = loaded?.list ?? [];
  const scroller = useFollowingScroll(list);
  const isChannel = chat.kind === 'channel';
  return (
    <div
      class="messages"
      ref={scroller}
      role="log"
      aria-label={chat.name || texts.chats}
      data-testid="messages"
      tabIndex={-1}
    >
      {list.length > 1 && (
        <button
          type="button"
          class="plain-button skip"
          data-testid="to-newest"
          onClick={() => toNewest(scroller.current)}
        >
          {texts.toNewest}
        </button>
      )}
      {loaded?.more && (
        <button
          type="button"
          class="plain-button older"
          data-testid="older"
          onClick={() => void keepingPlace(scroller.current, () => loadOlder(chat.id))}
        >
          {texts.olderMessages}
        </button>
      )}
      {loaded && !loaded.more && (
        <p class="beginning">{isChannel && list.length === 0 ? texts.emptyChannel : texts.emptyChat}</p>
      )}
      {isChannel ? <Threads list={list} onReply={onReply} /> : <Conversation list={list} />}
      <Working chatId={chat.id} />
    </div>
  );
}

function Conversation({ list }: { list: Message[] }) {
  const texts = useTexts();
  // The heading of a day depends on the day that it is, not on the second.
  const today = useStore((state) => dayOf(state.clock.base));
  const headings = useMemo(
    () => list.map((message) => dayHeading(Date.parse(message.sentAt), clockNow(), texts)),
    [list, texts, today],
  );
  return (
    <>
      {list.map((message, index) => {
        const before = list[index - 1];
        const heading = headings[index] !== headings[index - 1] ? headings[index] : undefined;
        const continues = before !== undefined && heading === undefined && isContinued(before, message);
        return (
          <div key={message.id} class="message-slot">
            {heading && <p class="day">{heading}</p>}
            <MessageView message={message} continues={continues} />
          </div>
        );
      })}
    </>
  );
}

function isContinued(before: Message, message: Message): boolean {
  const author = ({ author: who }: Message) => (who.kind === 'person' ? who.key : who.kind);
  return author(before) === author(message) && Date.parse(message.sentAt) - Date.parse(before.sentAt) < grouped;
}

function Threads({ list, onReply }: { list: Message[]; onReply: (threadId: string) => void }) {
  const threads = useMemo(() => {
    const found = new Map<string, Message[]>();
    for (const message of list) found.set(message.threadId, [...(found.get(message.threadId) ?? []), message]);
    return [...found];
  }, [list]);
  return (
    <>
      {threads.map(([id, messages]) => (
        <Thread key={id} messages={messages} onReply={() => onReply(id)} />
      ))}
    </>
  );
}

function Working({ chatId }: { chatId: string }) {
  const texts = useTexts();
  const isWorking = useStore(
    (state) => (state.working[chatId] ?? 0) > 0 || (state.typingUntil[chatId] ?? 0) > performance.now(),
  );
  if (!isWorking) return null;
  return (
    <p class="working" data-testid="working">
      <BotAvatar size={24} />
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span class="hidden">{texts.working}</span>
    </p>
  );
}

/** The way past old cards for whoever moves by keys: the next step from here is the first button of the newest message. */
function toNewest(scroller: HTMLElement | null): void {
  const newest = [...(scroller?.querySelectorAll<HTMLElement>('[data-testid="message"]') ?? [])].at(-1);
  if (newest === undefined) return;
  newest.tabIndex = -1;
  newest.focus();
}

/** What was in sight stays where it was when messages come in above it. */
async function keepingPlace(scroller: HTMLElement | null, load: () => Promise<void>) {
  const fromEnd = scroller ? scroller.scrollHeight - scroller.scrollTop : 0;
  await load();
  requestAnimationFrame(() => {
    if (scroller) scroller.scrollTop = scroller.scrollHeight - fromEnd;
  });
}

/** Keeps the end in sight when it was in sight, also when a card grows after it is drawn. */
function useFollowingScroll(list: Message[]) {
  const scroller = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const last = list.at(-1)?.id;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const toEnd = () => {
      if (follows.current) element.scrollTop = element.scrollHeight;
    };
    const onScroll = () => {
      follows.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd;
    };
    // Whoever writes wants to see the answer, wherever they had scrolled to.
    if (list.at(-1)?.author.kind === 'person') follows.current = true;
    const observer = new ResizeObserver(toEnd);
    for (const child of element.children) observer.observe(child);
    observer.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    toEnd();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [last, list.length]);
  return scroller;
}
