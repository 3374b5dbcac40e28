import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { tenantId } from '../../sandbox/server/tenant.ts';
import { freePort, startFlags } from '../../test/story/support/child-bot.ts';
import { bundled } from './bundle.ts';
import { appId, type Microsoft } from './microsoft.ts';
import type { Counts } from './store-tally.ts';

export const targetNames = ['ours', 'echo', 'echo-remembering', 'echo-agents'] as const;
export type TargetName = (typeof targetNames)[number];

export interface Target {
  readonly name: TargetName;
  readonly pid: number;
  readonly child: ChildProcess;
  readonly url: string;
  readonly tokens: 'channel' | 'entra';
  stop(): Promise<void>;
}

interface Starting {
  readonly microsoft: Pick<Microsoft, 'url' | 'metadataUrl'>;
  /** For what the processes write, and our bot's data. */
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeArguments?: readonly string[];
}

const programs: Readonly<
  Record<TargetName, { readonly file: string; readonly env: Readonly<Record<string, string>> }>
> = {
  ours: { file: 'our-bot', env: {} },
  echo: { file: 'echo-bot', env: {} },
  'echo-remembering': { file: 'echo-bot', env: { TOKENS: 'remembered' } },
  'echo-agents': { file: 'echo-agents-bot', env: {} },
};

/** Starts a bot in a process of its own. @returns once it is ready */
export async function startTarget(name: TargetName, starting: Starting): Promise<Target> {
  const { microsoft, folder, env = {}, nodeArguments = [] } = starting;
  const port = await freePort();
  const { file, env: own } = programs[name];
  const loginUrl = `${microsoft.url}/${tenantId}`;
  const isOurs = name === 'ours';
  const child = spawn(
    process.execPath,
    [...(isOurs ? startFlags() : []), ...nodeArguments, await bundled(`bench/turns/${file}.ts`)],
    {
      env: {
        PATH: process.env.PATH ?? '',
        NODE_ENV: 'production',
        PORT: String(port),
        ...(isOurs
          ? ourEnvironment(microsoft.metadataUrl, loginUrl)
          : { APP_ID: appId, TENANT_ID: tenantId, METADATA_URL: microsoft.metadataUrl, LOGIN_URL: loginUrl }),
        ...own,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  const log = createWriteStream(path.join(folder, `${name.replaceAll(/[^a-z]+/g, '-')}.log`), { flags: 'a' });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  await ready(child, `${url}/readyz`, log.path.toString());
  return {
    name,
    pid: child.pid ?? 0,
    child,
    url: `${url}/api/messages`,
    tokens: name === 'echo-agents' ? 'entra' : 'channel',
    stop: async () => {
      child.kill('SIGTERM');
      await Promise.race([ended, pause(20_000).then(() => child.kill('SIGKILL'))]);
      log.end();
    },
  };
}

const ourEnvironment = (metadataUrl: string, loginUrl: string) => ({
  HOST: '127.0.0.1',
  LOG_LEVEL: 'warn',
  PUBLIC_URL: 'http://127.0.0.1',
  MicrosoftAppId: appId,
  MicrosoftAppTenantId: tenantId,
  MicrosoftAppPassword: 'bench',
  ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
  ToChannelFromBotLoginUrl: loginUrl,
});

async function ready(child: ChildProcess, url: string, log: string): Promise<void> {
  const until = performance.now() + 120_000;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode} before it was ready:\n${lastOf(log)}`);
    const isUp = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isUp) return;
    await pause(25);
  }
  child.kill('SIGKILL');
  throw new Error(`not ready within two minutes:\n${lastOf(log)}`);
}

/** What the process wrote last: its folder is deleted with the bench. */
const lastOf = (log: string): string => readFileSync(log, 'utf8').slice(-2_000);

/** What our bot, started so that it counts, has done with its store since it was last asked. */
export async function takeCounts({ child }: Target): Promise<Counts> {
  child.send('counts');
  const [counts] = (await once(child, 'message')) as [Counts];
  return counts;
}

/** Of a bot of ours: resident as it is, the heap once it was cleared; bytes. */
export async function memoryOf({ child }: Target): Promise<{ rss: number; heapUsed: number }> {
  child.send('memory');
  const [memory] = (await once(child, 'message')) as [{ rss: number; heapUsed: number }];
  return memory;
}
