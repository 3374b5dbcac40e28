import { CodedError } from '../../../domain/errors.ts';
import type { Turn } from '../../../pipeline/turn.ts';
import { stamp } from '../../../ports/commit.ts';
import type { ReceivedFile } from '../../../ports/files.ts';
import { StoreError } from '../../../ports/store.ts';
import type { Loaded } from '../../../records/record.ts';
import type { RosterImport } from '../../../records/roster-import.ts';
import { readRoster } from '../read/read-roster.ts';
import { rosterBytes } from '../read/roster-lines.ts';
import type { RosterRead } from '../read/roster-table.ts';
import { rosterImportFiles } from './kept.ts';
import { settle } from './settle.ts';

/** After these seconds it is tried again; then the sender is told to send it anew, while they still look. */
const triesAgainAfter = [0.5, 1];

type Look = (read: RosterRead) => Promise<Partial<RosterImport>>;

/** Fetches a roster that was sent, keeps it, and looks at what it would do. */
export async function fetchImport(turn: Turn, due: Loaded<RosterImport>, look: Look): Promise<void> {
  const { name, url } = due.data;
  let file: ReceivedFile;
  try {
    file = await turn.files.receive(turn.attachments.fetch({ name, url, kind: 'file' }, rosterBytes));
  } catch (error) {
    return failed(turn, due, error);
  }
  try {
    const bytes = Buffer.from(await file.at(0, file.size));
    // Kept before the record names it: a record never names bytes that are not there.
    await file.keep(rosterImportFiles);
    const after = await look(await readRoster(bytes, turn.readWorkbook));
    settle(turn, due, { sha256: file.sha256, url: '', ...after });
  } finally {
    await file.drop();
  }
}

async function failed(turn: Turn, due: Loaded<RosterImport>, error: unknown): Promise<void> {
  if (error instanceof StoreError) throw error;
  const { attempts } = due.data;
  const code = error instanceof CodedError ? error.code : 'FILE_UNAVAILABLE';
  if (!(error instanceof CodedError)) turn.log.error({ err: error }, 'a roster could not be fetched');
  const wait = code === 'FILE_UNAVAILABLE' ? triesAgainAfter[attempts] : undefined;
  if (wait !== undefined)
    return settle(turn, due, { attempts: attempts + 1, dueAt: stamp(turn.at.plus({ seconds: wait })) });
  return settle(turn, due, { state: 'over', failure: code, url: '', dueAt: null });
}
