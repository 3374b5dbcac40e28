/**
 * The clouds that Teams is in, by who issues the channel's tokens there: the exact hosts of its connector. Whose tokens the bot takes says which
 * of them it is in, and it speaks to no other. Each host by itself, and never by its ending: under `trafficmanager.net` anybody may have a name.
 */
const connectors: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  // A tenant of GCC has its bots registered in the public cloud.
  [
    'https://api.botframework.com',
    new Set([
      'smba.trafficmanager.net',
      'smba.onyx.prod.teams.trafficmanager.net',
      'smba.infra.gcc.teams.microsoft.com',
    ]),
  ],
  // GCC High and DoD have one issuer.
  ['https://api.botframework.us', new Set(['smba.infra.gov.teams.microsoft.us', 'smba.infra.dod.teams.microsoft.us'])],
  // 21Vianet.
  ['https://api.botframework.azure.cn', new Set(['frontend.botapi.msg.infra.teams.microsoftonline.cn'])],
]);

/** Of every cloud. */
export const issuers: readonly string[] = [...connectors.keys()];

/** Whether Teams' connector of this issuer's cloud has this host. */
export const isConnectorHost = (host: string, issuer: string): boolean => connectors.get(issuer)?.has(host) === true;

const graphs: ReadonlyMap<string, string> = new Map([
  ['https://api.botframework.com', 'https://graph.microsoft.com'],
  // Of GCC High; DoD has the same issuer, and another.
  ['https://api.botframework.us', 'https://graph.microsoft.us'],
]);

/** Microsoft Graph of this issuer's cloud, where it installs apps; 21Vianet's does not. */
export const graphOf = (issuer: string): string | undefined => graphs.get(issuer);
