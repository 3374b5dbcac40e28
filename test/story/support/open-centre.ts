import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type MovableClock, movableClock } from '../../../sandbox/clock.ts';
import { writeSamplePlan } from '../../../sandbox/sample-plan.ts';
import { sampleRosterFile } from '../../../sandbox/server/roster.ts';
import type { Sandbox } from '../../../sandbox/server/start-sandbox.ts';
import { startBot } from '../../../sandbox/start-bot.ts';
import { unhurried } from '../../support/patience.ts';

import { type Overheard, startOverheard } from '../../support/teams/start-overheard.ts';
import { openDocuments, untilQuiet, type Watch } from './documents.ts';

export interface Centre {
  readonly sandbox: Sandbox;
  /** What the bot asks of the connector; closing the centre throws if anything of it is not what the connector's contract allows. */
  readonly overheard: Overheard;
  readonly clock: MovableClock;
  /** The bot's data, to look into. */
  readonly folder: string;
  /** The bot's address for activities. */
  readonly url: string;
  close(): Promise<void>;
}

export interface CentreFolder {
  readonly folder: string;
  /** The bot's environment for the sample centre. */
  readonly env: Record<string, string>;
  remove(): void;
}

/** A fresh data folder with the sample centre's plan. */
export function centreFolder(): CentreFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'thidua-test-'));
  return {
    folder,
    env: {
      DATA_DIR: folder,
      PLAN_FILE: writeSamplePlan(folder),
      ROSTER_FILE: fileURLToPath(sampleRosterFile),
      LOG_LEVEL: 'fatal',
    },
    remove: () => {
      for (const each of [folder, `${folder}-secrets`]) rmSync(each, { recursive: true, force: true });
    },
  };
}

/** What a centre has otherwise. */
export interface Elsewhere {
  readonly env: Record<string, string>;
  /** The bot's store, seen from outside, if it is not in its folder; called once the bot runs. */
  watch?(): Promise<Watch>;
}

/** The sample centre with everyone's app installed, and the real bot behind it, over HTTP. */
export async function openCentre(
  now = '2026-10-26T08:00',
  elsewhere?: Elsewhere,
  logTo?: { write(line: string): void },
): Promise<Centre> {
  const clock = movableClock(now);
  const sandbox = await startOverheard({ clock });
  const place = centreFolder();
  const bot = await startBot({
    port: 0,
    clock,
    // People and the clock are moved faster than anybody's hand, on a machine that does other things, too.
    ...unhurried,
    env: { ...place.env, ...(logTo && { LOG_LEVEL: 'trace' }), ...elsewhere?.env },
    ...(logTo && { logTo }),
  });
  sandbox.connect(bot.url);
  await sandbox.install();
  // The welcomes, which were owed as the app was installed.
  const documents = (await elsewhere?.watch?.()) ?? openDocuments(place.folder);
  await untilQuiet(documents, sandbox);
  await documents.close();
  return {
    sandbox,
    overheard: sandbox.overheard,
    clock,
    folder: place.folder,
    url: bot.url,
    close: async () => {
      await bot.stop();
      try {
        await sandbox.stop();
      } finally {
        place.remove();
      }
    },
  };
}
