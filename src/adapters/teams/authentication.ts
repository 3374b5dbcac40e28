import { type Activity, CallerIdConstants, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationError,
  type BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type ServiceClientCredentialsFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { CodedError } from '../../domain/errors.ts';
import { type Credential, forTurn, identityOf } from './credentials.ts';
import { endpointsOf } from './endpoints.ts';
import { PlainLogin } from './plain-login.ts';
import { createSigningKeys } from './signing-keys.ts';
import { createTokenCheck, type TokenCheck } from './token-check.ts';

export interface Authentication extends BotFrameworkAuthentication {
  /** Before anything of the request is read: whether the channel's service has signed its header. @throws AuthenticationError */
  admit(authorization: string): Promise<void>;
}

interface AuthenticationOptions {
  /** Told when the signing keys could not be fetched; older ones go on being used. */
  readonly onKeysAway?: (error: unknown) => void;
  /** For each request of a turn; less than the 15 seconds after which Teams delivers an activity again. */
  readonly turnMs?: number;
}

/** The bot's connector in one region has one address; more of them are not worth keeping. */
const clientsKept = 20;

/**
 * Who speaks to the bot, checked by our own hand, and the SDK's way of speaking to the service. Nobody but the channel service itself is
 * let in: no emulator, no other bot, no streaming.
 */
export function createAuthentication(
  credential: Credential | undefined,
  { onKeysAway = () => undefined, turnMs }: AuthenticationOptions = {},
): Authentication {
  const clients = { turnMs };
  if (credential === undefined) return new ChannelAuthentication(undefined, clients);
  const { endpoints, appId, password, isPlainLogin } = credential;
  const now = Date.now;
  const keys = createSigningKeys({ metadataUrl: endpoints.ToBotFromChannelOpenIdMetadataUrl, now, onAway: onKeysAway });
  const issuer = endpoints.ToBotFromChannelTokenIssuer;
  const check = createTokenCheck({ keys, issuer, audience: appId, now });
  const factory = isPlainLogin ? new PlainLogin({ appId, password }) : undefined;
  return new ChannelAuthentication({ credential, check, factory }, clients);
}

interface Known {
  readonly credential: Credential;
  readonly check: TokenCheck;
  /** The SDK's own by default. */
  readonly factory: ServiceClientCredentialsFactory | undefined;
}

class ChannelAuthentication extends ConfigurationBotFrameworkAuthentication implements Authentication {
  private readonly check: TokenCheck | undefined;
  private readonly identity: ClaimsIdentity;
  private readonly scope: string;
  private readonly clients: ConnectorFactory;
  private userTokens: Promise<UserTokenClient> | undefined;

  constructor(known: Known | undefined, { turnMs }: { turnMs: number | undefined }) {
    super(known === undefined ? {} : settingsOf(known.credential), known?.factory);
    this.check = known?.check;
    this.identity = identityOf(known?.credential);
    this.scope = (known?.credential.endpoints ?? endpointsOf({})).ToChannelFromBotOAuthScope;
    this.clients = new TurnConnectors(this.createConnectorFactory(this.identity), turnMs);
  }

  async admit(authorization: string): Promise<void> {
    if (this.check !== undefined) await asked(this.check, authorization);
  }

  override async authenticateRequest(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    const claimsIdentity =
      this.check === undefined ? this.identity : await identified(this.check, activity, authorization);
    return {
      audience: this.scope,
      callerId: CallerIdConstants.PublicAzureChannel,
      claimsIdentity,
      connectorFactory: this.clients,
    };
  }

  /** For whom the tokens of what the bot sends are. */
  override getOriginatingAudience(): string {
    return this.scope;
  }

  override async authenticateChannelRequest(): Promise<never> {
    throw new AuthenticationError('SKILLS_NOT_TAKEN', 401);
  }

  override async authenticateStreamingRequest(): Promise<never> {
    throw new AuthenticationError('STREAMING_NOT_TAKEN', 401);
  }

  /** Asked for in each turn by the SDK, and used by none of ours. */
  override createUserTokenClient(): Promise<UserTokenClient> {
    this.userTokens ??= super.createUserTokenClient(this.identity);
    return this.userTokens;
  }
}

const settingsOf = ({ appId, appType, tenantId, password, endpoints }: Credential) => ({
  MicrosoftAppId: appId,
  MicrosoftAppType: appType,
  MicrosoftAppTenantId: tenantId,
  ...(password === '' ? {} : { MicrosoftAppPassword: password }),
  ...endpoints,
});

async function identified(
  check: TokenCheck,
  { channelId, serviceUrl }: Activity,
  authorization: string,
): Promise<ClaimsIdentity> {
  const claims = await asked(check, authorization, { channelId, serviceUrl });
  return new ClaimsIdentity(
    Object.entries(claims).map(([type, value]) => ({ type, value: String(value) })),
    'Bearer',
  );
}

/** What the check says, as the SDK says it. */
async function asked(check: TokenCheck, ...what: Parameters<TokenCheck>): ReturnType<TokenCheck> {
  try {
    return await check(...what);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    const status = error.code === 'KEYS_UNAVAILABLE' ? 503 : 401;
    throw new AuthenticationError([error.code, error.facts.reason].filter(Boolean).join(': '), status);
  }
}

/** One client per service address, kept and made ready for turns: building one costs more than a send. */
class TurnConnectors extends ConnectorFactory {
  private readonly known = new Map<string, Promise<ConnectorClient>>();

  constructor(
    private readonly stock: ConnectorFactory,
    private readonly turnMs: number | undefined,
  ) {
    super();
  }

  override create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const kept = this.known.get(serviceUrl);
    if (kept !== undefined) return kept;
    for (const oldest of [...this.known.keys()].slice(0, 1 + this.known.size - clientsKept)) this.known.delete(oldest);
    const made = this.stock.create(serviceUrl, audience).then((client) => forTurn(client, this.turnMs));
    this.known.set(serviceUrl, made);
    // One that could not be built is built anew by the next turn.
    made.catch(() => this.known.delete(serviceUrl));
    return made;
  }
}
