import type { Plan } from '../../domain/plan/plan.ts';
import { resolveDated } from '../../domain/plan/resolve-dated.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Nomination } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';
import type { Nominee } from '../dossier/nominees.ts';
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

const parentOf = (plan: Plan): string => levelsAbove(plan).at(-1)?.id ?? ownLevel;

/** The level of the parent department by the round's plan, to which every submission goes: the last one above the unit's own. */
export const parentLevel = async (turn: Turn, round: Loaded<Round>): Promise<string> =>
  parentOf(await roundPlan(turn, round));

/** The level at which the council found the dossier, if that is above the unit's own, and otherwise the parent department's: the director's own case is never the unit's. */
export function levelAnswering(plan: Plan, { council }: Pick<Nomination, 'council'>): string {
  const found = council?.level ?? ownLevel;
  return found === ownLevel ? parentOf(plan) : found;
}

interface Proposed {
  readonly level: Plan['levels'][number];
  readonly these: readonly Nominee[];
}

/** Those who are proposed at each level above the unit's own, the highest first; a level without any is left out. */
export const byLevelAbove = (plan: Plan, all: readonly Nominee[]): Proposed[] =>
  levelsAbove(plan)
    .map((level) => ({
      level,
      these: all.filter(({ nomination }) => levelAnswering(plan, nomination.data) === level.id),
    }))
    .filter(({ these }) => these.length > 0);
