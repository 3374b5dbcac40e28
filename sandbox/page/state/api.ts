import type {
  FaultRule,
  InvokeOutcome,
  JsonObject,
  LedgerView,
  Message,
  NewFault,
  PageState,
  Reach,
} from '../../shared/types.ts';

type Sent = { botStatus: number | null };

/** The sandbox did not do it; its message says why. */
class RequestRefused extends Error {
  override name = 'RequestRefused';
}

async function call<T>(me: string, method: string, path: string, body?: unknown): Promise<T> {
  const raw = body instanceof Blob;
  const response = await fetch(`/api/${path}`, {
    method,
    headers: { 'x-person': me },
    ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok) throw new RequestRefused(answer?.error?.message ?? `HTTP ${response.status}`);
  return answer as T;
}

const id = encodeURIComponent;

/** The sandbox server, asked as one person. */
export function apiOf(me: string) {
  const get = <T>(path: string) => call<T>(me, 'GET', path);
  const post = <T>(path: string, body: unknown = {}) => call<T>(me, 'POST', path, body);
  return {
    state: () => get<PageState>('state'),
    messages: (chat: string, before?: string) =>
      get<{ messages: Message[]; more: boolean }>(`chats/${id(chat)}/messages${before ? `?before=${before}` : ''}`),
    say: (chat: string, said: { text: string; mention: boolean; threadId?: string }) =>
      post<Sent>(`chats/${id(chat)}/messages`, said),
    read: (chat: string) => post(`chats/${id(chat)}/read`),
    upload: (chat: string, file: Blob, name: string) => post<Sent>(`chats/${id(chat)}/files?name=${id(name)}`, file),
    pasteImage: (chat: string, image: Blob) => post<Sent>(`chats/${id(chat)}/files?image=${id(image.type)}`, image),
    uploadSample: (chat: string, name: string) => post<Sent>(`chats/${id(chat)}/samples/${id(name)}`),
    submit: (chat: string, messageId: string, data: JsonObject) =>
      post<Sent>(`chats/${id(chat)}/messages/${id(messageId)}/submit`, { data }),
    execute: (
      chat: string,
      messageId: string,
      execution: {
        action: { id?: string; title?: string; verb: string };
        data: JsonObject;
        trigger?: 'manual' | 'automatic';
      },
    ) => post<InvokeOutcome>(`chats/${id(chat)}/messages/${id(messageId)}/execute`, execution),
    react: (chat: string, messageId: string, emoji: string) =>
      post(`chats/${id(chat)}/messages/${id(messageId)}/reactions`, { emoji }),
    edit: (chat: string, messageId: string, text: string) =>
      call<Sent>(me, 'PUT', `chats/${id(chat)}/messages/${id(messageId)}`, { text }),
    remove: (chat: string, messageId: string) =>
      call<Sent>(me, 'DELETE', `chats/${id(chat)}/messages/${id(messageId)}`),
    quote: (chat: string, messageId: string, text: string) =>
      post<Sent>(`chats/${id(chat)}/messages/${id(messageId)}/quote`, { text }),
    forward: (chat: string, messageId: string) => post<Sent>(`chats/${id(chat)}/messages/${id(messageId)}/forward`),
    upgrade: () => post('upgrade'),
    samples: () => get<{ name: string; hint: { vi: string; en: string } }[]>('samples'),
    setReach: (reach: Reach) => post('reach', { reach }),
    loseChat: () => call(me, 'DELETE', 'chat'),
    setClock: (iso: string) => post('clock', { set: iso }),
    advanceClock: (advance: { hours?: number; days?: number }) => post('clock', { advance }),
    addFault: (fault: NewFault) => post<FaultRule>('faults', fault),
    removeFault: (fault: string) => call(me, 'DELETE', `faults/${id(fault)}`),
    clearFaults: () => call(me, 'DELETE', 'faults'),
    enforceRates: (enforce: boolean) => post('rates', { enforce }),
    ledger: () => get<LedgerView>('ledger'),
  };
}
