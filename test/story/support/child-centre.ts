import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { Duration } from 'luxon';
import { movableClock } from '../../../sandbox/clock.ts';
import { startSandbox } from '../../../sandbox/server/start-sandbox.ts';
import type { StoryCentre } from '../the-story.ts';
import { type ChildBot, type ChildOptions, freePort, startChildBot } from './child-bot.ts';
import { openDocuments, untilQuiet } from './documents.ts';

export interface ChildCentre {
  /** Of the bot: DATA_DIR, PLAN_FILE and so on. */
  readonly env: Readonly<Record<string, string>> & { readonly DATA_DIR: string };
  readonly options: ChildOptions;
}

/** The sample centre with the bot in a process of its own, which has no clock to be moved: it is stopped, and started at the other time. */
export async function openChildCentre({ env, options }: ChildCentre): Promise<StoryCentre> {
  const clock = movableClock('2026-10-26T08:00');
  const port = await freePort();
  const start = (at: string): Promise<ChildBot> => startChildBot(port, { ...env, NOW: at }, options);
  let bot = await start(iso(clock));
  const sandbox = await startSandbox({ clock, botUrl: `${bot.url}/api/messages` });
  const stop = async (): Promise<void> => {
    bot.signal('SIGTERM');
    assert.equal(await bot.ended, 0, bot.written());
  };
  const close = async (): Promise<void> => {
    await bot.kill();
    await sandbox.stop();
  };
  try {
    await sandbox.install();
    const documents = openDocuments(env.DATA_DIR);
    await untilQuiet(documents, sandbox);
    documents.close();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    sandbox,
    clock: {
      set: async (to) => {
        await stop();
        bot = await start(iso(movableClock(to)));
        // After the bot's: what is said at a time that has not come for it yet is owed when it comes.
        clock.set(to);
        // One that has just started sends nothing for a second: then what has become due.
        await sandbox.idle(1_500);
      },
      advance: (by) => pause(Duration.fromDurationLike(by).toMillis()),
    },
    close,
  };
}

const iso = (clock: ReturnType<typeof movableClock>): string => clock.now().toUTC().toISO() ?? '';
