import {
  AppCredentials,
  AuthenticationConstants,
  type AuthenticatorResult,
  ServiceClientCredentialsFactory,
} from 'botframework-connector';
import { z } from 'zod';
import { CodedError } from '../../domain/errors.ts';

interface Login {
  readonly appId: string;
  readonly password: string;
}

const grant = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

/** For a login service on this machine: a plain client-credentials POST, since MSAL takes https and known authorities only. */
export class PlainLogin extends ServiceClientCredentialsFactory {
  constructor(private readonly login: Login) {
    super();
  }

  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.login.appId;
  }
  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }
  override async createCredentials(_appId: string, scope: string | undefined, url: string): Promise<PlainCredentials> {
    return new PlainCredentials(this.login, { scope: scope ?? '', url });
  }
}

class PlainCredentials extends AppCredentials {
  constructor(
    private readonly login: Login,
    private readonly service: { readonly scope: string; readonly url: string },
  ) {
    super(login.appId, undefined, service.scope);
  }

  /** The base class keeps the token until five minutes before it expires. */
  protected override async refreshToken(): Promise<AuthenticatorResult> {
    const { scope, url } = this.service;
    const answer = await fetch(
      `${url.replace(/\/$/, '')}${AuthenticationConstants.ToChannelFromBotTokenEndpointPath}`,
      {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: this.login.appId,
          client_secret: this.login.password,
          scope: `${scope}/.default`,
        }),
        redirect: 'error',
      },
    );
    if (!answer.ok) {
      await answer.body?.cancel();
      throw new CodedError('LOGIN_REFUSED', { status: answer.status });
    }
    const { access_token, expires_in } = grant.parse(await answer.json());
    return { accessToken: access_token, expiresOn: new Date(Date.now() + expires_in * 1_000) };
  }
}
