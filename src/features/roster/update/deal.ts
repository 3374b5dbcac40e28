import type { Turn } from '../../../pipeline/turn.ts';
import { stamp } from '../../../ports/commit.ts';
import type { Loaded } from '../../../records/record.ts';
import type { RosterImport } from '../../../records/roster-import.ts';
import type { RosterRead } from '../read/roster-table.ts';
import { applyImport } from './apply-import.ts';
import { fetchImport } from './fetch-import.ts';
import { countsOf, digestOf, keepOutline, type Outline, outlineOf } from './outline.ts';
import { forgotten, readKept, settle } from './settle.ts';

/** A preview tells what the roster was like: nobody confirms an old one. What was refused is kept for whoever mends it. */
const keptFor = { asked: { days: 7 }, refused: { days: 1 } } as const;

/** One step of a roster that was sent, by what has become of it so far; run twice it changes nothing more. */
export async function dealWithImport(turn: Turn, due: Loaded<RosterImport>): Promise<void> {
  switch (due.data.state) {
    case 'fetching':
      return fetchImport(turn, due, (read) => lookedAt(turn, due, read));
    case 'confirmed':
      return check(turn, due);
    case 'applying':
      return applyImport(turn, due, (problems) => lookedAt(turn, due, problems));
    default:
      return settle(turn, due, forgotten('over'));
  }
}

/** What the file would do, beside the rest of what is known of it. */
async function lookedAt(turn: Turn, { data }: Loaded<RosterImport>, read: RosterRead): Promise<Partial<RosterImport>> {
  return asOutlined(turn, await outlineOf(turn, read, data.by));
}

async function asOutlined(turn: Turn, outline: Outline): Promise<Partial<RosterImport>> {
  const counts = countsOf(outline);
  const state = outline.problems.length > 0 ? 'refused' : 'asked';
  if (state === 'asked' && isNothing(outline)) return { ...forgotten('applied'), counts };
  return {
    state,
    outline: await keepOutline(turn, outline),
    counts,
    dueAt: stamp(turn.at.plus(keptFor[state])),
  };
}

/** The file says what is known already. */
const isNothing = ({ people, added, closing }: Outline): boolean => people.length + added.length + closing.length === 0;

/** Whoever confirmed saw what the file does now; else they are asked anew. */
async function check(turn: Turn, due: Loaded<RosterImport>): Promise<void> {
  const { data } = due;
  const read = await readKept(turn, due);
  if (read === undefined) return settle(turn, due, forgotten('over'));
  const outline = await outlineOf(turn, read, data.by);
  if (digestOf(outline) === data.outline) return settle(turn, due, { state: 'applying' });
  return settle(turn, due, { ...(await asOutlined(turn, outline)), choice: null, isAskedAnew: true });
}
