import { randomUUID } from 'node:crypto';
import { CosmosClient } from '@azure/cosmos';
import { openCosmosStore } from '../../../src/adapters/cosmos/open-cosmos-store.ts';
import type { OpenStore } from '../../ports/store-contract.ts';
import { startCosmosStandIn } from './stand-in.ts';

const { COSMOS_ENDPOINT, COSMOS_KEY } = process.env;

/** A key for the stand-in, which asks for none. */
export const anyKey = Buffer.from('any').toString('base64');

/** The account that the environment names. */
export const realAccount =
  COSMOS_ENDPOINT !== undefined && COSMOS_KEY !== undefined
    ? { endpoint: COSMOS_ENDPOINT, key: COSMOS_KEY }
    : undefined;

/** An empty store: on the stand-in, or in a database of its own on a real account, which is dropped afterwards. */
export async function openAnyCosmos(): Promise<OpenStore> {
  const standIn = realAccount === undefined ? await startCosmosStandIn() : undefined;
  const { endpoint, key } = realAccount ?? { endpoint: standIn?.endpoint ?? '', key: anyKey };
  const database = `thidua-test-${randomUUID()}`;
  const open = () => openCosmosStore({ endpoint, access: { key }, database });
  const store = await open();
  return {
    store,
    reopen: async () => {
      await store.close();
      return open();
    },
    dispose: async () => {
      const client = new CosmosClient({ endpoint, key, connectionPolicy: { enableEndpointDiscovery: false } });
      await client.database(database).delete();
      client.dispose();
      await standIn?.stop();
    },
  };
}
