import { AuthenticationConstants } from 'botframework-connector';

/** The SDK's settings by their own names; what is missing has the SDK's default (public cloud). */
export interface EndpointOverrides {
  readonly ToBotFromChannelTokenIssuer?: string | undefined;
  readonly ToBotFromChannelOpenIdMetadataUrl?: string | undefined;
  readonly ToChannelFromBotLoginUrl?: string | undefined;
  readonly ToChannelFromBotOAuthScope?: string | undefined;
  readonly OAuthUrl?: string | undefined;
}
export type Endpoints = { readonly [name in keyof EndpointOverrides]-?: string };

/** The SDK itself fills in nothing once any of them is given. */
export const endpointsOf = (given: EndpointOverrides): Endpoints => ({
  ToBotFromChannelTokenIssuer: given.ToBotFromChannelTokenIssuer ?? AuthenticationConstants.ToBotFromChannelTokenIssuer,
  ToBotFromChannelOpenIdMetadataUrl:
    given.ToBotFromChannelOpenIdMetadataUrl ?? AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
  ToChannelFromBotLoginUrl: given.ToChannelFromBotLoginUrl ?? AuthenticationConstants.ToChannelFromBotLoginUrl,
  ToChannelFromBotOAuthScope: given.ToChannelFromBotOAuthScope ?? AuthenticationConstants.ToChannelFromBotOAuthScope,
  OAuthUrl: given.OAuthUrl ?? AuthenticationConstants.OAuthUrl,
});
