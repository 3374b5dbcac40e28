import { existsSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { StoreError } from '../../ports/store.ts';
import { restrict } from './restrict.ts';

/**
 * The whole database as it is at one moment, also while a bot writes to it.
 * @param to a file that is not there yet
 * @throws StoreError Unavailable naming the path that could not be read or written
 */
export function snapshot(path: string, to: string): void {
  // The engine would make an empty one.
  if (!existsSync(path)) throw new StoreError('Unavailable', path, { cause: new Error('there is no such database') });
  try {
    const db = new DatabaseSync(path, { timeout: 5_000 });
    try {
      db.prepare('VACUUM INTO ?').run(to);
    } finally {
      db.close();
    }
    restrict(to);
  } catch (cause) {
    throw new StoreError('Unavailable', to, { cause });
  }
}
