import path from 'node:path';
import { openDatabase } from '../../../src/adapters/sqlite/open-database.ts';

/** What an answer may write by itself: how a person is reached, and which posted card is kept in step. */
const ofAnswers = ['address', 'mirror'];

/** Looks into a running bot's store, from outside. */
export function openDocuments(folder: string) {
  const db = openDatabase({ path: path.join(folder, 'thidua.db') });
  const marks = ofAnswers.map(() => '?').join();
  const all = db.prepare(`SELECT id, rev, data, lane FROM documents WHERE type NOT IN (${marks})`);
  const read = (): { id: string; rev: number; data: string; lane: string | null }[] => all.all(...ofAnswers) as never;
  return {
    /** Every document of people's business, by id. */
    dump: (): ReadonlyMap<string, string> => new Map(read().map(({ id, rev, data }) => [id, `${rev} ${data}`])),
    /** Whether something is on its way to somebody. */
    isBusy: (): boolean =>
      read().some(({ lane }) => lane !== null && ['sendUrgent', 'send', 'spread', 'refresh'].includes(lane)),
    close: (): void => void db.close(),
  };
}
export type Documents = ReturnType<typeof openDocuments>;

/** Ids of what was made, changed or removed between two looks. */
export function changedIds(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id)).sort();
}
