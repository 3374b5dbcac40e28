import {
  AppCredentials,
  AuthenticationConstants,
  type BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorClient,
} from 'botframework-connector';
import { CodedError } from '../../domain/errors.ts';
import type { Endpoints } from './endpoints.ts';

/** How the bot proves who it is; absent in local mode, where no token is asked or given. */
export interface Credential {
  readonly appId: string;
  readonly appType: string;
  readonly tenantId: string;
  readonly password: string;
  readonly endpoints: Endpoints;
  /** The login service is on this machine. */
  readonly isPlainLogin: boolean;
}

/** The bot's own, for what it sends. */
export function identityOf(credential: Credential | undefined): ClaimsIdentity {
  const { AudienceClaim, AppIdClaim, AnonymousAuthType } = AuthenticationConstants;
  if (credential === undefined) return new ClaimsIdentity([], AnonymousAuthType);
  return new ClaimsIdentity([
    { type: AudienceClaim, value: credential.appId },
    { type: AppIdClaim, value: credential.appId },
  ]);
}

/** Less than the 15 seconds after which Teams delivers an activity again: whoever waits for an answer is answered by this one. */
const turnMs = 10_000;
/** The SDK's step of a request that fetches the token. */
const fetchesToken = 'ServiceClientContext_Credentials_SignRequest';

interface PipelineRequest {
  /** Milliseconds from the connection to the last byte; the connection is closed then. */
  timeout: number;
}
type Send = (request: PipelineRequest) => Promise<unknown>;
interface Pipeline {
  removePolicy(which: { name: string }): unknown;
  addPolicy(
    policy: { name: string; sendRequest(request: PipelineRequest, next: Send): Promise<unknown> },
    place: { beforePolicies: string[] },
  ): unknown;
}

/** @throws CodedError SDK_CHANGED when the client has none any more */
function pipelineOf(connector: ConnectorClient): Pipeline {
  const { pipeline } = (connector as unknown as { client?: { pipeline?: Pipeline } }).client ?? {};
  if (pipeline === undefined) throw new CodedError('SDK_CHANGED');
  return pipeline;
}

/**
 * Removes the SDK's hidden retry of POST: on a lost answer it would post the same message up to four times.
 * @throws CodedError SDK_CHANGED when the client has no such pipeline any more, rather than retrying unseen
 */
function withoutHiddenRetry(connector: ConnectorClient): ConnectorClient {
  pipelineOf(connector).removePolicy({ name: 'defaultRetryPolicy' });
  return connector;
}

/** For the client of one turn: no hidden retry, and each request ends in time, the fetching of its token included. */
export function forTurn(connector: ConnectorClient, timeoutMs = turnMs): ConnectorClient {
  const policy = {
    name: 'turnTimeout',
    sendRequest: (request: PipelineRequest, next: Send) => {
      request.timeout = timeoutMs;
      return within(next(request), timeoutMs, 'ANSWER_TIMEOUT');
    },
  };
  pipelineOf(connector).addPolicy(policy, { beforePolicies: [fetchesToken] });
  return withoutHiddenRetry(connector);
}

/** Stops waiting for what has no end of its own. */
async function within<T>(work: Promise<T>, ms: number, code: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new CodedError(code)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * One client per service address, kept: building one costs more than a send. It is handed out with its token at hand, so that whoever
 * gets none knows that nothing was sent; the token is kept until it expires. A token comes within `tokenMs` or not at all: the SDK would wait
 * for ever for a login service that does not answer, and each message keep its place so long.
 */
export function connectors(
  authentication: BotFrameworkAuthentication,
  credential: Credential | undefined,
  tokenMs = turnMs,
): (serviceUrl: string) => Promise<ConnectorClient> {
  const factory = authentication.createConnectorFactory(identityOf(credential));
  const scope = authentication.getOriginatingAudience();
  const known = new Map<string, ConnectorClient>();
  return async (serviceUrl) => {
    const client = known.get(serviceUrl) ?? withoutHiddenRetry(await factory.create(serviceUrl, scope));
    known.set(serviceUrl, client);
    if (credential !== undefined) await within(tokenOf(client), tokenMs, 'TOKEN_TIMEOUT');
    return client;
  };
}

async function tokenOf({ credentials }: ConnectorClient): Promise<string> {
  if (!(credentials instanceof AppCredentials)) throw new CodedError('SDK_CHANGED');
  return credentials.getToken();
}

/** The bot's own token for another of Microsoft's services, kept until it expires. @param audience whom it is for, as an address */
export function tokenFor(
  authentication: BotFrameworkAuthentication,
  credential: Credential,
  audience: string,
): () => Promise<string> {
  const client = authentication.createConnectorFactory(identityOf(credential)).create(audience, audience);
  client.catch(() => undefined);
  return async () => within(tokenOf(await client), turnMs, 'TOKEN_TIMEOUT');
}

/** The bot's own token, for images that people paste: they lie on the connector's host and want it. */
export function botToken(connector: (serviceUrl: string) => Promise<ConnectorClient>): () => Promise<string> {
  return async () => tokenOf(await connector('https://smba.trafficmanager.net/'));
}
