import type { Turn } from '../../../pipeline/turn.ts';
import { stamp } from '../../../ports/commit.ts';
import type { RosterImport } from '../../../records/roster-import.ts';
import type { RosterRead } from '../read/roster-table.ts';
import { keepOutline } from './kept.ts';
import { countsOf, type Outline, outlineOf } from './outline.ts';
import { forgotten } from './settle.ts';

/** A preview tells what the roster was like: nobody confirms an old one. What was refused is kept for whoever mends it. */
const keptFor = { asked: { days: 7 }, refused: { days: 1 } } as const;

/** What the file would do, beside the rest of what is known of it. */
export const lookedAt = async (turn: Turn, read: RosterRead): Promise<Partial<RosterImport>> =>
  asOutlined(turn, await outlineOf(turn, read));

export async function asOutlined(turn: Turn, outline: Outline): Promise<Partial<RosterImport>> {
  const counts = countsOf(outline.people, outline.same);
  const state = outline.problems.length > 0 ? 'refused' : 'asked';
  if (state === 'asked' && isNothing(outline)) return { ...forgotten('applied'), counts };
  return { state, outline: await keepOutline(turn, outline), counts, dueAt: stamp(turn.at.plus(keptFor[state])) };
}

/** The file says what is known already. */
const isNothing = ({ people, added, closing }: Outline): boolean => people.length + added.length + closing.length === 0;
