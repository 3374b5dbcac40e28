import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { openStorage } from '../compose/adapters.ts';
import { type Config, readConfig } from '../config.ts';
import { move, requireStopped } from '../transfer/move.ts';
import type { Place } from '../transfer/place.ts';
import { TransferRefusal } from '../transfer/refusal.ts';
import { databaseIn, named, openFolder, using } from './places.ts';
import { tellMoved } from './tell-moved.ts';

export const migrate = (program: Command): void =>
  void program
    .command('migrate')
    .option('--from <folder>', 'a data folder, into the cloud that the environment names')
    .option('--to <folder>', 'from that cloud into a data folder')
    .description(
      'Moves a centre between the embedded store and Azure; the bot stands still. What is moved from stays as it is.',
    )
    .action(async ({ from, to }: { from?: string; to?: string }) => {
      const config = readConfig(process.env);
      const folder = from ?? to;
      if (folder === undefined || (from !== undefined && to !== undefined))
        throw new TransferRefusal('say where the other side is: --from FOLDER or --to FOLDER');
      if (config.COSMOS_ENDPOINT === undefined)
        throw new TransferRefusal('COSMOS_ENDPOINT: got nothing; it says which cloud');
      if (from !== undefined && !existsSync(databaseIn(from)))
        throw new TransferRefusal(`${from} has no data of a centre`);
      await between(config, folder, (cloud, local) => (from === undefined ? [cloud, local] : [local, cloud]));
    });

async function between(
  config: Config,
  folder: string,
  way: (cloud: Place, local: Place) => readonly [Place, Place],
): Promise<void> {
  const local = openFolder(folder);
  await using([local], async () => {
    const cloud = await openStorage(config);
    await using([cloud], async () => {
      const [from, to] = way(cloud, local);
      for (const each of [from, to]) await requireStopped(each);
      tellMoved(await move(from, to, { named }));
    });
  });
}
