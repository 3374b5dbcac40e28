import { createAuthentication } from '../../adapters/teams/authentication.ts';
import { botToken, connectors } from '../../adapters/teams/credentials.ts';
import { endpointsOf } from '../../adapters/teams/endpoints.ts';
import { createSigningKeys } from '../../adapters/teams/signing-keys.ts';
import type { Config } from '../../config.ts';
import { CodedError } from '../../domain/errors.ts';
import { credentialOf } from '../adapters.ts';
import { type Finding, fail, ok, reasonOf, warn } from './finding.ts';

const withinMs = 5_000;
/** By which tokens may be off (`token-check.ts`). */
const skewMs = 300_000;
/** Two machines that keep their time do not differ by so much. */
const noticeableMs = 30_000;

/** Whether the bot is let in by Microsoft's services, and they by the bot. In local mode there are none. */
export async function checkServices(config: Config): Promise<Finding[]> {
  if (config.local) return [ok('sign-in', 'local mode: no tokens are given or asked')];
  const { ToBotFromChannelOpenIdMetadataUrl: metadataUrl } = endpointsOf(config);
  return [await checkToken(config), await checkKeys(metadataUrl), await checkClock(config, metadataUrl)];
}

async function checkToken(config: Config): Promise<Finding> {
  const credential = credentialOf(config);
  try {
    await botToken(connectors(createAuthentication(credential), credential))();
    return ok('sign-in', 'the login service has given the bot a token');
  } catch (error) {
    const why =
      error instanceof CodedError ? `${error.code} ${Object.values(error.facts).join(' ')}`.trim() : reasonOf(error);
    const what =
      config.MicrosoftAppType === 'SingleTenant'
        ? 'compare MicrosoftAppId and MicrosoftAppTenantId with the app, and make a new client secret if it has run out'
        : 'give this machine the identity that is the app (MicrosoftAppId)';
    return fail('sign-in', `no token: ${why}`, what);
  }
}

async function checkKeys(metadataUrl: string): Promise<Finding> {
  let why: unknown;
  const onAway = (error: unknown): void => {
    why = error;
  };
  try {
    await createSigningKeys({ metadataUrl, now: Date.now, timeoutMs: withinMs, onAway }).find('any');
    return ok('signing keys', metadataUrl);
  } catch {
    const what = `let this machine reach ${new URL(metadataUrl).host}; nobody is let in without the keys`;
    return fail(
      'signing keys',
      `they could not be fetched: ${why instanceof CodedError ? why.code : reasonOf(why)}`,
      what,
    );
  }
}

/** By the clock of the service whose tokens are checked with ours. */
async function checkClock({ NOW }: Config, url: string): Promise<Finding> {
  if (NOW !== undefined) return warn('clock', `NOW lets it start at ${NOW}`, 'remove NOW outside of a demonstration');
  const answer = await fetch(url, { signal: AbortSignal.timeout(withinMs) }).catch(() => undefined);
  await answer?.body?.cancel();
  const theirs = Date.parse(answer?.headers.get('date') ?? '');
  if (Number.isNaN(theirs))
    return warn('clock', 'nobody to compare it with', 'see to it that this machine keeps its time');
  const offMs = Math.abs(Date.now() - theirs);
  const off = `it differs from the service's by ${Math.round(offMs / 1_000)} seconds`;
  if (offMs >= skewMs)
    return fail('clock', off, 'set it, and have it kept (NTP): tokens are refused, and deadlines wrong');
  if (offMs >= noticeableMs) return warn('clock', off, 'have it kept (NTP): deadlines go by it');
  return ok('clock', off);
}
