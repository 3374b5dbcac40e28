import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { openCosmosStore } from '../../../src/adapters/cosmos/open-cosmos-store.ts';
import { startAzurite } from '../../support/blob/azurite.ts';
import { anyKey } from '../../support/cosmos/a-cosmos.ts';
import { type CosmosStandIn, startCosmosStandIn } from '../../support/cosmos/stand-in.ts';
import { onTheWay, type Watch } from './documents.ts';
import { type Centre, openCentre } from './open-centre.ts';

const always = '9999-01-01T00:00:00.000Z';
const database = 'thidua';

export interface CosmosCentre extends Centre {
  readonly standIn: CosmosStandIn;
}

/** The sample centre with its documents in the stand-in for Cosmos DB, its files and its lease in Azurite. */
export async function openCosmosCentre(): Promise<CosmosCentre> {
  const standIn = await startCosmosStandIn();
  const { endpoint } = standIn;
  const watch = async (): Promise<Watch> => {
    const store = await openCosmosStore({ endpoint, access: { key: anyKey }, database });
    return {
      isBusy: async () => {
        const due = await Promise.all(onTheWay.map((lane) => store.due({ lane, until: always, limit: 1 })));
        return due.some((found) => found.length > 0);
      },
      close: () => store.close(),
    };
  };
  const azurite = await startAzurite();
  const env = {
    ...{ COSMOS_ENDPOINT: endpoint, COSMOS_KEY: anyKey, COSMOS_DATABASE: database },
    BLOB_CONNECTION_STRING: azurite.connectionString,
  };
  const centre = await openCentre(undefined, { env, watch });
  for (const name of ['thidua.db', 'sender.lock'])
    assert.ok(!existsSync(path.join(centre.folder, name)), `${name} is not used`);
  return {
    ...centre,
    standIn,
    close: async () => {
      await centre.close();
      await standIn.stop();
      await azurite.stop();
    },
  };
}
