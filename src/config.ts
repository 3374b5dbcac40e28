import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { isLoopback } from './bot/gate.ts';
import { CodedError } from './domain/errors.ts';

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);
const trimmed = z.string().trim();
/** Beside the program, from wherever it is started. */
const ownPlan = fileURLToPath(new URL('../plans/khanh-hoa-14-ct-ubnd.yaml', import.meta.url));

/** Of the SDK's own names; without them the services of Microsoft's public cloud are used. */
const service = z.url({ protocol: /^https?$/ }).optional();
const overrides = [
  'ToBotFromChannelTokenIssuer',
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'OAuthUrl',
] as const;
const services = ['ToBotFromChannelOpenIdMetadataUrl', 'ToChannelFromBotLoginUrl', 'OAuthUrl'] as const;

const environment = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65535).default(3978),
    HOST: trimmed.default('127.0.0.1'),
    /** Where people's browsers reach this server, for download links. */
    PUBLIC_URL: z.url().optional(),
    DATA_DIR: trimmed.min(1).default('./data'),
    /** Keys, apart from the data and from their backup; by default beside them. */
    SECRETS_DIR: trimmed.min(1).optional(),
    PLAN_FILE: trimmed.min(1).default(ownPlan),
    ROSTER_FILE: trimmed.min(1).optional(),
    OFFICE_ADMINS: z.string().default(''),
    ATTACHMENT_HOSTS: z.string().default(''),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    NOW: z.iso.datetime({ offset: true }).optional(),
    MicrosoftAppId: trimmed.default(''),
    MicrosoftAppType: z.enum(['SingleTenant', 'UserAssignedMsi']).default('SingleTenant'),
    /** A GUID in any case; people's identities are kept under it. */
    MicrosoftAppTenantId: trimmed.toLowerCase().default(''),
    MicrosoftAppPassword: trimmed.default(''),
    ToBotFromChannelTokenIssuer: trimmed.optional(),
    ToBotFromChannelOpenIdMetadataUrl: service,
    ToChannelFromBotLoginUrl: service,
    ToChannelFromBotOAuthScope: trimmed.optional(),
    OAuthUrl: service,
  })
  .superRefine((env, ctx) => {
    const refuse = (name: string, message: string) => ctx.addIssue({ code: 'custom', path: [name], message });
    if (env.MicrosoftAppId === '') {
      if (!loopback.has(env.HOST))
        refuse(
          'HOST',
          'without MicrosoftAppId the bot takes no tokens, so it listens on 127.0.0.1, localhost or ::1 only',
        );
      for (const name of overrides) if (env[name] !== undefined) refuse(name, 'only with MicrosoftAppId');
      return;
    }
    for (const name of services) {
      const url = env[name];
      if (url === undefined || !URL.canParse(url)) continue;
      if (isOwn(url) && !isLoopbackOnly(env))
        refuse(name, 'an address on this machine only if HOST and ToBotFromChannelOpenIdMetadataUrl are too');
      if (!isOwn(url) && !url.startsWith('https:')) refuse(name, 'https, or an address on this machine');
    }
    if (env.NOW !== undefined) refuse('NOW', 'only without MicrosoftAppId (local mode)');
    if (env.MicrosoftAppTenantId === '') refuse('MicrosoftAppTenantId', 'required with MicrosoftAppId');
    if (env.PUBLIC_URL === undefined)
      refuse('PUBLIC_URL', 'required with MicrosoftAppId, e.g. https://thidua.example.gov.vn');
    if (env.MicrosoftAppType === 'SingleTenant' && env.MicrosoftAppPassword === '')
      refuse('MicrosoftAppPassword', 'required for SingleTenant');
    if (env.MicrosoftAppType === 'UserAssignedMsi' && isOwn(env.ToChannelFromBotLoginUrl))
      refuse('ToChannelFromBotLoginUrl', 'an address on this machine only with SingleTenant');
  });
type Environment = z.infer<typeof environment>;

/** What is no address at all is refused already. */
const isOwn = (url = ''): boolean => URL.canParse(url) && isLoopback(new URL(url));

/** Who signs the tokens and who may reach the bot are on this machine: a test of the whole, and no other can join. */
const isLoopbackOnly = (env: Pick<Environment, 'HOST' | 'ToBotFromChannelOpenIdMetadataUrl'>): boolean =>
  loopback.has(env.HOST) && isOwn(env.ToBotFromChannelOpenIdMetadataUrl);

/** What the process was started with. */
export type Config = Environment & {
  readonly SECRETS_DIR: string;
  /** No credential, loopback only. */
  readonly local: boolean;
  /** With a credential, but everything that it speaks to may be on this machine. */
  readonly loopback: boolean;
  /** The login service is on this machine. */
  readonly isPlainLogin: boolean;
};

const secrets = new Set(['MicrosoftAppPassword']);

/**
 * Reads the environment once, at start.
 * @throws CodedError CONFIG_INVALID whose `problems` name each variable, what it got and what it takes
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  if (parsed.success) {
    const { data } = parsed;
    return {
      ...data,
      SECRETS_DIR: data.SECRETS_DIR ?? `${path.resolve(data.DATA_DIR)}-secrets`,
      local: data.MicrosoftAppId === '',
      loopback: isLoopbackOnly(data),
      isPlainLogin: isOwn(data.ToChannelFromBotLoginUrl),
    };
  }
  const problems = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const got =
      given[name] === undefined ? 'nothing' : secrets.has(name) ? 'a value (not shown)' : JSON.stringify(given[name]);
    return `${name}: got ${got}; ${issue.message}`;
  });
  throw new CodedError('CONFIG_INVALID', { problems: problems.join('\n') });
}

/** A list separated by commas or spaces. */
export const listOf = (value: string): string[] => value.split(/[\s,]+/).filter((part) => part !== '');
