import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createPersonClient, type PersonClient } from '../client.ts';
import type { MovableClock } from '../clock.ts';
import type { LedgerView } from '../shared/types.ts';
import { createActivities, timestampsOf } from './activities.ts';
import { createBotLink } from './bot-link.ts';
import { requireTaken } from './bot-refusal.ts';
import { connectorRoutes } from './connector.ts';
import { createConnectorGuard } from './connector-guard.ts';
import { createConversations } from './conversations.ts';
import { createFaults, type Faults } from './faults.ts';
import { installFirst } from './first-installation.ts';
import { answerOf, findRoute, HttpProblem, send } from './http.ts';
import { createHub } from './hub.ts';
import { createLedger, type LedgerEntry } from './ledger.ts';
import { pageApiRoutes } from './page-api.ts';
import { pageRoutes } from './page-routes.ts';
import { createPeople, type Person } from './people.ts';
import { createPersonActs } from './person-acts.ts';
import { createQuiet } from './quiet.ts';
import { createRates } from './rates.ts';
import { type Directory, emptyReach, type RosterRow, readRosterFile, sampleCentre } from './roster.ts';
import { createSnapshotWriter, readSnapshot } from './snapshot.ts';
import { createUploads } from './uploads.ts';

export type SandboxOptions = {
  /** 0 (the default) takes a free port. */
  port?: number;
  clock: MovableClock;
  /** The address of the bot's `/api/messages`; `connect` sets it later. */
  botUrl?: string;
  /** A CSV file, rows, or rows with reach; the sample centre by default. */
  roster?: string | RosterRow[] | Directory;
  /** Where chats are kept between runs; without it nothing is written. */
  dataDir?: string;
  /** Milliseconds after which an unanswered invoke is delivered again. */
  invokeTimeout?: number;
  enforceRates?: boolean;
  /** `nothing`: messages get ids and are counted but are not kept, for runs with 100,000 people. */
  keep?: 'everything' | 'nothing';
  /** Everyone has had the app since before this run: the bot knows them and is not told. */
  everyoneHasTheApp?: boolean;
};

export type Sandbox = {
  url: string;
  serviceUrl: string;
  clock: MovableClock;
  people: readonly Person[];
  connect(botUrl: string): void;
  /** First installation for everyone who should have the app (or for the given keys), and for the team. People of an earlier run are left alone. */
  install(only?: readonly string[]): Promise<void>;
  /** A person by key or aadObjectId; the same client each time, until the chat is lost. */
  as(name: string): PersonClient;
  faults: Faults;
  ledger(): LedgerView;
  /** How many messages with this summary each chat has got, by chat id; chats that got none are not in it. */
  received(summary: string): ReadonlyMap<string, number>;
  /** Tells of each request of the bot and each message that it stored, kept or not; returns the unsubscriber. */
  watch(watcher: (entry: LedgerEntry) => void): () => void;
  resetLedger(): void;
  enforceRates(on: boolean): void;
  /** Resolves when nothing is in flight and nothing was said for `milliseconds`. */
  idle(milliseconds?: number): Promise<void>;
  stop(): Promise<void>;
};

const host = '127.0.0.1';
const invokeTimeoutOfTeams = 15_000;

/** Starts Teams on this machine: the connector, the page and its API on one loopback port. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { clock, dataDir } = options;
  const people = createPeople(directoryOf(options.roster));
  const hub = createHub();
  const conversations = createConversations({ clock, people, hub, keep: options.keep ?? 'everything' });
  const uploads = createUploads(dataDir && join(dataDir, 'uploads'));
  const ledger = createLedger();
  const saved = dataDir ? readSnapshot(dataDir) : undefined;
  let enforced = options.enforceRates ?? false;
  let url = '';

  const calls = new Map<string, number>();
  const quiet = createQuiet((id) => link.waiting(id) > 0 || (id ? (calls.get(id) ?? 0) : calls.size) > 0);
  const link = createBotLink({
    invokeTimeout: options.invokeTimeout ?? invokeTimeoutOfTeams,
    timestamp: () => timestampsOf(clock),
    losesAnswer: () => faults.strike('click') !== undefined,
  });
  const activities = createActivities(clock, () => `${url}/connector/`);
  const urls = { connector: () => `${url}/connector/`, origin: () => url };
  const acts = createPersonActs({ people, conversations, activities, link, uploads, urls });
  const tellFaults = () => hub.emit({ type: 'faults', faults: faults.list(), enforceRates: enforced });
  const faults = createFaults(() => tellFaults());
  const enforceRates = (on: boolean) => {
    enforced = on;
    tellFaults();
  };
  const guard = createConnectorGuard({
    faults,
    rates: createRates(),
    ledger,
    enforceRates: () => enforced,
    stirred(conversationId, change) {
      const left = (calls.get(conversationId) ?? 0) + change;
      if (left) calls.set(conversationId, left);
      else calls.delete(conversationId);
      quiet.stir(conversationId);
    },
  });

  if (options.everyoneHasTheApp) for (const { key } of people.all) people.setReach(key, 'installed');
  if (saved) {
    for (const [key, count] of Object.entries(saved.lostChats ?? {})) people.loseChat(key, count);
    conversations.restore(saved.chats);
    uploads.restore(saved.uploads);
    for (const [key, reach] of Object.entries(saved.reach)) people.setReach(key, reach);
    people.restoreRemoved(saved.removed ?? []);
    people.setTeamInstalled(saved.teamInstalled);
  }
  const writer = dataDir
    ? createSnapshotWriter(dataDir, () => ({
        now: clock.now().toISO() ?? '',
        reach: Object.fromEntries(people.all.map(({ key }) => [key, people.reachOf(key)])),
        lostChats: people.lostChats(),
        removed: people.removed(),
        teamInstalled: people.isTeamInstalled(),
        chats: conversations.save(),
        uploads: uploads.save(),
      }))
    : undefined;

  const stopListening = hub.listen(() => writer?.changed());
  const stopClock = clock.onMove(() =>
    hub.emit({ type: 'clock', clock: { now: clock.now().toISO() ?? '', zone: clock.now().zoneName ?? '' } }),
  );
  const routes = [
    ...connectorRoutes({
      people,
      conversations,
      ledger,
      uploads,
      guard,
      serviceUrl: urls.connector,
    }),
    ...pageApiRoutes({
      people,
      conversations,
      acts,
      hub,
      faults,
      ledger,
      uploads,
      clock,
      rates: { enforced: () => enforced, enforce: enforceRates },
    }),
    ...pageRoutes(),
  ];

  const server = createServer(async (request, response) => {
    const target = new URL(request.url ?? '/', 'http://sandbox');
    const found = findRoute(routes, request.method ?? 'GET', target.pathname);
    try {
      if (!found) throw new HttpProblem(404, { error: { code: 'NotFound', message: target.pathname } });
      const answer = await found.handle({ request, response, params: found.params, query: target.searchParams });
      if (answer) send(response, answer);
    } catch (cause) {
      // The bot was killed while it spoke: nobody is left to answer.
      if (request.errored !== null) return;
      if (!(cause instanceof HttpProblem)) console.error(cause);
      const problem =
        cause instanceof HttpProblem
          ? cause
          : new HttpProblem(500, { error: { code: 'ServiceError', message: String(cause) } });
      send(response, answerOf(problem));
    }
  });
  // Node's five seconds would cut connections that the bot is about to use again; a front end of Teams' kind waits longer.
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  url = `http://${host}:${(server.address() as AddressInfo).port}`;
  link.connect(options.botUrl);

  const clients = new Map<string, PersonClient>();
  return {
    url,
    serviceUrl: urls.connector(),
    clock,
    people: people.all,
    connect: (botUrl) => link.connect(botUrl),
    async install(only) {
      const isNew = (key: string) => !(saved && key in saved.reach) && (only?.includes(key) ?? true);
      const answers = await installFirst({ people, acts }, isNew);
      const [installer] = people.all;
      if (!people.isTeamInstalled() && installer) {
        answers.push(...(await acts.installTeam(installer)));
      }
      requireTaken(answers);
    },
    as(name) {
      const person = people.get(name);
      const known = clients.get(person.key);
      const client =
        known?.chatId === person.chatId
          ? known
          : createPersonClient({ people, conversations, acts, hub, quiet }, person);
      clients.set(person.key, client);
      return client;
    },
    faults,
    ledger: ledger.view,
    received: ledger.received,
    watch: ledger.watch,
    resetLedger: ledger.reset,
    enforceRates,
    idle: (milliseconds = 50) => quiet.until(milliseconds),
    async stop() {
      stopClock();
      stopListening();
      quiet.stop();
      link.stop();
      writer?.flush();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function directoryOf(roster: SandboxOptions['roster']): Directory {
  if (roster === undefined) return sampleCentre();
  if (typeof roster === 'string') return { rows: readRosterFile(roster), reach: emptyReach };
  return Array.isArray(roster) ? { rows: roster, reach: emptyReach } : roster;
}
