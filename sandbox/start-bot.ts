import { compose, type Overrides } from '../src/compose/serve.ts';
import { readConfig } from '../src/config.ts';
import type { MovableClock } from './clock.ts';

export type BotOptions = Pick<Overrides, 'logTo' | 'around' | 'clickMs' | 'ownerGapMs'> & {
  port: number;
  clock: MovableClock;
  /** The bot's environment: DATA_DIR, PLAN_FILE, ROSTER_FILE and so on. */
  env: Record<string, string>;
};

export type RunningBot = {
  /** The address of `/api/messages`. */
  url: string;
  stop(): Promise<void>;
};

/** Starts the bot in this process on the sandbox's clock. */
export async function startBot({ port, clock, env, ...overrides }: BotOptions): Promise<RunningBot> {
  const bot = await compose(readConfig({ ...env, PORT: String(port), HOST: '127.0.0.1' }), {
    clock,
    ...overrides,
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
