import type { Plan } from '../../domain/plan/plan.ts';
import { ownLevel } from '../../model/council/decisions.ts';
import { roundPlan } from '../../model/round/round.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Nomination } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';

/** The levels above the unit's own, the highest first. */
export const levelsAbove = (plan: Plan): Plan['levels'] => plan.levels.filter(({ id }) => id !== ownLevel);

/** The level of the parent department by the round's plan, to which every submission goes: the last one above the unit's own. */
export const parentLevel = async (turn: Turn, round: Loaded<Round>): Promise<string> =>
  levelsAbove(await roundPlan(turn, round)).at(-1)?.id ?? ownLevel;

/** The level at which the council found the dossier, if that is above the unit's own, and otherwise the parent department's. */
export async function levelAnswering(turn: Turn, round: Loaded<Round>, { council }: Nomination): Promise<string> {
  const found = council?.level ?? ownLevel;
  return found === ownLevel ? parentLevel(turn, round) : found;
}
