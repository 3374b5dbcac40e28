import { openSqliteStore } from '../adapters/sqlite/open-sqlite-store.ts';
import type { Config } from '../config.ts';
import type { Store, StoreError } from '../ports/store.ts';
import { identityOf } from './identity.ts';
import { startStep } from './start-step.ts';

/** Who wants to know what of the store. */
export interface StoreEars {
  /** The disk did not keep what was written: from then on the embedded store answers nothing. */
  readonly onLost: (error: StoreError) => void;
  /** What Cosmos DB has charged for a call. */
  readonly onCharge: (call: keyof Store, requestUnits: number) => void;
}

const deaf: StoreEars = { onLost: () => undefined, onCharge: () => undefined };

/**
 * @param path of the embedded store's file
 * @param purpose `toRead`: nothing is made in the account
 */
export const openStore = (
  config: Config,
  path: string,
  { onLost, onCharge } = deaf,
  purpose: 'toServe' | 'toRead' = 'toServe',
): Promise<Store> =>
  config.COSMOS_ENDPOINT === undefined
    ? startStep({ variable: 'DATA_DIR', value: config.DATA_DIR }, () => openSqliteStore({ path, onLost }))
    : openCosmos(config, { endpoint: config.COSMOS_ENDPOINT, onCharge, mayMake: purpose === 'toServe' });

interface Account extends Pick<StoreEars, 'onCharge'> {
  readonly endpoint: string;
  readonly mayMake: boolean;
}

const openCosmos = (config: Config, { endpoint, ...account }: Account): Promise<Store> =>
  startStep({ variable: 'COSMOS_ENDPOINT', value: endpoint }, async () => {
    // Only who asks for it waits until its client is loaded.
    const { openCosmosStore } = await import('../adapters/cosmos/open-cosmos-store.ts');
    const { COSMOS_KEY: key, COSMOS_DATABASE: database } = config;
    return openCosmosStore({
      endpoint,
      database,
      access: key === undefined ? { identity: identityOf(config) } : { key },
      ...account,
    });
  });
