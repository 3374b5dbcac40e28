import type { Activity } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { Message, Messenger, Outcome } from '../../ports/messenger.ts';
import type { Address } from '../../records/address.ts';

interface ServiceError {
  readonly statusCode?: number;
  readonly code?: string;
  readonly message?: string;
  readonly body?: { readonly error?: { readonly code?: string } };
  readonly response?: { readonly headers?: { get(name: string): string | undefined } };
}

const neverReached = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const disabledByAdmin = new Set(['BotDisabledByAdmin', 'BotNotRegistered']);

/** Teams' answers by what they tell about the message (the status table of the Teams documentation). */
function outcomeOf(error: ServiceError): Outcome {
  const status = error.statusCode;
  const subCode = error.body?.error?.code ?? error.code ?? '';
  const reason = [status, subCode].filter(Boolean).join(' ') || (error.message ?? 'unknown');
  if (status === undefined)
    return neverReached.has(error.code ?? '')
      ? { kind: 'retry', reason }
      : { kind: 'unknown', reason, mayResend: true };
  switch (status) {
    case 412:
    case 429:
    case 503: {
      const seconds = Number(error.response?.headers?.get('retry-after') ?? Number.NaN);
      return { kind: 'retry', reason, ...(Number.isFinite(seconds) ? { afterMs: seconds * 1000 } : {}) };
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
      return { kind: 'unreachable', reason };
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

/** @param timeoutMs for one request: a service that takes it and never answers must not keep a place for ever */
export function createMessenger(
  connector: (serviceUrl: string) => Promise<ConnectorClient>,
  timeoutMs = 30_000,
): Messenger {
  const options = { timeout: timeoutMs };
  const attempt = async (
    { serviceUrl }: Address,
    send: (client: ConnectorClient) => Promise<{ id?: string } | undefined>,
  ): Promise<Outcome> => {
    let client: ConnectorClient;
    try {
      client = await connector(serviceUrl);
    } catch (error) {
      // No token, so no request: the message is not on its way, and no other would be.
      return { kind: 'broken', reason: `no token: ${(error as ServiceError).message ?? 'unknown'}`.slice(0, 200) };
    }
    try {
      return { kind: 'sent', activityId: (await send(client))?.id ?? '' };
    } catch (error) {
      return outcomeOf(error as ServiceError);
    }
  };
  return {
    post: (address, message) =>
      attempt(address, (client) =>
        client.conversations.sendToConversation(
          address.conversationId,
          activityOf(address, message) as Activity,
          options,
        ),
      ),
    update: (address, activityId, message) =>
      attempt(address, (client) =>
        client.conversations.updateActivity(
          address.conversationId,
          activityId,
          activityOf(address, message) as Activity,
          options,
        ),
      ),
  };
}
