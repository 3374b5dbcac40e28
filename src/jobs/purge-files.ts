import type { Logger } from 'pino';
import type { KeptFiles } from '../pipeline/kept-files.ts';
import type { FileName, Files } from '../ports/files.ts';
import type { Store } from '../ports/store.ts';
import type { Lane } from './runner.ts';

export interface PurgeDeps {
  readonly store: Store;
  readonly files: Files;
  readonly kept: readonly KeptFiles[];
  readonly log: Logger;
}

const everyMs = 24 * 3_600_000;
/** Bytes come before their record: younger ones may still be waiting for it. */
export const oldMs = 3_600_000;

/** Once a day: what no record names is deleted, whatever has left it behind. */
export const purgeFiles = ({ store, files, kept, log }: PurgeDeps): Lane => ({
  name: 'purge',
  run: async () => {
    async function* named(): AsyncGenerator<FileName> {
      for (const each of kept) yield* each.named(store);
    }
    const purged = await files.purge(named, oldMs);
    if (purged > 0) log.warn({ purged }, 'files that no record names were deleted');
    return everyMs;
  },
});
