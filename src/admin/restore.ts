import type { Command } from 'commander';
import { DateTime } from 'luxon';
import { openStorage } from '../compose/adapters.ts';
import { typedCommand } from '../compose/typed-command.ts';
import { readConfig } from '../config.ts';
import { personRecord } from '../records/person.ts';
import type { Scope } from '../records/record.ts';
import { restorationId } from '../records/restoration.ts';
import { askOffices, heldBack } from '../transfer/hold-back.ts';
import { move, requireSame, requireStopped } from '../transfer/move.ts';
import type { Place } from '../transfer/place.ts';
import { sumsOf } from '../transfer/sums.ts';
import { readPaper } from './backup-paper.ts';
import { named, openFolder, using } from './places.ts';
import { tell, tellMoved } from './tell-moved.ts';

export const restore = (program: Command): void =>
  void program
    .command('restore')
    .argument('<folder>', 'that `backup` has made')
    .description(
      'Brings a backup back to where the environment says that the data are, which must be empty. Messages that were unsent wait for the office.',
    )
    .action(async (folder: string) => {
      const { takenAt, documents } = readPaper(folder);
      const from = openFolder(folder);
      await using([from], async () => {
        requireSame(documents, await sumsOf(from.store));
        const to = await openStorage(readConfig(process.env));
        await using([to], async () => {
          await requireStopped(to);
          const id = restorationId(takenAt);
          tellMoved(await move(from, to, { named, as: (doc) => heldBack(doc, id) }));
          const times = { takenAt: DateTime.fromISO(takenAt), restoredAt: DateTime.utc() };
          const held = await askOffices(to.store, { ...times, units: await unitsOf(from) });
          if (held > 0)
            tell(
              `${held} messages or announcements that were unsent wait: the office chooses, under ${typedCommand('todo')}`,
            );
        });
      });
    });

async function unitsOf({ store }: Place): Promise<Scope[]> {
  const units = [...(await store.totals(personRecord.type)).keys()];
  const first = await Promise.all(units.map((unit) => store.query({ unit, type: personRecord.type, limit: 1 })));
  return first.flatMap(({ items }) => items.map(({ doc: { unit, tenant } }) => ({ unit, tenant })));
}
