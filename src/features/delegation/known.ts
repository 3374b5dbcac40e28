import { dayOf } from '../../pipeline/day-of.ts';
import type { Turn } from '../../pipeline/turn.ts';
import {
  type Delegations,
  delegationsId,
  delegationsRecord,
  type RecordedAssignment,
} from '../../records/delegation.ts';
import type { Loaded } from '../../records/record.ts';

/** Assignments in force and to come, those that begin first at the top; and the record that they are in, with those that are over. */
export async function known(
  turn: Turn,
): Promise<{ loaded: Loaded<Delegations> | undefined; assignments: readonly RecordedAssignment[] }> {
  const loaded = await turn.get(delegationsRecord, delegationsId);
  const today = dayOf(turn);
  const current = (loaded?.data.assignments ?? []).filter(({ until }) => until === null || until >= today);
  return { loaded, assignments: current.sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from))) };
}
