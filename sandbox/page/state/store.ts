import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { ChatView, FaultRule, JsonObject, Message, PersonView } from '../../shared/types.ts';

export type Panel = 'chats' | 'people' | 'faults';
export type Toast = { id: number; title: string; text: string; chatId?: string };

/** What the composer writes: other words for a message, or an answer that quotes it. */
export type Aim = { kind: 'edit' | 'quote'; message: Message };

export type State = {
  ready: boolean;
  me: string;
  people: PersonView[];
  unread: Record<string, number>;
  chats: ChatView[];
  teamName: string;
  botName: string;
  /** The sandbox's instant when `setAt` was read off the browser's monotonic clock. */
  clock: { base: number; setAt: number };
  faults: FaultRule[];
  enforceRates: boolean;
  openChat: string;
  aim: Aim | undefined;
  messages: Record<string, { list: Message[]; more: boolean }>;
  /** Cards that an Execute returned to this client, by person and message, with the revision they hold for. */
  localCards: Record<string, { revision: number; card: JsonObject }>;
  /** Requests that the bot has not answered, by chat; a typing activity counts for a while. */
  working: Record<string, number>;
  typingUntil: Record<string, number>;
  panel: Panel;
  /** On a narrow screen: the list or the chat. */
  narrow: 'list' | 'chat';
  hint: boolean;
  toasts: Toast[];
  theme: 'light' | 'dark';
  language: 'vi' | 'en';
};

const remembered = (name: string) => localStorage.getItem(`sandbox.${name}`) ?? '';
export const remember = (name: string, value: string) => localStorage.setItem(`sandbox.${name}`, value);

const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;

let state: State = {
  ready: false,
  me: remembered('me') || 'le',
  people: [],
  unread: {},
  chats: [],
  teamName: '',
  botName: '',
  clock: { base: 0, setAt: 0 },
  faults: [],
  enforceRates: false,
  openChat: '',
  aim: undefined,
  messages: {},
  localCards: {},
  working: {},
  typingUntil: {},
  panel: 'chats',
  narrow: 'list',
  hint: remembered('hint') !== 'seen',
  toasts: [],
  theme: (remembered('theme') || (prefersDark ? 'dark' : 'light')) as State['theme'],
  language: (remembered('language') || 'vi') as State['language'],
};

const listeners = new Set<() => void>();

export const getState = () => state;

export function setState(change: Partial<State> | ((before: State) => Partial<State>)) {
  state = { ...state, ...(typeof change === 'function' ? change(state) : change) };
  for (const listener of listeners) listener();
}

/** Draws the component again when the selected part changes identity. */
export function useStore<T>(select: (state: State) => T): T {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const drawn = useRef({ select, value: select(state) });
  drawn.current = { select, value: select(state) };
  useEffect(() => {
    const look = () => {
      if (!Object.is(drawn.current.select(state), drawn.current.value)) redraw(0);
    };
    look();
    listeners.add(look);
    return () => {
      listeners.delete(look);
    };
  }, []);
  return drawn.current.value;
}

export const nowOf = ({ base, setAt }: State['clock']) => base + (performance.now() - setAt);
export const cardKey = (me: string, messageId: string) => `${me} ${messageId}`;
