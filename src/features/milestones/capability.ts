import { z } from 'zod';
import { mayEditMilestones, mayOwnMilestone } from '../../domain/policy/milestone-owners.ts';
import { readDates } from '../../model/round/dates.ts';
import { unopenedRounds } from '../../model/round/opening.ts';
import { openedRounds, roundOf } from '../../model/round/round.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import { capability, opens, verb } from '../../pipeline/capability.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay } from '../../pipeline/inputs.ts';
import { milestonesPage } from './list.page.ts';
import { milestonesSpreads } from './milestones.spreads.ts';
import { milestonesMornings } from './mornings.ts';
import { milestonePage } from './one.page.ts';
import { milestoneRef, milestonesOne, milestonesSheet, milestonesShow } from './refs.ts';
import { milestoneReminderPage } from './reminder.page.ts';
import { saveDates, saveDatesInput } from './save-dates.ts';
import { setDateInput, setMilestoneDate } from './set-date.ts';
import { sheetPage } from './sheet.page.ts';
import { tickMilestone, tickMilestoneInput } from './tick-milestone.ts';
import { milestonesTodos } from './todos.ts';

const showInput = z.strictObject({ round: z.string().max(40).default('') });

/**
 * The office sets the dates before a round is opened, too.
 * @throws CodedError NO_ROUND
 */
async function showMilestones(ctx: Ctx, input: z.infer<typeof showInput>): Promise<Answer> {
  const isFirst = input.round === '' && ctx.round === undefined && (await openedRounds(ctx)).length === 0;
  const [first] = isFirst && mayEditMilestones(ctx.actor) ? await unopenedRounds(ctx, ctx.at) : [];
  if (first !== undefined) return show(milestonesSheet.ref({ round: first.id }));
  return show(milestonesShow.ref({ round: (await roundOf(ctx, input.round)).data.round }));
}

const sheetInput = z.strictObject({ round: z.string().max(40) });

/** @throws CodedError NOT_ALLOWED_MILESTONES, NO_SUCH_ROUND, ROUND_OVER, ROUND_OTHER_YEAR */
async function showSheet(ctx: Ctx, { round }: z.infer<typeof sheetInput>): Promise<Answer> {
  requireMay(ctx, mayEditMilestones, 'NOT_ALLOWED_MILESTONES');
  return show(milestonesSheet.ref({ round: (await readDates(ctx, round)).round }));
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
    verb('milestones.sheet', sheetInput, showSheet),
    verb('milestones.dates', saveDatesInput, saveDates),
    verb('milestones.tick', tickMilestoneInput, tickMilestone),
  ],
  pages: [milestonesPage, sheetPage, milestonePage, milestoneReminderPage],
  spreads: milestonesSpreads,
  mornings: milestonesMornings,
  todos: milestonesTodos,
});
