import { createHash } from 'node:crypto';
import type { Turn } from '../../../pipeline/turn.ts';
import { stamp } from '../../../ports/commit.ts';
import { put } from '../../../ports/documents.ts';
import { importId, importRecord } from '../../../records/import.ts';
import { type RosterImport, rosterImportId, rosterImportRecord } from '../../../records/roster-import.ts';
import { readRoster } from '../read/read-roster.ts';
import { rosterImportFiles } from './kept.ts';
import { lookedAt } from './look.ts';

/**
 * Puts a roster before the office, as if one of them had sent it; whoever runs the program has it, and a chat has not.
 * @returns what the file would do, as it is written by the turn
 */
export async function placeRoster(turn: Turn, bytes: Uint8Array, name: string): Promise<RosterImport> {
  const sha256 = digestOf(bytes);
  const id = rosterImportId(sha256);
  const file = await turn.files.receive([bytes]);
  try {
    // The bytes come before the record: a record never names bytes that are not there.
    await file.keep(rosterImportFiles);
  } finally {
    await file.drop();
  }
  const placed: RosterImport = {
    ...{ by: 'system', at: stamp(turn.at), name, url: '', attempts: 0, sha256, outline: '', state: 'refused' },
    ...{ failure: '', counts: null, isAskedAnew: false, choice: null, done: 0, dueAt: null },
  };
  const data = { ...placed, ...(await lookedAt(turn, await readRoster(bytes, turn.readWorkbook))) };
  const before = await turn.get(rosterImportRecord, id);
  turn.commit({
    command: 'roster.place',
    subject: id,
    facts: { state: data.state },
    changes: [put(rosterImportRecord, { ...turn.scope, id }, before, data)],
  });
  return data;
}

/**
 * The file that the program is started with, beside a roster that is there: put before the office when it is another one than was read first
 * or put before it already.
 * @returns what has become of it; undefined for the one that the roster began with
 */
export async function offerRoster(turn: Turn, bytes: Uint8Array, name: string): Promise<RosterImport | undefined> {
  const digest = digestOf(bytes);
  if ((await turn.get(importRecord, importId(digest))) !== undefined) return undefined;
  const known = await turn.get(rosterImportRecord, rosterImportId(digest));
  return known?.data ?? placeRoster(turn, bytes, name);
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
