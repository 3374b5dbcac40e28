import type { ChatView, Message, PageEvent } from '../../shared/types.ts';
import { apiOf } from './api.ts';
import { getState, nowOf, remember, type State, setState } from './store.ts';

const typingShown = 8_000;
const toastShown = 6_000;
const toastsAtOnce = 3;

let events: EventSource | undefined;

export const api = () => apiOf(getState().me);

/** Becomes a person: their events are listened to, their chats loaded, the chat with the bot opened. */
export async function become(me: string): Promise<void> {
  events?.close();
  const stream = new EventSource(`/api/events?as=${encodeURIComponent(me)}`);
  events = stream;
  // Listening first: what is said between looking and listening would be seen by nobody.
  await firstAnswer(stream);
  const loaded = await apiOf(me).state();
  if (events !== stream) return;
  remember('me', me);
  const personal = loaded.chats.find(({ kind }) => kind === 'personal');
  setState({
    ready: true,
    me,
    people: loaded.people,
    unread: loaded.unreadByPerson,
    chats: loaded.chats,
    teamName: loaded.teamName,
    botName: loaded.botName,
    clock: { base: Date.parse(loaded.clock.now), setAt: performance.now() },
    faults: loaded.faults,
    enforceRates: loaded.enforceRates,
    messages: {},
    working: {},
    typingUntil: {},
    openChat: personal?.id ?? '',
    toasts: [],
  });
  stream.onmessage = ({ data }) => hear(JSON.parse(data) as PageEvent);
  // After a restart of the sandbox the stream comes back by itself, but not what was said meanwhile.
  stream.onopen = () => void refresh();
  if (personal) await openChat(personal.id);
}

/** Resolves when the stream is open or was refused: of a person whom the sandbox does not know, loading the state says so. */
const firstAnswer = (stream: EventSource) =>
  new Promise<void>((resolve) => {
    stream.onopen = () => resolve();
    stream.onerror = () => resolve();
  });

async function refresh() {
  const { openChat: open } = getState();
  const loaded = await api().state();
  setState({ chats: loaded.chats, people: loaded.people, unread: loaded.unreadByPerson, messages: {} });
  if (open) await openChat(open);
}

export async function openChat(id: string): Promise<void> {
  setState({ openChat: id, aim: undefined });
  await holdingBack(async () => {
    const { messages, more } = await api().messages(id);
    setState((state) => ({ messages: { ...state.messages, [id]: { list: messages, more } } }));
  });
  await markRead(id);
}

export async function loadOlder(id: string): Promise<void> {
  const first = getState().messages[id]?.list[0];
  if (!first) return;
  const older = await api().messages(id, first.id);
  setState((state) => {
    const list = state.messages[id]?.list ?? [];
    return { messages: { ...state.messages, [id]: { list: [...older.messages, ...list], more: older.more } } };
  });
}

async function markRead(id: string) {
  if (!isOpen(getState(), id) || !getState().chats.find((chat) => chat.id === id)?.unread) return;
  setState((state) => ({ chats: state.chats.map((chat) => (chat.id === id ? { ...chat, unread: 0 } : chat)) }));
  await api().read(id);
}

let fetches = 0;
const heldBack: PageEvent[] = [];

/** What is heard while messages are fetched is told after them: the answer may have been made before it. */
async function holdingBack(fetching: () => Promise<void>) {
  fetches += 1;
  try {
    await fetching();
  } finally {
    fetches -= 1;
    if (fetches === 0) for (const event of heldBack.splice(0)) tell(event);
  }
}

function hear(event: PageEvent) {
  if (fetches > 0) heldBack.push(event);
  else tell(event);
}

function tell(event: PageEvent) {
  if (event.type === 'message') arrive(event.message, event.notify);
  if (event.type === 'changed') change(event.message);
  if (event.type === 'unread') setState((state) => ({ unread: { ...state.unread, ...event.totals } }));
  if (event.type === 'clock') setState({ clock: { base: Date.parse(event.clock.now), setAt: performance.now() } });
  if (event.type === 'faults') setState({ faults: event.faults, enforceRates: event.enforceRates });
  if (event.type === 'reach') {
    const { person, reach } = event;
    setState((state) => ({ people: state.people.map((one) => (one.key === person ? { ...one, reach } : one)) }));
  }
  if (event.type === 'chatLost') void become(event.person);
  if (event.type === 'working') count(event.chatId, event.working ? 1 : -1);
  if (event.type === 'typing') type(event.chatId);
}

const isOpen = (state: State, chatId: string) =>
  state.openChat === chatId &&
  !document.hidden &&
  (state.narrow === 'chat' || matchMedia('(min-width: 641px)').matches);

function arrive(message: Message, notify: boolean) {
  const { chatId } = message;
  setState((state) => {
    const known = state.messages[chatId];
    if (known?.list.some(({ id }) => id === message.id)) return {};
    const seen = isOpen(state, chatId);
    const mine = message.author.kind === 'person' && message.author.key === state.me;
    return {
      ...(known ? { messages: { ...state.messages, [chatId]: { ...known, list: [...known.list, message] } } } : {}),
      chats: state.chats.map((chat) => (chat.id === chatId ? withLast(chat, message, seen || mine) : chat)),
      typingUntil: { ...state.typingUntil, [chatId]: 0 },
    };
  });
  const after = getState();
  if (isOpen(after, chatId)) {
    if (message.author.kind !== 'person' || message.author.key !== after.me) void api().read(chatId);
  } else if (notify) toast({ title: after.botName, text: message.summary || message.text, chatId });
}

const withLast = (chat: ChatView, message: Message, seen: boolean): ChatView => ({
  ...chat,
  unread: seen ? chat.unread : chat.unread + 1,
  last: {
    text: message.text || message.summary || message.attachments.find(({ name }) => name)?.name || '',
    sentAt: message.sentAt,
    author: message.author,
  },
});

function change(message: Message) {
  setState((state) => {
    const known = state.messages[message.chatId];
    if (!known) return {};
    const list = known.list.map((one) => (one.id === message.id && one.revision < message.revision ? message : one));
    return { messages: { ...state.messages, [message.chatId]: { ...known, list } } };
  });
}

function count(chatId: string, by: number) {
  setState((state) => ({ working: { ...state.working, [chatId]: Math.max(0, (state.working[chatId] ?? 0) + by) } }));
}

function type(chatId: string) {
  setState((state) => ({ typingUntil: { ...state.typingUntil, [chatId]: performance.now() + typingShown } }));
  setTimeout(() => setState((state) => ({ typingUntil: { ...state.typingUntil } })), typingShown + 50);
}

let toastsMade = 0;

/** Shows a notice for a few seconds. */
export function toast(notice: { title: string; text: string; chatId?: string }) {
  if (!notice.text) return;
  toastsMade += 1;
  const id = toastsMade;
  setState((state) => ({ toasts: [...state.toasts, { ...notice, id }].slice(-toastsAtOnce) }));
  setTimeout(() => dropToast(id), toastShown);
}

export const dropToast = (id: number) => setState((state) => ({ toasts: state.toasts.filter((one) => one.id !== id) }));

export const clockNow = () => nowOf(getState().clock);
