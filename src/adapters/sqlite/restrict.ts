import { chmodSync, statSync } from 'node:fs';

/**
 * Takes a database from everyone but its owner: the engine lets others read what it makes, and gives the log the rights of its file.
 * By name and never by opening: to close the file would end the locks that this process holds on it.
 */
export function restrict(path: string): void {
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    const found = statSync(file, { throwIfNoEntry: false });
    // What is another user's is theirs to give away; Windows has no such rights.
    if (found !== undefined && found.mode % 0o100 !== 0 && found.uid === process.getuid?.())
      chmodSync(file, found.mode & 0o700);
  }
}
