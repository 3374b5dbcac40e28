import type { Plan } from '../../domain/plan/plan.ts';
import { resolveDated } from '../../domain/plan/resolve-dated.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Nomination } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';
import { roundPlan } from '../round/round.ts';
import { ownLevel } from './decisions.ts';

/** Who commends at a level on the day of the paper. */
export function authorityOf(plan: Plan, level: string, on: string): string {
  const row = plan.levels.find((l) => l.id === level);
  return row === undefined ? '' : resolveDated(row.authority, on);
}

/** What is given at a level: "Giấy khen". */
export const awardOf = (plan: Plan, level: string): string => plan.levels.find((l) => l.id === level)?.award ?? '';

export const levelName = (plan: Plan, level: string): string => plan.levels.find((l) => l.id === level)?.name ?? '';

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
