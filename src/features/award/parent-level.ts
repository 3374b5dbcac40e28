import { ownLevel } from '../../model/council/decisions.ts';
import { roundPlan } from '../../model/round/round.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';

/** The level of the parent department by the round's plan: the first that is not the unit's own. */
export async function parentLevel(turn: Turn, round: Loaded<Round>): Promise<string> {
  const plan = await roundPlan(turn, round);
  return plan.levels.find((level) => level.id !== ownLevel)?.id ?? ownLevel;
}
