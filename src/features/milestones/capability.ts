import { z } from 'zod';
import { mayOwnMilestone } from '../../domain/policy/milestone-owners.ts';
import { roundOf } from '../../model/round/round.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import { capability, opens, verb } from '../../pipeline/capability.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { milestonesPage } from './list.page.ts';
import { milestonesSpread } from './milestones.spreads.ts';
import { milestonesMornings } from './mornings.ts';
import { milestonePage } from './one.page.ts';
import { milestoneRef, milestonesOne, milestonesShow } from './refs.ts';
import { milestoneReminderPage } from './reminder.page.ts';
import { setDateInput, setMilestoneDate } from './set-date.ts';
import { tickMilestone, tickMilestoneInput } from './tick-milestone.ts';
import { milestonesTodos } from './todos.ts';

const showInput = z.strictObject({ round: z.string().max(40).default('') });

/** @throws CodedError NO_ROUND */
async function showMilestones(ctx: Ctx, input: z.infer<typeof showInput>): Promise<Answer> {
  return show(milestonesShow.ref({ round: (await roundOf(ctx, input.round)).data.round }));
}

/** The milestones of a round: dates, owners, what is done. The calendar's own way in is `oweMilestones`. */
export const milestones = capability({
  commands: [
    {
      name: 'milestones',
      isFor: mayOwnMilestone,
      where: 'personal',
      inRound: 'underWay',
      run: (ctx) => showMilestones(ctx, { round: '' }),
    },
  ],
  verbs: [
    verb('milestones.show', showInput, showMilestones),
    opens('milestones.open', milestoneRef, milestonesOne),
    verb('milestones.date', setDateInput, setMilestoneDate),
    verb('milestones.tick', tickMilestoneInput, tickMilestone),
  ],
  pages: [milestonesPage, milestonePage, milestoneReminderPage],
  spreads: [milestonesSpread],
  mornings: milestonesMornings,
  todos: milestonesTodos,
});
