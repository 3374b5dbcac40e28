import { openSqliteStore } from '../adapters/sqlite/open-sqlite-store.ts';
import type { Config } from '../config.ts';
import type { Store } from '../ports/store.ts';
import { startStep } from './start-step.ts';

const ownDatabase = 'thidua';

/** @param path of the embedded store's file */
export const openStore = (config: Config, path: string): Promise<Store> =>
  config.COSMOS_ENDPOINT === undefined
    ? startStep({ variable: 'DATA_DIR', value: config.DATA_DIR }, () => openSqliteStore({ path }))
    : openCosmos(config, config.COSMOS_ENDPOINT);

const openCosmos = (config: Config, endpoint: string): Promise<Store> =>
  startStep({ variable: 'COSMOS_ENDPOINT', value: endpoint }, async () => {
    // Only who asks for it waits until its client is loaded.
    const { openCosmosStore } = await import('../adapters/cosmos/open-cosmos-store.ts');
    const { COSMOS_KEY: key, COSMOS_DATABASE: database = ownDatabase } = config;
    return openCosmosStore({
      endpoint,
      database,
      access: key === undefined ? { identity: identityOf(config) } : { key },
    });
  });

/** The identity that was assigned to the bot is the one that it has in Teams. */
const identityOf = ({ MicrosoftAppType, MicrosoftAppId }: Config) =>
  MicrosoftAppType === 'UserAssignedMsi' ? { clientId: MicrosoftAppId } : {};
