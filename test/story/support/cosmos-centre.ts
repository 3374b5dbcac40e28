import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { CosmosStandIn } from '../../support/cosmos/stand-in.ts';
import { startCloud } from './cloud.ts';
import { type Centre, openCentre } from './open-centre.ts';

const database = 'thidua';

export interface CosmosCentre extends Centre {
  readonly standIn: CosmosStandIn;
}

/** The sample centre with its documents in the stand-in for Cosmos DB, its files and its lease in Azurite. */
export async function openCosmosCentre(): Promise<CosmosCentre> {
  const cloud = await startCloud();
  const { DATA_DIR: _, ...env } = (await cloud.machine(database)).env;
  const centre = await openCentre(undefined, { env, watch: () => cloud.watch(database) });
  for (const name of ['thidua.db', 'sender.lock'])
    assert.ok(!existsSync(path.join(centre.folder, name)), `${name} is not used`);
  return {
    ...centre,
    standIn: cloud.standIn,
    close: async () => {
      await centre.close();
      await cloud.close();
    },
  };
}
