import { oweRefresh } from '../../../delivery/owe/owe.ts';
import type { Turn } from '../../../pipeline/turn.ts';
import { replace } from '../../../ports/documents.ts';
import type { Loaded } from '../../../records/record.ts';
import { type RosterImport, rosterImportRecord } from '../../../records/roster-import.ts';
import { readRoster } from '../read/read-roster.ts';
import type { RosterRead } from '../read/roster-table.ts';
import { bytesAt } from './kept.ts';

/** Nothing of the file is kept any longer. */
export const forgotten = (state: 'over' | 'applied') => ({ state, sha256: '', outline: '', dueAt: null }) as const;

/** How the import stands from now on; cards that show it are redrawn. */
export function settle(turn: Turn, due: Loaded<RosterImport>, after: Partial<RosterImport>): void {
  const data = { ...due.data, ...after };
  turn.commit({
    command: 'roster.update',
    subject: due.id,
    facts: { state: data.state, by: data.choice?.by ?? data.by },
    changes: [replace(rosterImportRecord, due, data), oweRefresh(turn.scope, turn.at, due.id, due.rev + 1)],
  });
}

/** @returns undefined when the file is gone */
export async function readKept(turn: Turn, { data }: Loaded<RosterImport>): Promise<RosterRead | undefined> {
  const bytes = await bytesAt(turn, data.sha256);
  return bytes && readRoster(bytes, turn.readWorkbook);
}
