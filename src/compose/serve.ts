import { readFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import type { Logger } from 'pino';
import { keepOffsets } from '../adapters/clock/kept-offsets.ts';
import { systemClock } from '../adapters/clock/system-clock.ts';
import { hasRoom } from '../adapters/disk/disk-room.ts';
import { createLinks } from '../adapters/links/sealed-links.ts';
import { texts } from '../adapters/texts/texts.ts';
import { openPapers } from '../adapters/word/open-papers.ts';
import { readWorkbook } from '../adapters/xlsx/read-workbook.ts';
import { writeWorkbook } from '../adapters/xlsx/write-workbook.ts';
import { writeArchive } from '../adapters/zip/write-archive.ts';
import { createDispatch } from '../bot/dispatch.ts';
import { createSentences } from '../bot/sentences.ts';
import { createServer } from '../bot/server.ts';
import { createTurn } from '../bot/turn.ts';
import { type Config, shippedPapers } from '../config.ts';
import { createSender } from '../delivery/send/sender.ts';
import { CodedError, Fault } from '../domain/errors.ts';
import { readPlan } from '../domain/plan/read-plan.ts';
import { features } from '../features/features.ts';
import { beginInstalling } from '../jobs/install/install-step.ts';
import { createRunner } from '../jobs/runner.ts';
import { keepTidy } from '../jobs/tidy-files.ts';
import { sendingStopped, sendingWorks } from '../model/sending/outage.ts';
import { requestTimes } from '../model/sending/request-times.ts';
import type { Machine, OfficeOf } from '../pipeline/machine.ts';
import { openTurn } from '../pipeline/open-turn.ts';
import { openPages, pagesOf } from '../pipeline/pages.ts';
import { inTurn } from '../pipeline/retry.ts';
import type { Turn } from '../pipeline/turn.ts';
import type { Clock } from '../ports/clock.ts';
import { freshId } from '../ports/ids.ts';
import type { Locale } from '../ports/pages.ts';
import type { Store } from '../ports/store.ts';
import { withStandings } from '../ports/with-standings.ts';
import { holdOnTakeOverMs, leastRoomBytes, localTenant, openPace, openStorage, openTeams } from './adapters.ts';
import { lanesOf } from './lanes.ts';
import { keepLinkKey } from './link-key.ts';
import { openLog } from './log.ts';
import { openOffice } from './office.ts';
import { createReadiness, inTime } from './readiness.ts';
import { startStep } from './start-step.ts';
import { createWatching } from './watching.ts';

export interface Overrides {
  /** A clock that the sandbox moves; otherwise the system's. */
  readonly clock?: Clock;
  /** What stands between the bot and its store: a measurement counts. */
  readonly around?: (store: Store) => Store;
  /** After how long a click is told that its work takes longer; otherwise what Teams wants. */
  readonly clickMs?: number;
  /** How far apart messages to one person are; otherwise as far as Teams wants. */
  readonly ownerGapMs?: number;
  /** Where the log goes; otherwise standard output. */
  readonly logTo?: { write(line: string): void };
}

export interface Bot {
  /** Address of the HTTP server. */
  readonly url: string;
  readonly log: Logger;
  /** Looks for due work at once (the clock was moved). */
  wake(): void;
  /** Resolves when what is written no longer goes where it is looked for, so that the process has to end; otherwise never. */
  readonly lost: Promise<Error>;
  stop(): Promise<void>;
}

/** In local mode nobody outside this machine is reached. */
const samplesElsewhere =
  '`samples` belong to the demonstration (npm run demo) and would be launched as the real number and date: delete them';
/** As long as a turn may wait for Teams to take its answer; then the lease and the store are let go, whoever still asks. */
const stopWithinMs = 10_000;
/** Beyond these, who calls is not heard for seconds, a few thousand messages of one person included. */
const waitingConnections = 4_096;

function untilLost(): { readonly lost: Promise<Error>; readonly lose: (why: Error) => void } {
  let lose: (why: Error) => void = () => undefined;
  const lost = new Promise<Error>((resolve) => {
    lose = resolve;
  });
  return { lost, lose };
}

/** The only wiring: every port gets its adapter here. @returns once the bot listens and its plan and roster are read */
export async function compose(config: Config, overrides: Overrides = {}): Promise<Bot> {
  const log = openLog(config.LOG_LEVEL, overrides.logTo);
  const { PLAN_FILE } = config;
  const plan = await startStep({ variable: 'PLAN_FILE', value: PLAN_FILE }, () => {
    const read = readPlan(readFileSync(PLAN_FILE, 'utf8'));
    if (read.samples !== undefined && !config.local)
      throw new CodedError('PLAN_INVALID', { count: 1, problems: samplesElsewhere });
    return read;
  });
  keepOffsets(plan.zone);
  const clock = overrides.clock ?? systemClock(plan.zone, config.NOW);
  const { around = (opened: Store): Store => opened } = overrides;
  const { lost, lose } = untilLost();
  const watching = createWatching();
  const { onCharge } = watching;
  const { store: opened, lease, files, accountAnswers, place } = await openStorage(config, { onLost: lose, onCharge });
  const store = withStandings(watching.around(around(opened)));
  const { rules, admit, adapter, messenger: teams, attachments, installer } = openTeams(config, log, overrides.clickMs);
  let url = '';
  const links = createLinks({
    key: await keepLinkKey(config),
    publicUrl: () => config.PUBLIC_URL ?? url,
    now: () => Date.now(),
  });
  let wake: Machine['wake'] = () => undefined;
  const machine: Machine = {
    tenant: config.MicrosoftAppTenantId === '' ? localTenant : config.MicrosoftAppTenantId,
    store,
    clock,
    files,
    links,
    attachments,
    writeWorkbook,
    readWorkbook,
    writeArchive,
    papers: openPapers(shippedPapers, config.PAPERS_DIR),
    texts,
    newId: () => freshId(),
    wake: (lanes) => wake(lanes),
    log,
  };
  const office = await openOffice(machine, plan, config);
  const { TEAMS_CATALOG_APP_ID: catalogApp } = config;
  if (catalogApp !== undefined)
    await inTurn(
      () => openTurn(machine, office, { at: clock.now(), by: 'system' }),
      (begun) => beginInstalling(begun, catalogApp),
    );
  const offices = new Map([[office.scope.unit, office]]);
  const officeOf: OfficeOf = (unit) => offices.get(unit);

  const book = openPages(features.flatMap((f) => f.pages));
  const pages = pagesOf(machine, officeOf, book);
  const monotonic = (): number => performance.now();
  const pace = openPace(monotonic, overrides.ownerGapMs);
  const storeAnswers = async (): Promise<boolean> => {
    await store.get(office.scope.unit, 'readiness');
    return true;
  };
  const trouble = createReadiness({
    checks: {
      'the store does not answer': storeAnswers,
      ...(accountAnswers && { 'the storage account does not answer': accountAnswers }),
      'DATA_DIR is gone, or another folder stands in its place': async () => {
        const how = await place();
        if (how === 'another')
          lose(new Fault('DATA_REPLACED', 'another folder or database has been put in the place of DATA_DIR'));
        return how === 'there';
      },
      'the disk of DATA_DIR is full or cannot be written': () => hasRoom(config.DATA_DIR, leastRoomBytes),
    },
    monotonic,
    log,
  });
  const { watch, numbers, ...watched } = watching.of({ store, lease, clock, monotonic, trouble, log });
  const messenger = watched.messenger(teams);
  /** An outage concerns everybody in the tenant: each unit's office is told. */
  const noted = (work: (turn: Turn) => Promise<void>): void => {
    for (const each of offices.values())
      inTurn(() => openTurn(machine, each, { at: clock.now(), by: 'system' }), work).catch((error: unknown) =>
        log.error({ err: error }, 'an outage was not recorded'),
      );
  };
  const sender = createSender({
    ...{ store, messenger, pages, pace, lease, clock, monotonic, log },
    random: Math.random,
    nextRequestAt: requestTimes(machine, officeOf),
    onBroken: (reason) => noted((turn) => sendingStopped(turn, reason)),
    onWorking: () => noted(sendingWorks),
  });
  const runner = createRunner({
    lanes: lanesOf({ machine, officeOf, features, sender, messenger, pages, pace, lease, installer }),
    lease,
    canWork: () => inTime(storeAnswers),
    log,
    onTakeOver: () => pace.hold(holdOnTakeOverMs),
  });
  wake = runner.wake;

  const turn = createTurn({
    ...{ machine, officeOf, messenger, pages: book, pace, dispatch: createDispatch(features, texts) },
    pause: (ms) => after(ms),
  });
  const isReady = async (): Promise<boolean> => url !== '' && (await trouble()) === '';
  const sentences = createSentences({ log, reference: () => machine.newId().slice(-8) });
  const sentenceFor = (error: unknown, locale: Locale): string => sentences(error, texts(locale));
  const server = createServer({
    adapter,
    admit: config.local ? admit : watched.admit(admit),
    turn: watching.turn(turn),
    numbers,
    numbersToken: config.METRICS_TOKEN,
    rules,
    links,
    files,
    sentenceFor,
    newId: machine.newId,
    log,
    isReady,
  });
  await startStep(
    { variable: 'HOST, PORT', value: `${config.HOST}:${config.PORT}` },
    () =>
      new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(config.PORT, config.HOST, waitingConnections, () => resolve());
      }),
  );
  const host = config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST;
  url = `http://${host}:${server.address().port}`;
  server.on('error', (error: unknown) => log.error({ err: error }, 'HTTP server'));
  runner.start();
  watch.start();
  const tidying = keepTidy(files, log);
  log.info({ url, unit: office.scope.unit, plan: office.planVersion, at: clock.now().toISO() }, 'ready');

  return {
    url,
    log,
    wake: () => runner.wake(),
    lost,
    stop: async () => {
      watch.stop();
      tidying.stop();
      // Requests under way are answered, and what a click was told to be still at work on is done; who only holds a connection is not waited for.
      let impatience: NodeJS.Timeout | undefined;
      const tooLong = new Promise<void>((resolve) => {
        impatience = setTimeout(() => {
          server.server.closeAllConnections();
          resolve();
        }, stopWithinMs);
      });
      await Promise.all([new Promise<void>((resolve) => server.close(() => resolve())), runner.stop(), sender.close()]);
      await Promise.race([adapter.finished(), tooLong]);
      clearTimeout(impatience);
      await store.close();
    },
  };
}
