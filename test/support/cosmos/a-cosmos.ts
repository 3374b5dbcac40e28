import { randomUUID } from 'node:crypto';
import { CosmosClient } from '@azure/cosmos';
import { openCosmosStore } from '../../../src/adapters/cosmos/open-cosmos-store.ts';
import type { OpenStore } from '../../ports/store-contract.ts';
import { startCosmosStandIn } from './stand-in.ts';

/** A key for the stand-in, which asks for none. */
export const anyKey = Buffer.from('any').toString('base64');

/**
 * The account that the environment names. A database is made and dropped there, which takes a key.
 * @throws Error for half of it: the stand-in in its place would be a report of an account that nobody asked
 */
export function accountIn({ COSMOS_ENDPOINT: endpoint = '', COSMOS_KEY: key = '' }: NodeJS.ProcessEnv) {
  if (endpoint === '' && key === '') return undefined;
  for (const [name, value] of Object.entries({ COSMOS_ENDPOINT: endpoint, COSMOS_KEY: key }))
    if (value === '')
      throw new Error(`${name} is missing: an account is named by COSMOS_ENDPOINT and COSMOS_KEY together`);
  return { endpoint, key };
}
export const realAccount = accountIn(process.env);

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
