import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Command, Option } from 'commander';
import { openStorage } from '../compose/adapters.ts';
import { turnAside } from '../compose/aside.ts';
import { readConfig } from '../config.ts';
import { hasRoster } from '../features/roster/import-roster.ts';
import { problemLines } from '../features/roster/read/tell-problems.ts';
import { confirmed } from '../features/roster/update/confirmed.ts';
import { dealWithImport } from '../features/roster/update/deal.ts';
import { outlineAt } from '../features/roster/update/kept.ts';
import type { Outline } from '../features/roster/update/outline.ts';
import { placeRoster } from '../features/roster/update/place-roster.ts';
import type { Turn } from '../pipeline/turn.ts';
import { stamp } from '../ports/commit.ts';
import { replace } from '../ports/documents.ts';
import { StoreError } from '../ports/store.ts';
import type { Loaded } from '../records/record.ts';
import {
  type ChangeCounts,
  changeKinds,
  type RosterImport,
  rosterImportId,
  rosterImportRecord,
} from '../records/roster-import.ts';
import { TransferRefusal } from '../transfer/refusal.ts';
import { using } from './places.ts';

interface Options {
  readonly confirm?: true;
  readonly absent?: 'left' | 'kept';
  readonly sure?: true;
}

export const roster = (program: Command): void =>
  void program
    .command('roster')
    .description('the roster of the unit')
    .command('import')
    .argument('<file>', '.xlsx or CSV, as ROSTER_FILE')
    .option('--confirm', 'writes it at once; without this it waits for the office, who confirms it in chat')
    .addOption(
      new Option('--absent <what>', 'what becomes of people who are not in the file').choices(['left', 'kept']),
    )
    .option('--sure', 'also where much would be taken away')
    .description(
      'Compares a file with the roster, says what would change, and puts it before the office. The bot may run meanwhile.',
    )
    .action(async (file: string, options: Options) => {
      const config = readConfig(process.env);
      const place = await openStorage(config);
      await using([place], async () => take(await turnAside(config, place), file, options));
    });

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function take(begin: () => Promise<Turn>, file: string, options: Options): Promise<void> {
  if (!(await hasRoster(await begin())))
    throw new TransferRefusal('there is no roster yet: start the bot with ROSTER_FILE, which reads the first one');
  const turn = await begin();
  const placed = await placeRoster(turn, readFileSync(file), path.basename(file));
  await turn.settle();
  const outline = await outlineAt(await begin(), placed.outline);
  tell(await begin(), placed, outline);
  if (placed.state === 'refused') throw new TransferRefusal('nothing is written');
  if (placed.state === 'applied') return;
  if (options.confirm !== true || outline === undefined)
    return say(
      'Nothing is written yet: somebody of the office confirms it in chat, where it waits among what is to be done.',
    );
  const absent = absentFrom(outline, options);
  await confirm(begin, rosterImportId(placed.sha256), outline, absent);
  say('Written.');
}

function tell(turn: Turn, { counts }: RosterImport, outline: Outline | undefined): void {
  const lines = problemLines([...(outline?.problems ?? []), ...(outline?.remarks ?? [])], turn.texts('en'));
  for (const line of lines) say(line);
  if (counts !== null && (outline?.problems ?? []).length === 0) say(countsLine(counts));
  for (const { name } of outline?.added ?? []) say(`new department: ${name}`);
  for (const { name } of outline?.closing ?? []) say(`nobody left in: ${name}`);
}
const countsLine = (counts: ChangeCounts): string =>
  [...changeKinds, 'same' as const].map((kind) => `${kind} ${counts[kind]}`).join(', ');

/** @throws TransferRefusal for what only somebody who sees it may decide */
function absentFrom({ people, added, closing, warnings }: Outline, { absent, sure }: Options): 'left' | 'kept' {
  if (added.length > 0 && closing.length > 0)
    throw new TransferRefusal(
      'a new name beside a department without people may be its new name: confirm it in chat, where that is asked',
    );
  const missing = people.filter(({ line }) => line === null).length;
  if (absent === undefined && missing > 0)
    throw new TransferRefusal(`${missing} people are not in the file: say --absent left or --absent kept`);
  const what = absent ?? 'kept';
  if (warnings[what].length > 0 && sure !== true)
    throw new TransferRefusal(`much would be taken away (${warnings[what].join(', ')}): say --sure as well`);
  return what;
}

/** As the office's click does, and then what the bot's lane does, until it is written. */
async function confirm(
  begin: () => Promise<Turn>,
  id: string,
  outline: Outline,
  absent: 'left' | 'kept',
): Promise<void> {
  const turn = await begin();
  const asked = await importAt(turn, id);
  const choice = { by: 'system', at: stamp(turn.at), absent, renamed: {} };
  turn.commit({
    command: 'roster.confirm',
    subject: id,
    facts: { absent },
    changes: [replace(rosterImportRecord, asked, confirmed(asked.data, outline, choice))],
  });
  await turn.settle();
  for (let state = ''; state !== 'applied'; ) {
    const step = await begin();
    const due = await importAt(step, id);
    state = due.data.state;
    if (state === 'asked' || state === 'refused' || state === 'over')
      throw new TransferRefusal('the roster was changed meanwhile: look at what would change now, by the same command');
    if (state === 'applied') continue;
    try {
      await dealWithImport(step, due);
      await step.settle();
    } catch (error) {
      // The running bot does the same.
      if (!(error instanceof StoreError && error.code === 'Conflict')) throw error;
    }
  }
}

async function importAt(turn: Turn, id: string): Promise<Loaded<RosterImport>> {
  const found = await turn.get(rosterImportRecord, id);
  if (found === undefined) throw new TransferRefusal('the file is no longer there: run the command again');
  return found;
}
