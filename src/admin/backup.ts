import type { Command } from 'commander';
import { DateTime } from 'luxon';
import { snapshot } from '../adapters/sqlite/snapshot.ts';
import { openStorage } from '../compose/adapters.ts';
import { type Config, readConfig } from '../config.ts';
import { stamp } from '../ports/commit.ts';
import { copyFiles } from '../transfer/copy-files.ts';
import { type Moved, move, requireStopped } from '../transfer/move.ts';
import type { Place } from '../transfer/place.ts';
import { sumsOf } from '../transfer/sums.ts';
import { writePaper } from './backup-paper.ts';
import { databaseIn, named, newFolder, openFolder, using } from './places.ts';
import { tellMoved } from './tell-moved.ts';

export const backup = (program: Command): void =>
  void program
    .command('backup')
    .argument('<folder>', 'one that is not there yet')
    .description(
      'Copies documents and files, but no secrets, into a folder. With the embedded store the bot may run meanwhile.',
    )
    .action(async (folder: string) => {
      const takenAt = DateTime.utc();
      const moved = await take(readConfig(process.env), newFolder(folder));
      const { count, bytes } = moved.files;
      writePaper(folder, { takenAt: stamp(takenAt), documents: [...moved.documents], files: { count, bytes } });
      tellMoved(moved);
    });

async function take(config: Config, folder: string): Promise<Moved> {
  const from = await openStorage(config);
  return using([from], () =>
    config.COSMOS_ENDPOINT === undefined ? ofOneMoment(config, from, folder) : ofWhatStands(from, folder),
  );
}

async function ofOneMoment({ DATA_DIR }: Config, from: Place, folder: string): Promise<Moved> {
  snapshot(databaseIn(DATA_DIR), databaseIn(folder));
  const to = openFolder(folder);
  return using([to], async () => {
    // After the documents: what they name is kept longer than this takes.
    const files = await copyFiles(from.files, to.files, named(to.store));
    return { documents: await sumsOf(to.store), files };
  });
}

async function ofWhatStands(from: Place, folder: string): Promise<Moved> {
  await requireStopped(from);
  const to = openFolder(folder);
  return using([to], () => move(from, to, { named }));
}
