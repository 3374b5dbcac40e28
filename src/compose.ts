import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Logger, pino } from 'pino';
import { ulid } from 'ulid';
import { pause } from './adapters/clock/pause.ts';
import { systemClock } from './adapters/clock/system-clock.ts';
import { openDiskFiles } from './adapters/disk/disk-files.ts';
import { createLinks } from './adapters/links/signed-links.ts';
import { openSqliteStore } from './adapters/sqlite/open-sqlite-store.ts';
import { SqliteLease } from './adapters/sqlite/sqlite-lease.ts';
import { createAttachments } from './adapters/teams/attachments.ts';
import { createAuthentication } from './adapters/teams/authentication.ts';
import { botToken, type Credential, connectors } from './adapters/teams/credentials.ts';
import { endpointsOf } from './adapters/teams/endpoints.ts';
import { createMessenger } from './adapters/teams/messenger.ts';
import { writeWorkbook } from './adapters/xlsx/write-workbook.ts';
import { createAdapter } from './bot/adapter.ts';
import { createDispatch } from './bot/dispatch.ts';
import { isTrustedHost } from './bot/gate.ts';
import { createServer } from './bot/server.ts';
import { createTurn } from './bot/turn.ts';
import { type Config, listOf } from './config.ts';
import { mirrorStep, refreshStep } from './delivery/mirror.ts';
import { createPace } from './delivery/pace.ts';
import { createRecallStep, recallSpreadStep } from './delivery/recall.ts';
import { createSender } from './delivery/sender.ts';
import { watchStep } from './delivery/watch.ts';
import { readPlan } from './domain/read-plan.ts';
import { adoptPlan } from './features/campaign/adopt-plan.ts';
import type { Deps } from './features/context.ts';
import { dueHandlers } from './features/due-handlers.ts';
import { features } from './features/features.ts';
import { sendingStopped, sendingWorks } from './features/outage.ts';
import { buildPages } from './features/pages.ts';
import { grantOffice } from './features/roster/grant-office.ts';
import { hasRoster, importRoster } from './features/roster/import-roster.ts';
import { createSpreadStep } from './features/spread.ts';
import { dueLane } from './jobs/lanes.ts';
import { createRunner } from './jobs/runner.ts';
import type { Clock } from './ports/clock.ts';
import type { Store } from './ports/store.ts';
import { texts } from './screens/texts.ts';
import { startStep } from './start-step.ts';

export interface Overrides {
  /** A clock that the sandbox moves; otherwise the system's. */
  readonly clock?: Clock;
  /** What stands between the bot and its store: a measurement counts. */
  readonly around?: (store: Store) => Store;
}

export interface Bot {
  /** Address of the HTTP server. */
  readonly url: string;
  readonly log: Logger;
  /** Looks for due work at once (the clock was moved). */
  wake(): void;
  stop(): Promise<void>;
}

const localTenant = 'local';
const stopWithinMs = 5_000;
/**
 * The 50 requests a second that Teams allows a bot in one tenant, in windows a little longer; a fifth is kept from chat for what is owed;
 * 1,714 an hour to one conversation.
 */
const pace = { requests: 50, windowMs: 1_005, replies: 40, spacingMs: 12, ownerGapMs: 2_100, ownerBurst: 4 };

/** Chat comes between the steps of what concerns many people: 20 documents each, and still several times what the pace lets out. */
const stepRestMs = 50;
/** Redraws and recalls under way; fewer than the sender has, which goes first. */
const redrawnAtOnce = 8;
const recallsAtOnce = 10;

const credentialOf = (config: Config): Credential | undefined =>
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

/** The only wiring: every port gets its adapter here. @returns once the bot listens and its plan and roster are read */
export async function compose(config: Config, overrides: Overrides = {}): Promise<Bot> {
  const log = pino({ level: config.LOG_LEVEL, redact: ['err.request', 'err.response', '*.authorization'] });
  const { PLAN_FILE, DATA_DIR, ROSTER_FILE } = config;
  const plan = await startStep({ variable: 'PLAN_FILE', value: PLAN_FILE }, () =>
    readPlan(readFileSync(PLAN_FILE, 'utf8')),
  );
  const { around = (store: Store): Store => store } = overrides;
  const clock = overrides.clock ?? systemClock(plan.zone, config.NOW);
  const { store, lease, files } = await startStep({ variable: 'DATA_DIR', value: DATA_DIR }, () => ({
    store: around(openSqliteStore({ path: path.join(DATA_DIR, 'thidua.db') })),
    lease: new SqliteLease(path.join(DATA_DIR, 'sender.lock')),
    files: openDiskFiles(path.join(DATA_DIR, 'files')),
  }));
  const scope = {
    tenant: config.MicrosoftAppTenantId === '' ? localTenant : config.MicrosoftAppTenantId,
    unit: plan.unit.id,
  };
  const rules = {
    local: config.local,
    tenantId: config.MicrosoftAppTenantId,
    issuer: endpointsOf(config).ToBotFromChannelTokenIssuer,
    loopback: config.loopback,
  };

  const planVersion = await adoptPlan({ store, scope, now: clock.now() }, plan);
  if (!(await hasRoster(store, scope.unit))) {
    if (ROSTER_FILE === undefined) log.warn('nobody is known here: ROSTER_FILE names no roster to import');
    else
      await startStep({ variable: 'ROSTER_FILE', value: ROSTER_FILE }, () =>
        importRoster({ store, scope, clock }, readFileSync(ROSTER_FILE, 'utf8'), plan),
      );
  }
  const strangers = await grantOffice({ store, scope, clock }, listOf(config.OFFICE_ADMINS));
  if (strangers.length > 0) log.warn({ strangers }, 'OFFICE_ADMINS names people whom the roster does not know');

  const credential = credentialOf(config);
  const authentication = createAuthentication(credential, {
    onKeysAway: (error) => log.error({ err: error }, 'the keys that sign tokens could not be fetched'),
  });
  const connector = connectors(authentication, credential);
  const messenger = createMessenger(connector, { tenantId: config.MicrosoftAppTenantId });
  let url = '';
  const links = createLinks({
    secret: randomBytes(32),
    publicUrl: () => config.PUBLIC_URL ?? url,
    now: () => Date.now(),
  });
  const attachmentHosts = new Set(listOf(config.ATTACHMENT_HOSTS));
  const attachments = createAttachments({
    allowHost: (to) => isTrustedHost(to, rules) || attachmentHosts.has(to.hostname),
    connectorHost: (to) => isTrustedHost(to, rules),
    ...(credential === undefined ? {} : { token: botToken(connector) }),
  });

  let wake = (): void => undefined;
  const deps: Deps = {
    store,
    scope,
    clock,
    plan,
    planVersion,
    files,
    links,
    attachments,
    writeWorkbook,
    texts,
    newId: () => ulid(),
    wake: () => wake(),
    log,
  };
  const pages = buildPages(
    deps,
    features.flatMap((f) => f.pages),
  );
  const monotonic = (): number => performance.now();
  const tenantPace = createPace(pace, { monotonic, pause });
  const noted = (work: Promise<void>): void =>
    void work.catch((error: unknown) => log.error({ err: error }, 'an outage was not recorded'));
  const sender = createSender({
    store,
    messenger,
    pages,
    pace: tenantPace,
    lease,
    clock,
    monotonic,
    random: Math.random,
    log,
    onBroken: (reason) => noted(sendingStopped(deps, reason)),
    onWorking: () => noted(sendingWorks(deps)),
  });
  const mirrors = { store, messenger, pages, pace: tenantPace, clock, hear: sender.hear };
  const recallStep = createRecallStep({
    ...{ store, messenger, clock },
    pace: tenantPace,
    random: Math.random,
    hear: sender.hear,
  });
  const sweep = { store, clock, log };
  const runner = createRunner({
    lanes: [
      dueLane({
        ...sweep,
        lane: 'spread',
        everyMs: 1_000,
        restMs: stepRestMs,
        handle: createSpreadStep(
          deps,
          features.flatMap((f) => f.spreads),
        ),
      }),
      { name: 'send', run: sender.step, idle: () => sender.idle() },
      dueLane({ ...sweep, lane: 'refresh', everyMs: 1_000, handle: (stored) => refreshStep(mirrors, stored) }),
      dueLane({ ...sweep, lane: 'refreshLate', everyMs: 5_000, handle: (stored) => refreshStep(mirrors, stored) }),
      dueLane({
        ...sweep,
        lane: 'mirror',
        everyMs: 1_000,
        atOnce: redrawnAtOnce,
        handle: (stored) => mirrorStep(mirrors, stored),
      }),
      dueLane({ ...sweep, lane: 'watch', everyMs: 1_000, handle: (stored) => watchStep({ store, clock }, stored) }),
      dueLane({
        ...sweep,
        lane: 'recallSpread',
        everyMs: 1_000,
        restMs: stepRestMs,
        handle: (stored) => recallSpreadStep({ store, clock }, stored),
      }),
      dueLane({ ...sweep, lane: 'recall', everyMs: 1_000, atOnce: recallsAtOnce, handle: recallStep }),
      ...dueHandlers(deps).map(({ lane, everyMs, handle }) => dueLane({ ...sweep, lane, everyMs, handle })),
    ],
    lease,
    log,
    onTakeOver: () => tenantPace.hold(pace.windowMs),
  });
  wake = runner.wake;

  const adapter = createAdapter(authentication);
  const turn = createTurn({ deps, pages, pace: tenantPace, dispatch: createDispatch(features) });
  const server = createServer({
    adapter,
    turn,
    rules,
    links,
    files,
    newId: deps.newId,
    log,
    isReady: () => url !== '',
  });
  await startStep(
    { variable: 'HOST, PORT', value: `${config.HOST}:${config.PORT}` },
    () =>
      new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(config.PORT, config.HOST, () => resolve());
      }),
  );
  const host = config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST;
  url = `http://${host}:${server.address().port}`;
  server.on('error', (error: unknown) => log.error({ err: error }, 'HTTP server'));
  runner.start();
  log.info({ url, unit: scope.unit, plan: planVersion, at: clock.now().toISO() }, 'ready');

  return {
    url,
    log,
    wake: runner.wake,
    stop: async () => {
      // Requests under way are answered; who only holds a connection is not waited for.
      const impatience = setTimeout(() => server.server.closeAllConnections(), stopWithinMs);
      await Promise.all([new Promise<void>((resolve) => server.close(() => resolve())), runner.stop(), sender.close()]);
      clearTimeout(impatience);
      await store.close();
    },
  };
}
