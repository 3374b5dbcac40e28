import type { Activity, ConversationParameters } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { Message, Messenger, NotDone, PostOutcome, Reopened } from '../../ports/messenger.ts';
import type { Address } from '../../records/address.ts';
import { pageOf, readMember, readMembers } from './members.ts';
import { retryAfterMs } from './retry-after.ts';

interface ServiceError {
  readonly statusCode?: number;
  readonly code?: string;
  readonly name?: string;
  readonly message?: string;
  readonly body?: { readonly error?: { readonly code?: string } };
  readonly response?: { readonly headers?: { get(name: string): string | undefined } };
}

const neverReached = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const disabledByAdmin = new Set(['BotDisabledByAdmin', 'BotNotRegistered']);

/** Teams' answers by what they tell about the message (the status table of the Teams documentation). */
function outcomeOf(error: ServiceError, now: number): NotDone {
  const status = error.statusCode;
  const subCode = error.body?.error?.code ?? error.code ?? '';
  // Never the sentence: the service's repeats what it was sent.
  const reason = [status, subCode].filter(Boolean).join(' ') || (error.name ?? 'unknown');
  if (status === undefined)
    return neverReached.has(error.code ?? '')
      ? { kind: 'retry', reason }
      : { kind: 'unknown', reason, mayResend: true };
  switch (status) {
    case 412:
    case 429:
    case 503: {
      const afterMs = retryAfterMs(error.response?.headers?.get('retry-after'), now);
      return { kind: 'retry', reason, ...(afterMs === undefined ? {} : { afterMs }) };
    }
    case 408:
    case 502:
    case 504:
      return { kind: 'unknown', reason, mayResend: true };
    case 500:
      return { kind: 'unknown', reason, mayResend: false };
    case 401:
      return { kind: 'broken', reason };
    case 403:
      return disabledByAdmin.has(subCode) ? { kind: 'broken', reason } : { kind: 'unreachable', reason };
    case 404:
      return { kind: 'gone', reason };
    default:
      return { kind: 'refused', reason };
  }
}

const activityOf = (address: Address, message: Message): Partial<Activity> => ({
  type: 'message',
  from: { id: address.botId, name: '' },
  conversation: { id: address.conversationId, isGroup: false, conversationType: '', name: '' },
  summary: message.summary,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: message.card }],
});

interface MessengerOptions {
  /** Of the people written to; empty in local mode, where the service knows only one. */
  readonly tenantId: string;
  /** For one request. Shorter than what must be left of the lease when it begins, so that it has ended when another process takes over. */
  readonly timeoutMs?: number;
}

export function createMessenger(
  connector: (serviceUrl: string) => Promise<ConnectorClient>,
  { tenantId, timeoutMs = 9_500 }: MessengerOptions,
): Messenger {
  const options = { timeout: timeoutMs };
  const attempt = async <T>(
    { serviceUrl }: Pick<Address, 'serviceUrl'>,
    send: (client: ConnectorClient) => Promise<T>,
  ): Promise<{ kind: 'done'; answer: T } | NotDone> => {
    let client: ConnectorClient;
    try {
      client = await connector(serviceUrl);
    } catch (error) {
      // No token, so no request: the message is not on its way, and no other would be.
      return { kind: 'broken', reason: `no token: ${(error as ServiceError).message ?? 'unknown'}`.slice(0, 200) };
    }
    try {
      return { kind: 'done', answer: await send(client) };
    } catch (error) {
      return outcomeOf(error as ServiceError, Date.now());
    }
  };
  const posting = async (
    address: Address,
    send: (client: ConnectorClient) => Promise<{ id?: string } | undefined>,
  ): Promise<PostOutcome> => {
    const told = await attempt(address, send);
    return told.kind === 'done' ? { kind: 'sent', activityId: told.answer?.id ?? '' } : told;
  };
  return {
    post: (address, message) =>
      posting(address, (client) =>
        client.conversations.sendToConversation(
          address.conversationId,
          activityOf(address, message) as Activity,
          options,
        ),
      ),
    update: (address, activityId, message) =>
      posting(address, (client) =>
        client.conversations.updateActivity(
          address.conversationId,
          activityId,
          activityOf(address, message) as Activity,
          options,
        ),
      ),
    remove: async (address, activityId) => {
      const told = await attempt(address, (client) =>
        client.conversations.deleteActivity(address.conversationId, activityId, options),
      );
      return told.kind === 'done' ? { kind: 'sent', activityId } : told;
    },
    reopen: async (address): Promise<Reopened> => {
      const told = await attempt(address, (client) =>
        client.conversations.createConversation(conversationWith(address, tenantId), options),
      );
      if (told.kind !== 'done') return told;
      const { id = '' } = told.answer as { id?: string };
      if (id === '') return { kind: 'unknown', reason: 'no conversation id', mayResend: true };
      return { kind: 'opened', conversationId: id };
    },
    members: async (team, after) => {
      const told = await attempt(team, (client) =>
        client.conversations.getConversationPagedMembers(team.teamId, { ...options, ...pageOf(after) }),
      );
      return told.kind === 'done' ? readMembers(told.answer, tenantId) : told;
    },
    member: async (of) => {
      const told = await attempt(of, (client) =>
        client.conversations.getConversationMember(of.conversationId, of.userId, options),
      );
      return told.kind === 'done' ? readMember(told.answer, tenantId) : told;
    },
  };
}

const conversationWith = ({ botId, userId }: Address, tenantId: string) =>
  ({
    isGroup: false,
    bot: { id: botId },
    members: [{ id: userId }],
    ...(tenantId === '' ? {} : { tenantId, channelData: { tenant: { id: tenantId } } }),
  }) as ConversationParameters;
