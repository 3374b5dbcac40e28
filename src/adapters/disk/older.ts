import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from './unless-missing.ts';

/** Whether there is such a file and it was last written before that instant (milliseconds since 1970). */
export const isOlder = async (path: string, before: number): Promise<boolean> =>
  ((await unlessMissing(stat(path)))?.mtimeMs ?? before) < before;

/** Paths of the files in a folder and below it that were last written before that instant. */
export async function olderIn(dir: string, before: number): Promise<string[]> {
  const older: string[] = [];
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && (await isOlder(path, before))) older.push(path);
  }
  return older;
}
