import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { writeSamplePlan } from '../../sandbox/sample-plan.ts';
import { freePort } from '../../test/story/support/child-bot.ts';
import { machine } from '../fanout/report.ts';
import { percentile } from '../fanout/turn-tally.ts';
import { resultsFolder } from '../results-folder.ts';
import { table } from '../turns/report.ts';
import type { StartOptions } from './options.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const startsWithinMs = 60_000;

interface Start {
  readonly readyMs: number;
  readonly memoryMb: number;
}

/** From the start of the process that `npm start` runs until it says that it is ready, on the sample centre. @returns 0 */
export async function start({ times, name }: StartOptions): Promise<number> {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const folder = mkdtempSync(path.join(tmpdir(), 'thidua-start-'));
  try {
    const first: Start[] = [];
    const again: Start[] = [];
    for (let i = 0; i < times; i += 1) {
      const env = await environment(path.join(folder, String(i)));
      first.push(await startOnce(env));
      again.push(await startOnce(env));
    }
    const rows = [rowOf('first, the roster is read', first), rowOf('on what it has', again)];
    const { node, cpu, cores, load } = machine();
    const text = [
      `# Start: the run "${name}"`,
      '',
      `${new Date().toISOString().slice(0, 16)}, ${node}, ${cpu}, ${cores} cores, load ${load}; ${times} times.`,
      '',
      ...table(rows),
      '',
    ];
    mkdirSync(resultsFolder, { recursive: true });
    writeFileSync(path.join(resultsFolder, `start-${name}.md`), text.join('\n'));
    console.log(text.join('\n'));
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function environment(folder: string): Promise<Record<string, string>> {
  mkdirSync(folder);
  const { PATH = '' } = process.env;
  return {
    PATH,
    PORT: String(await freePort()),
    DATA_DIR: path.join(folder, 'data'),
    PLAN_FILE: writeSamplePlan(folder),
    ROSTER_FILE: path.join(root, 'sandbox/sample/roster.csv'),
    LOG_LEVEL: 'warn',
  };
}

async function startOnce(env: Record<string, string>): Promise<Start> {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  const [, ...given] = scripts.start.split(' ');
  const startedAt = performance.now();
  const child = spawn(process.execPath, given, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = once(child, 'exit');
  try {
    while (!(await isReady(env.PORT ?? ''))) {
      if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode} before it was ready`);
      if (performance.now() - startedAt > startsWithinMs) throw new Error('not ready in time');
      await pause(5);
    }
    const readyMs = performance.now() - startedAt;
    const memory = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
    return { readyMs, memoryMb: Number(memory) / 1024 };
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

const isReady = (port: string): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  );

const rowOf = (what: string, starts: readonly Start[]): Record<string, string> => ({
  start: what,
  'ready p50 ms': percentile(
    starts.map(({ readyMs }) => readyMs),
    50,
  ).toFixed(0),
  'slowest ms': percentile(
    starts.map(({ readyMs }) => readyMs),
    100,
  ).toFixed(0),
  'memory MB': percentile(
    starts.map(({ memoryMb }) => memoryMb),
    50,
  ).toFixed(0),
});
