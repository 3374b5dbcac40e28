import type { Logger } from 'pino';
import { each } from '../ports/documents.ts';
import type { FileName, Files } from '../ports/files.ts';
import type { Store } from '../ports/store.ts';
import { dossierKey, evidenceRecord } from '../records/evidence.ts';
import { exportRecord } from '../records/export.ts';
import type { Lane } from './runner.ts';

const everyMs = 24 * 3_600_000;
/** Bytes come before their record: younger ones may still be waiting for it. */
const oldMs = 3_600_000;

/** Every file that a record of any unit names: several may be kept in one place. */
async function* named(store: Store): AsyncGenerator<FileName> {
  for (const unit of (await store.totals(evidenceRecord.type)).keys())
    for await (const { data } of each(store, { unit, type: evidenceRecord }))
      if (data.kind === 'file') yield { owner: dossierKey(data.round, data.candidate.id), sha256: data.sha256 };
  for (const unit of (await store.totals(exportRecord.type)).keys())
    for await (const { data } of each(store, { unit, type: exportRecord }))
      yield { owner: data.subject, sha256: data.sha256 };
}

/** Once a day: what no record names is deleted, whatever has left it behind. */
export const purgeFiles = ({ store, files, log }: { store: Store; files: Files; log: Logger }): Lane => ({
  name: 'purge',
  run: async () => {
    const purged = await files.purge(() => named(store), oldMs);
    if (purged > 0) log.warn({ purged }, 'files that no record names were deleted');
    return everyMs;
  },
});
