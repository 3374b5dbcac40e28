import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { waitUntil } from '../../support/wait-until.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export interface ChildOptions {
  /** Milliseconds until it must be ready. */
  readonly startsWithin?: number;
  /** For the runtime, before the program. */
  readonly nodeArguments?: readonly string[];
  /** Where the built bot stands; built from the sources when absent. */
  readonly home?: string;
  /** What is run there, in place of what `npm start` runs. */
  readonly command?: readonly string[];
}

export interface ChildBot {
  readonly pid: number;
  readonly url: string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** Its exit code; `null` when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** All that it has written so far, to either stream. */
  written(): string;
}

/** Those of `npm start` for the runtime. */
export function startFlags(): string[] {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  const { scripts } = JSON.parse(text) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((part) => part.startsWith('--'));
}
/** As `npm start` says. */
const usual = (nodeArguments: readonly string[] = []): string[] => [
  process.execPath,
  ...startFlags(),
  ...nodeArguments,
  'bot/index.js',
];
let built: string | undefined;

/** What is started is what the sources say now, in a folder of this process: others build theirs meanwhile. @returns the folder of the built bot */
export function buildBot(): string {
  if (built !== undefined) return built;
  const folder = mkdtempSync(path.join(tmpdir(), 'thidua-dist-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  execFileSync('npm', ['run', '--silent', 'build', folder], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  built = folder;
  return folder;
}

/** The bot as it runs in an office: its own process, its own clock. @returns once it says that it is ready */
export async function startChildBot(
  port: number,
  env: Record<string, string>,
  { startsWithin = 20_000, nodeArguments = [], home = buildBot(), command = usual(nodeArguments) }: ChildOptions = {},
): Promise<ChildBot> {
  const { PATH = '' } = process.env;
  const [program = '', ...words] = command;
  const child = spawn(program, words, {
    cwd: home,
    // Not measured: coverage of one file from two processes does not add up.
    env: { PATH, HOST: '127.0.0.1', PORT: String(port), NODE_V8_COVERAGE: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = `http://127.0.0.1:${port}`;
  let written = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (written += text));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  try {
    await ready(child, `${url}/readyz`, startsWithin);
  } catch (error) {
    child.kill('SIGKILL');
    await ended;
    throw new Error(`the bot did not start; it wrote: ${written}`, { cause: error });
  }
  return {
    pid: child.pid ?? 0,
    url,
    ended,
    written: () => written,
    signal: (name) => void child.kill(name),
    kill: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await ended;
    },
  };
}

async function ready(child: ChildProcess, url: string, startsWithin: number): Promise<void> {
  const isUp = (): Promise<boolean> => {
    if (child.exitCode !== null) throw new Error(`the bot ended with ${child.exitCode} before it was ready`);
    return fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
  };
  await waitUntil('the bot is ready', isUp, { withinMs: startsWithin, everyMs: 25 });
}
