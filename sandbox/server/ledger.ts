import { createHash } from 'node:crypto';
import type { LedgerView, Message, Operation } from '../shared/types.ts';

export type Ledger = ReturnType<typeof createLedger>;

/** One thing that the ledger counts, for whoever keeps an account of their own. */
export type LedgerEntry = ({ kind: 'request' } & LedgerRequest) | { kind: 'delivery'; message: Message };

/** A call of the bot, as it came and as it was answered. */
export type LedgerRequest = {
  operation: Operation;
  /** 0: nothing was answered. */
  status: number;
  method: string;
  /** With the query, as it stood in the request. */
  target: string;
  /** Undefined as well when the call was refused before it was read. */
  body: unknown;
  answer: unknown;
};

/** Counts what the bot asked of the connector and what it delivered, for tests and benchmarks. */
export function createLedger(monotonic: () => number = () => performance.now()) {
  let startedAt = monotonic();
  let view = empty();
  let seen = new Set<string>();
  /** By summary, how many each chat has: as much memory as there are chats and kinds of messages, however many are sent. */
  let received = new Map<string, Map<string, number>>();
  const watchers = new Set<(entry: LedgerEntry) => void>();
  const tell = (entry: LedgerEntry) => {
    for (const watcher of watchers) watcher(entry);
  };
  return {
    request(request: LedgerRequest) {
      const { operation, status } = request;
      const second = Math.floor((monotonic() - startedAt) / 1000);
      view.requests += 1;
      view.byOperation[operation] = (view.byOperation[operation] ?? 0) + 1;
      view.byStatus[status] = (view.byStatus[status] ?? 0) + 1;
      view.bySecond[second] = (view.bySecond[second] ?? 0) + 1;
      tell({ kind: 'request', ...request });
    },
    throttled(cause: 'byRate' | 'byFault') {
      view.throttled[cause] += 1;
    },
    overRate() {
      view.overRate += 1;
    },
    delivery(message: Message) {
      view.delivered += 1;
      view.deliveries[message.chatId] = (view.deliveries[message.chatId] ?? 0) + 1;
      const body = JSON.stringify([message.chatId, message.summary, message.text, message.attachments]);
      const print = createHash('sha1').update(body).digest('base64').slice(0, 16);
      if (seen.has(print)) view.duplicates += 1;
      seen.add(print);
      const chats = received.get(message.summary) ?? new Map<string, number>();
      chats.set(message.chatId, (chats.get(message.chatId) ?? 0) + 1);
      received.set(message.summary, chats);
      tell({ kind: 'delivery', message });
    },
    /** How many messages with this summary each chat has got in this run; chats that got none are not in it. */
    received: (summary: string): ReadonlyMap<string, number> => received.get(summary) ?? new Map(),
    /** Called at each request answered and each message stored; returns the unsubscriber. */
    watch(watcher: (entry: LedgerEntry) => void) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    view(): LedgerView {
      const bySecond = Array.from(view.bySecond, (count) => count ?? 0);
      return structuredClone({ ...view, bySecond, busiestSecond: Math.max(0, ...bySecond) });
    },
    /** Begins a new run. */
    reset() {
      startedAt = monotonic();
      view = empty();
      seen = new Set();
      received = new Map();
    },
  };
}

function empty(): LedgerView {
  return {
    requests: 0,
    byOperation: {},
    byStatus: {},
    bySecond: [],
    deliveries: {},
    duplicates: 0,
    delivered: 0,
    throttled: { byRate: 0, byFault: 0 },
    overRate: 0,
    busiestSecond: 0,
  };
}
