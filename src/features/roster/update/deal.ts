import type { Turn } from '../../../pipeline/turn.ts';
import type { Loaded } from '../../../records/record.ts';
import type { RosterImport } from '../../../records/roster-import.ts';
import { applyImport } from './apply-import.ts';
import { fetchImport } from './fetch-import.ts';
import { digestOf } from './kept.ts';
import { asOutlined, lookedAt } from './look.ts';
import { outlineOf } from './outline.ts';
import { forgotten, readKept, settle } from './settle.ts';

/** One step of a roster that was sent, by what has become of it so far; run twice it changes nothing more. */
export async function dealWithImport(turn: Turn, due: Loaded<RosterImport>): Promise<void> {
  switch (due.data.state) {
    case 'fetching':
      return fetchImport(turn, due, (read) => lookedAt(turn, read));
    case 'confirmed':
      return check(turn, due);
    case 'applying':
      return applyImport(turn, due, (read) => lookedAt(turn, read));
    default:
      return settle(turn, due, forgotten('over'));
  }
}

/** Whoever confirmed saw what the file does now; else they are asked anew. */
async function check(turn: Turn, due: Loaded<RosterImport>): Promise<void> {
  const { data } = due;
  const read = await readKept(turn, due);
  if (read === undefined) return settle(turn, due, forgotten('over'));
  const outline = await outlineOf(turn, read);
  if (digestOf(outline) === data.outline) return settle(turn, due, { state: 'applying' });
  return settle(turn, due, { ...(await asOutlined(turn, outline)), choice: null, isAskedAnew: true });
}
