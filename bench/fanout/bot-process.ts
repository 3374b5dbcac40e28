import { readFileSync } from 'node:fs';
import type { MovableClock } from '../../sandbox/clock.ts';
import { type ChildBot, type ChildOptions, startChildBot } from '../../test/story/support/child-bot.ts';

const sampleEveryMs = 1_000;

export interface BotProcess {
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Lets it end by itself. @returns its exit code */
  stop(): Promise<number | null>;
  start(): Promise<void>;
  memory(): BotMemory;
  /** What it has warned of or complained about, and how often; what is no log line counts as it stands. */
  complaints(): ReadonlyMap<string, number>;
}

/** In bytes. */
export interface BotMemory {
  /** The most that any of its processes has held at any time, the reading of its own source included. */
  readonly peak: number;
  /** What it held when it was ready; the most of all starts. */
  readonly ready: number;
  /** The most that was seen once a second after that. */
  readonly working: number;
  readonly now: number;
}

interface Surroundings {
  readonly port: number;
  readonly env: () => Record<string, string>;
  /** The bot's clock starts when its process has come so far as to make it: whoever speaks to it goes by the same. */
  readonly clock: MovableClock;
  readonly options: ChildOptions;
}

/** The bot in a process of its own, started and ended as often as asked; its memory is looked at once a second. */
export function createBotProcess({ port, env, clock, options }: Surroundings): BotProcess {
  let bot: ChildBot | undefined;
  const memory = { peak: 0, ready: 0, working: 0, now: 0 };
  const complaints = new Map<string, number>();
  const hear = (written: string) => {
    for (const line of complaintsIn(written)) complaints.set(line, (complaints.get(line) ?? 0) + 1);
  };

  function look(): void {
    const status = bot === undefined ? undefined : statusOf(bot.pid);
    if (status === undefined) return;
    memory.peak = Math.max(memory.peak, status.VmHWM ?? 0);
    memory.now = status.VmRSS ?? 0;
    memory.working = Math.max(memory.working, memory.now);
  }
  const sampling = setInterval(look, sampleEveryMs);
  sampling.unref();

  async function end(deed: (running: ChildBot) => Promise<unknown>): Promise<void> {
    look();
    if (bot === undefined) return;
    await deed(bot);
    hear(bot.written());
    bot = undefined;
  }

  return {
    async start() {
      bot = await startChildBot(port, { ...env(), LOG_LEVEL: 'info' }, options);
      clock.set(nowOf(bot.written()));
      memory.ready = Math.max(memory.ready, statusOf(bot.pid)?.VmRSS ?? 0);
    },
    kill: () => end((running) => running.kill()),
    async stop() {
      let code: number | null = null;
      await end(async (running) => {
        running.signal('SIGTERM');
        code = await running.ended;
      });
      return code;
    },
    memory: () => ({ ...memory }),
    complaints: () => complaints,
  };
}

/** Pino's levels up to 30 are what it says when all is well. */
function complaintsIn(written: string): string[] {
  return written.split('\n').flatMap((line) => {
    if (line === '' || /^\{"level":[123]0,/.test(line)) return [];
    return [/"msg":"([^"]*)"/.exec(line)?.[1] ?? line.slice(0, 200)];
  });
}

/** The bot's own time now, from what it wrote when it was ready. */
function nowOf(written: string): string {
  const line = written.split('\n').findLast((one) => one.includes('"msg":"ready"'));
  const { time, at } = JSON.parse(line ?? '{}') as { time: number; at: string };
  return new Date(Date.parse(at) + Date.now() - time).toISOString();
}

/** Bytes by name from /proc; nothing when the process is gone. */
function statusOf(pid: number): Partial<Record<'VmHWM' | 'VmRSS', number>> | undefined {
  let status: string;
  try {
    status = readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    // It ended between two looks.
    return undefined;
  }
  const lines = status.matchAll(/^(VmHWM|VmRSS):\s+(\d+) kB$/gm);
  return Object.fromEntries([...lines].map(([, name, kB]) => [name, Number(kB) * 1024]));
}
