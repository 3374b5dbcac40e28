import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { movableClock } from '../../sandbox/clock.ts';
import { sampleRosterFile } from '../../sandbox/server/roster.ts';
import { tenantId } from '../../sandbox/server/tenant.ts';
import { compose } from '../../src/compose/serve.ts';
import { readConfig } from '../../src/config.ts';
import { storeWith } from './store-with.ts';

export interface OfficeWithTokens {
  readonly url: string;
  /** Writes to its store so far. */
  commits(): number;
  close(): Promise<void>;
}

/** The whole bot as it runs in an office, tokens asked for; who signs them and where it logs in are on this machine. */
export async function startOfficeWithTokens(appId: string, metadataUrl: string): Promise<OfficeWithTokens> {
  const folder = mkdtempSync(path.join(tmpdir(), 'thidua-test-'));
  let commits = 0;
  const config = readConfig({
    PORT: '0',
    DATA_DIR: folder,
    ROSTER_FILE: fileURLToPath(sampleRosterFile),
    LOG_LEVEL: 'silent',
    PUBLIC_URL: 'http://127.0.0.1',
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppPassword: 'secret',
    ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
    ToChannelFromBotLoginUrl: metadataUrl.replace(/[^/]+$/, 'tenant'),
  });
  const bot = await compose(config, {
    clock: movableClock('2026-10-26T08:00'),
    around: (store) =>
      storeWith(store, {
        commit: (unit, changes) => {
          commits += 1;
          return store.commit(unit, changes);
        },
      }),
  });
  return {
    url: `${bot.url}/api/messages`,
    commits: () => commits,
    close: async () => {
      await bot.stop();
      for (const each of [folder, `${folder}-secrets`]) rmSync(each, { recursive: true, force: true });
    },
  };
}
