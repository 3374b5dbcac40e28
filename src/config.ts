import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { checkTogether, isLoopbackOnly, isOwn } from './config-checks.ts';
import { checkStorage } from './config-storage.ts';
import { CodedError } from './domain/errors.ts';

const trimmed = z.string().trim();
/** The templates of papers that come with the program. */
export const shippedPapers = fileURLToPath(new URL('../papers/', import.meta.url));
/** Beside the program, from wherever it is started. */
const ownPlan = fileURLToPath(new URL('../plans/khanh-hoa-14-ct-ubnd.yaml', import.meta.url));

/** Of the SDK's own names; without them the services of Microsoft's public cloud are used. */
const service = z.url({ protocol: /^https?$/ }).optional();

const environment = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65535).default(3978),
    HOST: trimmed.default('127.0.0.1'),
    /** Where people's browsers reach this server, for download links. */
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    DATA_DIR: trimmed.min(1).default('./data'),
    /** Keys, apart from the data and from their backup; by default beside them. */
    SECRETS_DIR: trimmed.min(1).optional(),
    /** An Azure Key Vault for the keys, shown the bot's managed identity, in place of a folder. */
    KEY_VAULT_URL: z.url({ protocol: /^https$/ }).optional(),
    /** Of all keys the only one that may be given here. */
    LINK_KEY: trimmed.regex(/^[\w-]{43}$/, '32 random bytes in base64url, which are 43 characters').optional(),
    /** `cli`: whoever is logged in with the Azure CLI is shown to the accounts in place of the managed identity, on an administrator's own machine. */
    AZURE_LOGIN: z.enum(['identity', 'cli']).default('identity'),
    /** An account of Azure Cosmos DB for the documents; without it they are in DATA_DIR. */
    COSMOS_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
    /** Without it the bot's managed identity is shown. */
    COSMOS_KEY: trimmed.optional(),
    COSMOS_DATABASE: trimmed.regex(/^[\w-]{1,255}$/, 'letters, digits, - and _').optional(),
    /** An account of Azure Storage for files and the lease, shown the bot's managed identity; without any they are in DATA_DIR. */
    BLOB_URL: z.url({ protocol: /^https?$/ }).optional(),
    /** The same, with its key. */
    BLOB_CONNECTION_STRING: trimmed.optional(),
    PLAN_FILE: trimmed.min(1).default(ownPlan),
    PAPERS_DIR: trimmed.default(''),
    ROSTER_FILE: trimmed.min(1).optional(),
    OFFICE_ADMINS: z.string().default(''),
    ATTACHMENT_HOSTS: z.string().default(''),
    /** The app's id in the organisation's catalog: with it the bot installs itself to people of the roster, through Microsoft Graph. */
    TEAMS_CATALOG_APP_ID: z.guid().toLowerCase().optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    /** Shown by who reads the numbers at /metrics; without it they are told in local mode alone. */
    METRICS_TOKEN: trimmed.min(16).optional(),
    NOW: z.iso.datetime({ offset: true }).optional(),
    MicrosoftAppId: trimmed.default(''),
    MicrosoftAppType: z.enum(['SingleTenant', 'UserAssignedMsi']).optional(),
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
    checkTogether(env, refuse);
    checkStorage(env, refuse);
  });
type Environment = z.infer<typeof environment>;

/** Every variable that is read. */
export const configNames: readonly string[] = Object.keys(environment.shape);

/** What the process was started with. */
export type Config = Environment & {
  readonly SECRETS_DIR: string;
  readonly COSMOS_DATABASE: string;
  readonly MicrosoftAppType: NonNullable<Environment['MicrosoftAppType']>;
  /** No credential, loopback only. */
  readonly local: boolean;
  /** With a credential, but everything that it speaks to may be on this machine. */
  readonly loopback: boolean;
  /** The login service is on this machine. */
  readonly isPlainLogin: boolean;
};

/** Misspelt, too. */
const isSecret = (name: string): boolean =>
  /password|secret|key|_token|connection/i.test(name) && !['SECRETS_DIR', 'KEY_VAULT_URL'].includes(name);

const folded = (name: string): string => name.toLowerCase().replace(/[_-]/g, '');
const sdkNames = configNames.filter((name) => /[a-z]/.test(name));

/** Of the SDK's variables: one that is not read leaves the bot in local mode, or without what it was meant to set. */
function misspeltIn(names: readonly string[]): { path: string[]; message: string }[] {
  return names
    .filter((name) => !sdkNames.includes(name))
    .flatMap((name) => {
      const meant = sdkNames.filter((known) => folded(known) === folded(name));
      const isLike = meant.length > 0 || folded(name).startsWith('microsoftapp');
      const message = `not a variable of this program; did you mean ${(meant.length > 0 ? meant : sdkNames).join(', ')}?`;
      return isLike ? [{ path: [name], message }] : [];
    });
}

/**
 * Reads the environment once, at start.
 * @throws CodedError CONFIG_INVALID whose `problems` name each variable, what it got and what it takes
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  const misspelt = misspeltIn(Object.keys(given));
  if (parsed.success && misspelt.length === 0) {
    const { data } = parsed;
    return {
      ...data,
      MicrosoftAppType: data.MicrosoftAppType ?? 'SingleTenant',
      COSMOS_DATABASE: data.COSMOS_DATABASE ?? 'thidua',
      SECRETS_DIR: data.SECRETS_DIR ?? `${path.resolve(data.DATA_DIR)}-secrets`,
      local: data.MicrosoftAppId === '',
      loopback: isLoopbackOnly(data),
      isPlainLogin: isOwn(data.ToChannelFromBotLoginUrl),
    };
  }
  const problems = [...misspelt, ...(parsed.error?.issues ?? [])].map((issue) => {
    const name = String(issue.path[0]);
    const got =
      given[name] === undefined ? 'nothing' : isSecret(name) ? 'a value (not shown)' : JSON.stringify(given[name]);
    return `${name}: got ${got}; ${issue.message}`;
  });
  throw new CodedError('CONFIG_INVALID', { problems: problems.join('\n') });
}
