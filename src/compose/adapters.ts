import path from 'node:path';
import type { Logger } from 'pino';
import { pause } from '../adapters/clock/pause.ts';
import { privateFolder } from '../adapters/disk/private-folder.ts';
import { rememberPlace } from '../adapters/disk/same-place.ts';
import { createAttachments } from '../adapters/teams/attachments.ts';
import { createAuthentication } from '../adapters/teams/authentication.ts';
import { botToken, type Credential, connectors, tokenFor } from '../adapters/teams/credentials.ts';
import { endpointsOf } from '../adapters/teams/endpoints.ts';
import { createInstaller } from '../adapters/teams/graph-installer.ts';
import { createMessenger } from '../adapters/teams/messenger.ts';
import { texts } from '../adapters/texts/texts.ts';
import { createAdapter } from '../bot/adapter.ts';
import { graphOf } from '../bot/clouds.ts';
import { isPlainHttps, isTrustedHost } from '../bot/gate.ts';
import { clickMs } from '../bot/in-time.ts';
import { stillAtWork } from '../bot/reply.ts';
import type { Config } from '../config.ts';
import { listOf } from '../config-checks.ts';
import { createPace } from '../delivery/send/pace.ts';
import { openFiles } from './open-files.ts';
import { openStore, type StoreEars } from './open-store.ts';
import { startStep } from './start-step.ts';

/**
 * The 50 requests a second that Teams allows a bot in one tenant, in windows a little longer; a fifth is kept from chat for what is owed;
 * 1,714 an hour to one conversation.
 */
const pace = { requests: 50, windowMs: 1_005, replies: 40, spacingMs: 12, ownerGapMs: 2_100, ownerBurst: 4 };

export async function openStorage(config: Config, ears?: StoreEars) {
  const { DATA_DIR } = config;
  const folder = await startStep({ variable: 'DATA_DIR', value: DATA_DIR }, () => privateFolder(DATA_DIR));
  const beside = await openFiles(config, folder);
  const database = path.join(folder, 'thidua.db');
  const store = await openStore(config, database, ears);
  return { ...beside, store, place: await rememberPlace([folder, path.join(folder, 'sender.lock'), database]) };
}

export const credentialOf = (config: Config): Credential | undefined =>
  config.local
    ? undefined
    : {
        appId: config.MicrosoftAppId,
        appType: config.MicrosoftAppType,
        tenantId: config.MicrosoftAppTenantId,
        password: config.MicrosoftAppPassword,
        endpoints: endpointsOf(config),
        isPlainLogin: config.isPlainLogin,
      };

/** The two directions of Teams: activities in, messages and files out. */
export function openTeams(config: Config, log: Logger, withinMs = clickMs) {
  const { local, loopback } = config;
  const issuer = endpointsOf(config).ToBotFromChannelTokenIssuer;
  const rules = { local, loopback, issuer, tenantId: config.MicrosoftAppTenantId };
  const credential = credentialOf(config);
  const authentication = createAuthentication(credential, {
    onKeysAway: (error) => log.error({ err: error }, 'the keys that sign tokens could not be fetched'),
  });
  const connector = connectors(authentication, credential);
  const attachmentHosts = new Set(listOf(config.ATTACHMENT_HOSTS.toLowerCase()));
  const { TEAMS_CATALOG_APP_ID: catalogApp } = config;
  const graph = graphOf(issuer);
  return {
    /** Where it is configured. */
    installer:
      credential === undefined || catalogApp === undefined || graph === undefined
        ? undefined
        : createInstaller({ graph, catalogApp, token: tokenFor(authentication, credential, graph) }),
    rules,
    admit: (authorization: string) => authentication.admit(authorization),
    adapter: createAdapter(authentication, (error) => log.error({ err: error }, 'an activity failed'), {
      ms: withinMs,
      answer: stillAtWork((locale) => texts(locale).t('answers.working')),
    }),
    messenger: createMessenger(connector, { tenantId: config.MicrosoftAppTenantId }),
    attachments: createAttachments({
      allowHost: (to) => isTrustedHost(to, rules) || (isPlainHttps(to) && attachmentHosts.has(to.hostname)),
      connectorHost: (to) => isTrustedHost(to, rules),
      ...(credential === undefined ? {} : { token: botToken(connector) }),
    }),
  };
}

export const openPace = (monotonic: () => number, ownerGapMs = pace.ownerGapMs) =>
  createPace({ ...pace, ownerGapMs }, { monotonic, pause });

/** Where no tenant is configured. */
export const localTenant = 'local';

/** Less than one file of evidence. */
export const leastRoomBytes = 8 * 1024 * 1024;
/** Another process that held the lease may have sent until a moment ago. */
export const holdOnTakeOverMs = pace.windowMs;
