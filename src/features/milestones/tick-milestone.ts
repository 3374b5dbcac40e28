import { z } from 'zod';
import { CodedError } from '../../domain/errors.ts';
import { mayTickMilestone } from '../../domain/policy/milestone-owners.ts';
import { canBeTakenBack, milestonePeople } from '../../model/round/milestones.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { revision } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { changeMilestone, requireCurrent } from './change-milestone.ts';
import { milestonePage, readMilestone } from './read-milestone.ts';
import { milestoneRef, milestonesShow } from './refs.ts';

export const tickMilestoneInput = milestoneRef.extend({ rev: revision, done: z.enum(['yes', 'no']) });

/**
 * "Đã xong", and taking it back, unless the records of the round show it as done.
 * @throws CodedError NOT_ALLOWED_TICK; Refusal ALREADY_DONE, DONE_BY_RECORD
 */
export async function tickMilestone(ctx: Ctx, input: z.infer<typeof tickMilestoneInput>): Promise<Answer> {
  const found = await readMilestone(ctx, input);
  const { milestone, round } = found;
  if (!mayTickMilestone(ctx.actor, milestone.owner)) {
    throw new CodedError('NOT_ALLOWED_TICK');
  }
  const isDone = input.done === 'yes';
  const answer = show(
    milestonesShow.ref({ round: round.data.round }),
    good(`milestones.${isDone ? 'ticked' : 'takenBack'}`),
  );
  const isSecondClick = (milestone.done !== null) === isDone && milestone.changed?.by === ctx.me.id;
  if (isSecondClick) return answer;
  await requireCurrent(ctx, found, input.rev);
  if (!isDone && !canBeTakenBack(await milestonePeople(ctx, { round, plan: found.plan, at: ctx.at }), milestone)) {
    throw new Refusal('DONE_BY_RECORD', { show: milestonePage(found) });
  }
  const done = isDone ? { by: ctx.me.id, at: stamp(ctx.at) } : null;
  await changeMilestone(ctx, found, { command: 'milestones.tick', to: { done } });
  return answer;
}
