import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  AppCredentials,
  AuthenticationConfiguration,
  AuthenticationConstants,
  type BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorClient,
} from 'botframework-connector';
import { CodedError } from '../../domain/errors.ts';

/** How the bot proves who it is; absent in local mode, where no token is asked or given. */
export interface Credential {
  readonly appId: string;
  readonly appType: string;
  readonly tenantId: string;
  readonly password: string;
}

const teamsIssuer = 'https://api.botframework.com';

/** The SDK's authentication with the doors closed that it leaves open: only tokens issued by the channel service itself. */
export function createAuthentication(credential: Credential | undefined): BotFrameworkAuthentication {
  if (credential === undefined) return new ConfigurationBotFrameworkAuthentication({});
  const claims = new AuthenticationConfiguration(['msteams'], async (list) => {
    const issuer = list.find((claim) => claim.type === 'iss')?.value;
    if (issuer !== teamsIssuer) throw new CodedError('WRONG_ISSUER');
  });
  const keys = {
    MicrosoftAppId: credential.appId,
    MicrosoftAppType: credential.appType,
    MicrosoftAppTenantId: credential.tenantId,
    ...(credential.password === '' ? {} : { MicrosoftAppPassword: credential.password }),
  };
  return new ConfigurationBotFrameworkAuthentication(keys, undefined, claims);
}

interface RetryingClient {
  readonly pipeline?: { removePolicy(which: { name: string }): unknown };
}

/**
 * Removes the SDK's hidden retry of POST: on a lost answer it would post the same message up to four times.
 * @throws CodedError SDK_CHANGED when the client has no such pipeline any more, rather than retrying unseen
 */
export function withoutHiddenRetry(connector: ConnectorClient): ConnectorClient {
  const { pipeline } = (connector as unknown as { client: RetryingClient }).client ?? {};
  if (pipeline === undefined) throw new CodedError('SDK_CHANGED');
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  return connector;
}

/**
 * One client per service address, kept: building one costs more than a send. It is handed out with its token at hand, so that whoever
 * gets none knows that nothing was sent; the token is kept until it expires.
 */
export function connectors(
  authentication: BotFrameworkAuthentication,
  credential: Credential | undefined,
): (serviceUrl: string) => Promise<ConnectorClient> {
  const { AudienceClaim, AppIdClaim, AnonymousAuthType, ToChannelFromBotOAuthScope } = AuthenticationConstants;
  const identity =
    credential === undefined
      ? new ClaimsIdentity([], AnonymousAuthType)
      : new ClaimsIdentity([
          { type: AudienceClaim, value: credential.appId },
          { type: AppIdClaim, value: credential.appId },
        ]);
  const factory = authentication.createConnectorFactory(identity);
  const known = new Map<string, ConnectorClient>();
  return async (serviceUrl) => {
    const client =
      known.get(serviceUrl) ?? withoutHiddenRetry(await factory.create(serviceUrl, ToChannelFromBotOAuthScope));
    known.set(serviceUrl, client);
    if (credential !== undefined) await tokenOf(client);
    return client;
  };
}

async function tokenOf({ credentials }: ConnectorClient): Promise<string> {
  if (!(credentials instanceof AppCredentials)) throw new CodedError('SDK_CHANGED');
  return credentials.getToken();
}

/** The bot's own token, for images that people paste: they lie on the connector's host and want it. */
export function botToken(connector: (serviceUrl: string) => Promise<ConnectorClient>): () => Promise<string> {
  return async () => tokenOf(await connector('https://smba.trafficmanager.net/'));
}
