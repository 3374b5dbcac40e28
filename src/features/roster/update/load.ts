import { CodedError } from '../../../domain/errors.ts';
import type { Turn } from '../../../pipeline/turn.ts';
import type { Loaded } from '../../../records/record.ts';
import { type RosterImport, rosterImportRecord } from '../../../records/roster-import.ts';

/** @param id as a card carried it. @throws CodedError NOTHING_TO_SHOW */
export async function importOf(turn: Turn, id: string): Promise<Loaded<RosterImport>> {
  const found = await turn.get(rosterImportRecord, id);
  if (found === undefined) throw new CodedError('NOTHING_TO_SHOW');
  return found;
}
