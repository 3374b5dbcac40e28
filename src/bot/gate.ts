import { z } from 'zod';

/** What we accept before the SDK sees it. */
export interface GateRules {
  readonly local: boolean;
  /** In lower case; empty: any. */
  readonly tenantId: string;
  /** Of the tokens; nobody asks for one in local mode. */
  readonly issuer: string;
  /** Whether services on this machine are spoken to as well, besides those of Teams. */
  readonly loopback: boolean;
}

const teamsHosts = new Set([
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
]);
const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

const outline = z.object({
  channelId: z.literal('msteams'),
  serviceUrl: z.url(),
  conversation: z.object({ tenantId: z.string().optional() }).optional(),
  channelData: z.object({ tenant: z.object({ id: z.string() }).optional() }).optional(),
});
const claims = z.object({ iss: z.string(), exp: z.number() });

export const isLoopback = (url: URL): boolean => loopback.has(url.hostname);

export function isTrustedHost(url: URL, rules: GateRules): boolean {
  if (rules.local) return isLoopback(url);
  if (rules.loopback && isLoopback(url)) return true;
  return url.protocol === 'https:' && teamsHosts.has(url.hostname);
}

/** Unsigned look at the token, so that junk costs nothing; its signature is checked later. */
function hasTeamsClaims(authorization: string | undefined, issuer: string): boolean {
  const payload = authorization?.match(/^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/)?.[1];
  if (payload === undefined) return false;
  try {
    return claims.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))).data?.iss === issuer;
  } catch {
    return false;
  }
}

export type GateAnswer = 'pass' | 'unauthorized' | 'forbidden' | 'malformed';

/** Turns away foreign issuers, tokens that never expire, foreign tenants, foreign service addresses and an empty channel. */
export function gate(rules: GateRules, request: { authorization: string | undefined; body: unknown }): GateAnswer {
  if (!rules.local && !hasTeamsClaims(request.authorization, rules.issuer)) return 'unauthorized';
  const body = outline.safeParse(request.body);
  if (!body.success) return 'malformed';
  if (!isTrustedHost(new URL(body.data.serviceUrl), rules)) return 'forbidden';
  const tenant = body.data.channelData?.tenant?.id ?? body.data.conversation?.tenantId;
  if (rules.tenantId !== '' && tenant?.toLowerCase() !== rules.tenantId) return 'forbidden';
  return 'pass';
}
