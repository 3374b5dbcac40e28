import type { Deps } from '../../pipeline/context.ts';
import { decode, remove } from '../../ports/documents.ts';
import type { Stored } from '../../ports/store.ts';
import { exportRecord } from '../../records/export.ts';

/** Deletes a file with names when its hour is over. The record goes last: until then the deletion is tried again. */
export async function dropExport(deps: Deps, stored: Stored): Promise<void> {
  const file = decode(exportRecord, stored);
  await deps.files.remove(file.data.subject, file.data.sha256);
  await deps.store.commit(file.unit, [remove(file)]);
}
