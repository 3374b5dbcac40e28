import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openCosmosStore } from '../../../src/adapters/cosmos/open-cosmos-store.ts';
import type { Store } from '../../../src/ports/store.ts';
import { withStandings } from '../../../src/ports/with-standings.ts';
import { startAzurite } from '../../support/blob/azurite.ts';
import { anyKey } from '../../support/cosmos/a-cosmos.ts';
import { type CosmosStandIn, startCosmosStandIn } from '../../support/cosmos/stand-in.ts';
import { startWay, type Way } from '../../support/way.ts';
import { onTheWay, type Watch } from './documents.ts';

const always = '9999-01-01T00:00:00.000Z';

/** A machine for one bot, with a folder and a network of its own. */
export interface CloudMachine {
  readonly folder: string;
  /** Where its bot finds documents, files and lease. */
  readonly env: Readonly<Record<string, string>> & { readonly DATA_DIR: string };
  readonly toDocuments: Way;
  readonly toAccount: Way;
}

export interface Cloud {
  readonly standIn: CosmosStandIn;
  /** @param database machines with the same one are one centre's */
  machine(database: string): Promise<CloudMachine>;
  /** As a bot opens it, from outside. */
  store(database: string): Promise<Store>;
  watch(database: string): Promise<Watch>;
  close(): Promise<void>;
}

/** The stand-in for Cosmos DB and Azurite, and machines that reach them. */
export async function startCloud(): Promise<Cloud> {
  // First what may not be there: a stand-in that nobody stops would keep the process from ending.
  const azurite = await startAzurite();
  const standIn = await startCosmosStandIn();
  const [, blobPort = ''] = /BlobEndpoint=http:\/\/127\.0\.0\.1:(\d+)\//.exec(azurite.connectionString) ?? [];
  const machines: CloudMachine[] = [];
  const store = async (database: string): Promise<Store> =>
    withStandings(await openCosmosStore({ endpoint: standIn.endpoint, access: { key: anyKey }, database }));
  return {
    standIn,
    store,
    async machine(database) {
      const folder = mkdtempSync(path.join(tmpdir(), 'thidua-test-'));
      const toDocuments = await startWay(Number(new URL(standIn.endpoint).port));
      const toAccount = await startWay(Number(blobPort));
      const env = {
        DATA_DIR: folder,
        LINK_KEY: 'A'.repeat(43),
        COSMOS_ENDPOINT: `http://127.0.0.1:${toDocuments.port}/`,
        COSMOS_KEY: anyKey,
        COSMOS_DATABASE: database,
        BLOB_CONNECTION_STRING: azurite.connectionString.replace(`:${blobPort}/`, `:${toAccount.port}/`),
      };
      const machine = { folder, env, toDocuments, toAccount };
      machines.push(machine);
      return machine;
    },
    async watch(database) {
      const opened = await store(database);
      return {
        isBusy: async () => {
          const due = await Promise.all(onTheWay.map((lane) => opened.due({ lane, until: always, limit: 1 })));
          return due.some((found) => found.length > 0);
        },
        close: () => opened.close(),
      };
    },
    async close() {
      for (const { folder, toDocuments, toAccount } of machines) {
        await Promise.all([toDocuments.close(), toAccount.close()]);
        rmSync(folder, { recursive: true, force: true });
      }
      await standIn.stop();
      await azurite.stop();
    },
  };
}
