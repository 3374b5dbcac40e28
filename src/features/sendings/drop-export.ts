import type { Turn } from '../../pipeline/turn.ts';
import { remove } from '../../ports/documents.ts';
import type { Export } from '../../records/export.ts';
import type { Loaded } from '../../records/record.ts';

/** Deletes a file with names when its hour is over. The record goes last: until then the deletion is tried again. */
export async function dropExport(turn: Turn, file: Loaded<Export>): Promise<void> {
  const deletion = await turn.files.deletionOf(file.data.subject, file.data.sha256);
  await deletion();
  turn.ride([remove(file)]);
}
