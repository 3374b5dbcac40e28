import type { z } from 'zod';
import { CodedError } from '../../domain/errors.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { roundOf, roundPlan } from '../../model/round/round.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { PageRef } from '../../records/message.ts';
import type { Loaded } from '../../records/record.ts';
import type { Round, RoundMilestone } from '../../records/round.ts';
import { type milestoneRef, milestonesOne } from './refs.ts';

export type MilestoneRef = z.infer<typeof milestoneRef>;

export interface ReadMilestone {
  readonly round: Loaded<Round>;
  readonly plan: Plan;
  readonly milestone: RoundMilestone;
}

/** @throws CodedError NO_ROUND, NOTHING_TO_SHOW when the round's plan has no such milestone */
export async function readMilestone(turn: Turn, ref: MilestoneRef): Promise<ReadMilestone> {
  const round = await roundOf(turn, ref.round);
  const milestone = round.data.milestones.find(({ id }) => id === ref.milestone);
  if (milestone === undefined) throw new CodedError('NOTHING_TO_SHOW');
  return { round, plan: await roundPlan(turn, round), milestone };
}

export const milestonePage = ({ round, milestone }: Pick<ReadMilestone, 'round' | 'milestone'>): PageRef =>
  milestonesOne.ref({ round: round.data.round, milestone: milestone.id });
