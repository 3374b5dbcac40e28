import type { MovableClock } from './clock.ts';

export type BotOptions = {
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
export async function startBot(_options: BotOptions): Promise<RunningBot> {
  throw new Error('The bot is not wired to the sandbox yet. Start a bot yourself and give its address in BOT_URL.');
}
