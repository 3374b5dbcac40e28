import { z } from 'zod';

/** What we accept before the SDK sees it. */
export interface GateRules {
  readonly local: boolean;
  /** In lower case; empty: any. */
  readonly tenantId: string;
}

const teamsHosts = new Set([
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
]);
const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);
const issuer = 'https://api.botframework.com';

const outline = z.object({
  channelId: z.literal('msteams'),
  serviceUrl: z.url(),
  conversation: z.object({ tenantId: z.string().optional() }).optional(),
  channelData: z.object({ tenant: z.object({ id: z.string() }).optional() }).optional(),
});
const claims = z.object({ iss: z.literal(issuer), exp: z.number() });

export function isTrustedHost(url: URL, rules: GateRules): boolean {
  if (rules.local) return loopback.has(url.hostname);
  return url.protocol === 'https:' && teamsHosts.has(url.hostname);
}

/** Unsigned look at the token: only to turn away what the SDK would accept or leak memory on; the SDK checks the signature. */
function hasTeamsClaims(authorization: string | undefined): boolean {
  const payload = authorization?.match(/^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/)?.[1];
  if (payload === undefined) return false;
  try {
    return claims.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))).success;
  } catch {
    return false;
  }
}

export type GateAnswer = 'pass' | 'unauthorized' | 'forbidden' | 'malformed';

/** Closes what the SDK leaves open: foreign issuers, tokens that never expire, foreign tenants, foreign service addresses, an empty channel. */
export function gate(rules: GateRules, request: { authorization: string | undefined; body: unknown }): GateAnswer {
  if (!rules.local && !hasTeamsClaims(request.authorization)) return 'unauthorized';
  const body = outline.safeParse(request.body);
  if (!body.success) return 'malformed';
  if (!isTrustedHost(new URL(body.data.serviceUrl), rules)) return 'forbidden';
  const tenant = body.data.channelData?.tenant?.id ?? body.data.conversation?.tenantId;
  if (rules.tenantId !== '' && tenant?.toLowerCase() !== rules.tenantId) return 'forbidden';
  return 'pass';
}
