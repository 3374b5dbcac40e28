import { compose } from '../src/compose/serve.ts';
import { readConfig } from '../src/config.ts';
import type { MovableClock } from './clock.ts';

export type BotOptions = {
  port: number;
  clock: MovableClock;
  /** The bot's environment: DATA_DIR, PLAN_FILE, ROSTER_FILE and so on. */
  env: Record<string, string>;
  /** Where its log goes; otherwise standard output. */
  logTo?: { write(line: string): void };
};

export type RunningBot = {
  /** The address of `/api/messages`. */
  url: string;
  stop(): Promise<void>;
};

/** Starts the bot in this process on the sandbox's clock. */
export async function startBot({ port, clock, env, logTo }: BotOptions): Promise<RunningBot> {
  const bot = await compose(readConfig({ ...env, PORT: String(port), HOST: '127.0.0.1' }), {
    clock,
    ...(logTo && { logTo }),
  });
  const forget = clock.onMove(bot.wake);
  return {
    url: `${bot.url}/api/messages`,
    stop: async () => {
      forget();
      await bot.stop();
    },
  };
}
