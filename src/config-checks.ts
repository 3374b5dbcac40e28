import { graphOf, issuers } from './bot/clouds.ts';
import { isLoopback, isPlainHttps } from './bot/gate.ts';
import { asUrl } from './domain/text/as-url.ts';

/** What is checked together, as it was given. */
export interface Variables {
  readonly HOST: string;
  readonly PUBLIC_URL?: string | undefined;
  readonly OFFICE_ADMINS: string;
  readonly ATTACHMENT_HOSTS: string;
  readonly TEAMS_CATALOG_APP_ID?: string | undefined;
  readonly NOW?: string | undefined;
  readonly MicrosoftAppId: string;
  readonly MicrosoftAppType?: 'SingleTenant' | 'UserAssignedMsi' | undefined;
  readonly MicrosoftAppTenantId: string;
  readonly MicrosoftAppPassword: string;
  readonly ToBotFromChannelTokenIssuer?: string | undefined;
  readonly ToBotFromChannelOpenIdMetadataUrl?: string | undefined;
  readonly ToChannelFromBotLoginUrl?: string | undefined;
  readonly ToChannelFromBotOAuthScope?: string | undefined;
  readonly OAuthUrl?: string | undefined;
}
type Refuse = (name: keyof Variables, message: string) => void;

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);
const overrides = [
  'ToBotFromChannelTokenIssuer',
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'OAuthUrl',
] as const;
const [publicIssuer = ''] = issuers;
const ofEveryCloud = [
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
] as const;
const services = ['ToBotFromChannelOpenIdMetadataUrl', 'ToChannelFromBotLoginUrl', 'OAuthUrl'] as const;

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const id = /^[\w.-]{1,64}$/;
const hostName = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i;

/** A list separated by commas or spaces. */
export const listOf = (value: string): string[] => value.split(/[\s,]+/).filter((part) => part !== '');

/** What is no address at all is refused already. */
export function isOwn(address = ''): boolean {
  const url = asUrl(address);
  return url !== undefined && isLoopback(url);
}

/** Who signs the tokens and who may reach the bot are on this machine: a test of the whole, and no other can join. */
export const isLoopbackOnly = (env: Pick<Variables, 'HOST' | 'ToBotFromChannelOpenIdMetadataUrl'>): boolean =>
  loopback.has(env.HOST) && isOwn(env.ToBotFromChannelOpenIdMetadataUrl);

/** What each variable cannot say for itself. */
export function checkTogether(env: Variables, refuse: Refuse): void {
  checkLists(env, refuse);
  if (env.MicrosoftAppId === '') checkLocal(env, refuse);
  else checkProduction(env, refuse);
}

function checkLists(env: Variables, refuse: Refuse): void {
  const strange = listOf(env.OFFICE_ADMINS).filter((each) => !id.test(each));
  if (strange.length > 0) refuse('OFFICE_ADMINS', `object ids of Entra, and not ${strange.join(' ')}`);
  const isOwnHost = (host: string): boolean => env.MicrosoftAppId === '' && isOwn(`http://${host}`);
  const odd = listOf(env.ATTACHMENT_HOSTS).filter((host) => !hostName.test(host) && !isOwnHost(host));
  if (odd.length > 0)
    refuse('ATTACHMENT_HOSTS', `whole host names such as contoso-my.sharepoint.com, and not ${odd.join(' ')}`);
}

/** No token is asked: nobody but this machine may reach the bot, and nothing may look as if it were meant otherwise. */
function checkLocal(env: Variables, refuse: Refuse): void {
  if (!loopback.has(env.HOST))
    refuse('HOST', 'without MicrosoftAppId the bot takes no tokens, so it listens on 127.0.0.1, localhost or ::1 only');
  for (const name of overrides) if (env[name] !== undefined) refuse(name, 'only with MicrosoftAppId');
  for (const name of ['MicrosoftAppType', 'MicrosoftAppTenantId', 'MicrosoftAppPassword'] as const)
    if ((env[name] ?? '') !== '')
      refuse(name, 'only with MicrosoftAppId; without it anybody who reaches the bot could act as anybody');
  if (env.TEAMS_CATALOG_APP_ID !== undefined)
    refuse('TEAMS_CATALOG_APP_ID', 'only with MicrosoftAppId: without it there is nobody to be in Microsoft Graph');
  if (env.PUBLIC_URL !== undefined && !isOwn(env.PUBLIC_URL))
    refuse('PUBLIC_URL', 'an address on this machine without MicrosoftAppId; without it the bot takes no tokens');
}

function checkProduction(env: Variables, refuse: Refuse): void {
  for (const name of services) {
    const url = env[name];
    if (url === undefined || asUrl(url) === undefined) continue;
    if (isOwn(url) && !isLoopbackOnly(env))
      refuse(name, 'an address on this machine only if HOST and ToBotFromChannelOpenIdMetadataUrl are too');
    if (!isOwn(url) && !url.startsWith('https:')) refuse(name, 'https, or an address on this machine');
  }
  if (!isLoopbackOnly(env)) checkCloud(env, refuse);
  if (env.NOW !== undefined) refuse('NOW', 'only without MicrosoftAppId (local mode)');
  if (env.MicrosoftAppTenantId === '') refuse('MicrosoftAppTenantId', 'required with MicrosoftAppId');
  else if (!guid.test(env.MicrosoftAppTenantId))
    refuse(
      'MicrosoftAppTenantId',
      'the one tenant of your people, by its id such as 72f988bf-86f1-41af-91ab-2d7cd011db47',
    );
  checkPublicUrl(env, refuse);
  if (env.MicrosoftAppType === 'UserAssignedMsi' && isOwn(env.ToChannelFromBotLoginUrl))
    refuse('ToChannelFromBotLoginUrl', 'an address on this machine only with SingleTenant');
  if (env.MicrosoftAppType !== 'UserAssignedMsi' && env.MicrosoftAppPassword === '')
    refuse('MicrosoftAppPassword', 'required for SingleTenant');
}

/** The SDK's own settings are those of the public cloud; half of another cloud would be a bot that lets nobody in. */
function checkCloud(env: Variables, refuse: Refuse): void {
  const { ToBotFromChannelTokenIssuer: issuer = publicIssuer } = env;
  if (!issuers.includes(issuer)) refuse('ToBotFromChannelTokenIssuer', `one of ${issuers.join(' ')}`);
  if (env.TEAMS_CATALOG_APP_ID !== undefined && graphOf(issuer) === undefined)
    refuse('TEAMS_CATALOG_APP_ID', 'not in this cloud: its Microsoft Graph installs no apps');
  if (issuer === publicIssuer) return;
  const isMsi = env.MicrosoftAppType === 'UserAssignedMsi';
  for (const name of ofEveryCloud)
    if (env[name] === undefined && !(isMsi && name === 'ToChannelFromBotLoginUrl'))
      refuse(name, `required with this ToBotFromChannelTokenIssuer: that of the same cloud`);
}

function checkPublicUrl({ PUBLIC_URL, ...env }: Variables, refuse: Refuse): void {
  if (PUBLIC_URL === undefined) {
    refuse('PUBLIC_URL', 'required with MicrosoftAppId, e.g. https://thidua.example.gov.vn');
    return;
  }
  const url = asUrl(PUBLIC_URL);
  if (url === undefined || (isOwn(PUBLIC_URL) && isLoopbackOnly(env))) return;
  // Another port is a proxy's choice.
  url.port = '';
  if (!isPlainHttps(url) || url.search !== '' || url.hash !== '')
    refuse('PUBLIC_URL', 'https, without a name, a question or a mark in it, e.g. https://thidua.example.gov.vn');
}
