import { stat } from 'node:fs/promises';
import { unlessMissing } from './unless-missing.ts';

/** How a path is, compared with what stood there when it was first looked at. */
export type Place = 'there' | 'gone' | 'another';

/** By the number that the file system gives each file, and not by name or time: a copy that was put in its place is another. */
async function numberOf(path: string): Promise<string | undefined> {
  const found = await unlessMissing(stat(path, { bigint: true }));
  return found && `${found.dev} ${found.ino}`;
}

/**
 * Remembers what stands at these paths now; what is absent now is not looked for. A process that has a file open goes on writing to it when
 * it has been moved, deleted or replaced, and nobody else will ever read that.
 * @returns how they are later, the worst of all
 */
export async function rememberPlace(paths: readonly string[]): Promise<() => Promise<Place>> {
  const first = new Map<string, string>();
  for (const path of paths) {
    const number = await numberOf(path);
    if (number !== undefined) first.set(path, number);
  }
  return async () => {
    const now = await Promise.all(
      [...first].map(async ([path, number]) => {
        const found = await numberOf(path);
        return found === undefined ? 'gone' : found === number ? 'there' : 'another';
      }),
    );
    return (['another', 'gone'] as const).find((how) => now.includes(how)) ?? 'there';
  };
}
