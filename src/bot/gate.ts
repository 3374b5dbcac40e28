import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { asUrl } from '../domain/text/as-url.ts';
import { isConnectorHost } from './clouds.ts';

/** What we accept before the SDK sees it. */
export interface GateRules {
  readonly local: boolean;
  /** In lower case; empty: any. */
  readonly tenantId: string;
  /** Of the tokens, and so the cloud that the bot is in; nobody asks for one in local mode. */
  readonly issuer: string;
  /** Whether services on this machine are spoken to as well, besides those of Teams. */
  readonly loopback: boolean;
}

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

const tenantId = z.string().toLowerCase().optional();
const outline = z.object({
  type: z.string(),
  channelId: z.literal('msteams'),
  serviceUrl: z.url(),
  conversation: z.object({ tenantId }).optional(),
  channelData: z.object({ tenant: z.object({ id: tenantId }).optional() }).optional(),
});
const claims = z.object({ iss: z.string(), exp: z.number() });

export const isLoopback = (url: URL): boolean => loopback.has(url.hostname);

const namesNobody = ({ username, password }: URL): boolean => username === '' && password === '';

/** An address of a listed host, and not of what else runs there. */
export const isPlainHttps = (url: URL): boolean => url.protocol === 'https:' && url.port === '' && namesNobody(url);

export function isTrustedHost(url: URL, rules: GateRules): boolean {
  if (isLoopback(url)) return (rules.local || rules.loopback) && namesNobody(url);
  return !rules.local && isPlainHttps(url) && isConnectorHost(url.hostname, rules.issuer);
}

/** Of a request that was made on this machine, by name and without a proxy between: where no token is asked, nobody else may get in. */
export function isFromHere(headers: IncomingHttpHeaders): boolean {
  const host = asUrl(`http://${headers.host}`);
  const isForwarded = Object.keys(headers).some((name) => /^(x-forwarded-|forwarded$|x-real-ip$|via$)/.test(name));
  return !isForwarded && host !== undefined && isLoopback(host);
}

/** Unsigned look at the token, so that junk costs nothing: a foreign issuer or a token that never expires. In local mode none is asked for. */
export function mayBeSigned({ local, issuer }: GateRules, authorization: string | undefined): boolean {
  if (local) return true;
  const payload = authorization?.match(/^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/)?.[1];
  if (payload === undefined) return false;
  try {
    return claims.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))).data?.iss === issuer;
  } catch {
    return false;
  }
}

export type GateAnswer = 'pass' | 'forbidden' | 'malformed';

/** Turns away foreign tenants, foreign service addresses and an empty channel. */
export function gate(rules: GateRules, activity: unknown): GateAnswer {
  const body = outline.safeParse(activity);
  if (!body.success) return 'malformed';
  if (!isTrustedHost(new URL(body.data.serviceUrl), rules)) return 'forbidden';
  const { channelData, conversation } = body.data;
  const tenants = new Set([channelData?.tenant?.id, conversation?.tenantId].filter((id) => id !== undefined));
  // Of two that differ, one is not whose the other half of the code takes it for.
  if (tenants.size > 1 || (rules.tenantId !== '' && !tenants.has(rules.tenantId))) return 'forbidden';
  return 'pass';
}
