import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { Duration } from 'luxon';
import { movableClock } from '../../../sandbox/clock.ts';
import { startOverheard } from '../../support/teams/start-overheard.ts';
import type { StoryCentre } from '../the-story.ts';
import { type ChildBot, type ChildOptions, freePort, startChildBot } from './child-bot.ts';
import { openDocuments, untilQuiet, type Watch } from './documents.ts';
import { type Front, startFront } from './front.ts';

export interface ChildCentre {
  /** Of each bot: DATA_DIR, PLAN_FILE and so on. Of several, the next one in turn is asked each time. */
  readonly envs: readonly (Readonly<Record<string, string>> & { readonly DATA_DIR: string })[];
  readonly options?: ChildOptions;
  /** The bots' store, seen from outside; called once they run. */
  readonly watch?: () => Promise<Watch>;
}

export interface ManyBotsCentre extends StoryCentre {
  readonly front: Front;
  /** Those that run now. */
  bots(): readonly ChildBot[];
}

/** The sample centre with each bot in a process of its own, which has no clock to be moved: it is stopped, and started at the other time. */
export async function openChildCentre({ envs, options, watch }: ChildCentre): Promise<ManyBotsCentre> {
  const clock = movableClock('2026-10-26T08:00');
  const ports = await Promise.all(envs.map(freePort));
  const front = await startFront(ports.map((port) => `http://127.0.0.1:${port}`));
  const bots: ChildBot[] = [];
  const start = async (at: string): Promise<void> => {
    const from = movableClock(at);
    bots.length = 0;
    for (const [i, env] of envs.entries())
      bots.push(await startChildBot(ports[i] ?? 0, { PUBLIC_URL: front.url, ...env, NOW: iso(from) }, options));
  };
  const stop = async (): Promise<void> => {
    for (const bot of bots) bot.signal('SIGTERM');
    for (const bot of bots) assert.equal(await bot.ended, 0, bot.written());
  };
  await start(iso(clock));
  const sandbox = await startOverheard({ clock, botUrl: `${front.url}/api/messages` });
  const close = async (): Promise<void> => {
    for (const bot of bots) await bot.kill();
    await front.close();
    await sandbox.stop();
  };
  try {
    await sandbox.install();
    const documents = (await watch?.()) ?? openDocuments(envs[0]?.DATA_DIR ?? '');
    await untilQuiet(documents, sandbox);
    await documents.close();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    sandbox,
    front,
    bots: () => bots,
    clock: {
      set: async (to) => {
        await stop();
        await start(to);
        // After the bots': what is said at a time that has not come for them yet is owed when it comes.
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
