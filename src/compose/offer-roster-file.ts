import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { offerRoster } from '../features/roster/update/place-roster.ts';
import { inTurn } from '../pipeline/retry.ts';
import type { Turn } from '../pipeline/turn.ts';
import type { RosterImport } from '../records/roster-import.ts';

const waits =
  'ROSTER_FILE is another file than the roster was taken from: it waits for the office to look through and confirm it';
const words: Partial<Record<RosterImport['state'], string>> = {
  asked: waits,
  refused:
    'ROSTER_FILE is another file than the roster was taken from, and something is wrong with it: it is not taken over',
  over: 'ROSTER_FILE is another file than the roster was taken from, and the office did not take it over',
};

/** Says that the file which the program is started with is not the roster, and puts it before the office. It keeps nobody from starting. */
export async function offerRosterFile(begin: () => Promise<Turn>, file: string): Promise<void> {
  const { log } = await begin();
  const bytes = await readFile(file).catch((error: unknown) => {
    log.warn({ err: error }, 'ROSTER_FILE cannot be read; the roster is the one that is known');
    return undefined;
  });
  if (bytes === undefined) return;
  const offered = await inTurn(begin, (turn) => offerRoster(turn, bytes, path.basename(file)));
  const said = offered && words[offered.state];
  if (said !== undefined) log.warn({ counts: offered?.counts }, said);
}
