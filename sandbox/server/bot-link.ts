import { randomUUID } from 'node:crypto';
import { tenantId } from './tenant.ts';

export type WireActivity = Record<string, unknown> & {
  type: string;
  id: string;
  conversation: Record<string, unknown> & { id: string };
};

/** `status` 0: the bot could not be reached or gave no answer. */
export type BotAnswer = { status: number; body: unknown };

export type BotLink = ReturnType<typeof createBotLink>;

type Parts = {
  /** How long Teams waits for the answer to an invoke before it delivers it again; milliseconds. */
  invokeTimeout: number;
  timestamp: () => Record<string, string>;
  /** Whether Teams is not to learn of the answer to this invoke. */
  losesAnswer: () => boolean;
};

/** The wire from Teams to the bot. */
export function createBotLink({ invokeTimeout, timestamp, losesAnswer }: Parts) {
  let botUrl: string | undefined;
  const inFlight = new Map<string, number>();
  const aborts = new Set<AbortController>();

  function count({ conversation }: WireActivity, change: number) {
    const conversationId = conversation.id.split(';')[0] ?? '';
    const left = (inFlight.get(conversationId) ?? 0) + change;
    if (left) inFlight.set(conversationId, left);
    else inFlight.delete(conversationId);
  }

  async function post(activity: WireActivity): Promise<BotAnswer> {
    if (!botUrl) return { status: 0, body: 'No bot is connected' };
    const abort = new AbortController();
    aborts.add(abort);
    count(activity, 1);
    try {
      const response = await fetch(botUrl, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'x-ms-conversation-id': encodeURIComponent(activity.conversation.id),
          'x-ms-tenant-id': tenantId,
        },
        body: JSON.stringify(activity),
        signal: abort.signal,
      });
      const text = await response.text();
      return { status: response.status, body: readAnswer(text) };
    } catch (cause) {
      return { status: 0, body: cause instanceof Error ? cause.message : String(cause) };
    } finally {
      aborts.delete(abort);
      count(activity, -1);
    }
  }

  /** Delivers an invoke, and once more under a new id when it is not answered in time or the answer is lost. */
  async function invoke(activity: WireActivity): Promise<BotAnswer> {
    const isLost = losesAnswer();
    const first = post(activity);
    const early = await within(first, invokeTimeout);
    if (early && !isLost) return early;
    const second = post({ ...activity, ...timestamp(), id: `f:${randomUUID()}` });
    const answer = isLost ? second : Promise.race([first, second]);
    return (await within(answer, invokeTimeout)) ?? { status: 0, body: 'No answer in time' };
  }

  return {
    post,
    invoke,
    connect(url: string | undefined) {
      botUrl = url;
    },
    /** Requests to the bot that are not answered yet, for one conversation or in all. */
    waiting: (conversationId?: string) => (conversationId ? (inFlight.get(conversationId) ?? 0) : inFlight.size),
    stop() {
      for (const abort of aborts) abort.abort();
    },
  };
}

function readAnswer(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Errors of the SDK answer with bare text.
    return text;
  }
}

/** The result if it comes within `milliseconds`, else undefined. */
async function within<T>(result: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
  }
}
