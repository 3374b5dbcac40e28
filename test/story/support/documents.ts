import path from 'node:path';
import type { Sandbox } from '../../../sandbox/server/start-sandbox.ts';
import { openDatabase } from '../../../src/adapters/sqlite/open-database.ts';
import { waitUntil } from '../../support/wait-until.ts';

/** What an answer may write by itself: how a person is reached, and which posted card is kept in step. */
const ofAnswers = ['address', 'mirror', 'refresh'];
/** That files came, and what became of them, is noted and told even when none was taken. */
const ofFiles = ['evidence.send', 'evidence.refuse', 'evidence.received'];
/** Lanes of what somebody is still to see. */
export const onTheWay = ['sendUrgent', 'send', 'spread', 'refresh', 'fetch'];

/** Looks into a running bot's store, from outside. */
export function openDocuments(folder: string) {
  const db = openDatabase({ path: path.join(folder, 'thidua.db') });
  const marks = (words: readonly string[]) => words.map(() => '?').join();
  // A sending that has ended is looked after for a day: whether the cards that show it are out of date.
  const looks = "json_remove(data, '$.watchAt', '$.seen')";
  const all = db.prepare(`SELECT id, iif(type = 'spread', 0, rev) AS rev, iif(type = 'spread', ${looks}, data) AS data
    FROM documents WHERE type NOT IN (${marks(ofAnswers)})
    AND ifnull(json_extract(data, iif(type = 'audit', '$.command', '$.kind')), '') NOT IN (${marks(ofFiles)})`);
  const read = (): { id: string; rev: number; data: string }[] => all.all(...ofAnswers, ...ofFiles) as never;
  const owed = db.prepare(`SELECT id FROM documents WHERE lane IN (${marks(onTheWay)}) LIMIT 1`);
  return {
    /** Every document of people's business, by id. */
    dump: (): ReadonlyMap<string, string> => new Map(read().map(({ id, rev, data }) => [id, `${rev} ${data}`])),
    /** Whether something is on its way to somebody. */
    isBusy: (): boolean => owed.all(...onTheWay).length > 0,
    close: (): void => void db.close(),
  };
}
export type Documents = ReturnType<typeof openDocuments>;

export interface Watch {
  isBusy(): boolean | Promise<boolean>;
  close(): void | Promise<void>;
}

/** Until everything owed has been sent, and nothing is said any more. */
export async function untilQuiet(documents: Pick<Watch, 'isBusy'>, sandbox: Sandbox): Promise<void> {
  await waitUntil('no message is on its way', async () => !(await documents.isBusy()));
  await sandbox.idle(20);
}

/** Ids of what was made, changed or removed between two looks. */
export function changedIds(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id)).sort();
}
