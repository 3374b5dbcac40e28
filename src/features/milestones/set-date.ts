import { z } from 'zod';
import { remindedBefore } from '../../domain/calendar/milestones.ts';
import { CodedError } from '../../domain/errors.ts';
import { mayEditMilestones } from '../../domain/policy/milestone-owners.ts';
import { formatDate, formatIsoDate } from '../../domain/text/format.ts';
import { parseDate } from '../../domain/text/typed-time.ts';
import { inRound } from '../../model/round/dates.ts';
import { type Answer, good, isAny, Refusal, refusalOf } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { refusedBackTo, requireMay, revision } from '../../pipeline/inputs.ts';
import { changeMilestone, requireCurrent } from './change-milestone.ts';
import { wrongDates } from './date-problems.ts';
import { milestonePage, type ReadMilestone, readMilestone } from './read-milestone.ts';
import { milestoneRef, milestonesShow } from './refs.ts';

export const setDateInput = milestoneRef.extend({
  rev: revision,
  on: z.string().max(40).default(''),
  /** Takes the date away instead of setting one. */
  clear: z.literal('yes').optional(),
});
type Input = z.infer<typeof setDateInput>;

/**
 * Sets, changes or takes away the date of a milestone. A weekend or holiday is allowed, and said: the owner is reminded before it.
 * @throws CodedError NOT_ALLOWED_MILESTONES; Refusal ALREADY_DONE, MILESTONE_DONE, DATE_…, MILESTONE_…
 */
export async function setMilestoneDate(ctx: Ctx, input: Input): Promise<Answer> {
  requireMay(ctx, mayEditMilestones, 'NOT_ALLOWED_MILESTONES');
  const found = await readMilestone(ctx, input);
  const back = { show: milestonePage(found), typed: { on: input.on } };
  const on = input.clear === 'yes' ? null : await refusedBackTo(back, () => dateOf(input.on));
  const { milestone, round } = found;
  // A second click, or a colleague's: written again, a date that is past would count as overdue anew.
  if (milestone.on === on && milestone.done === null) return saved(found, on);
  await requireCurrent(ctx, found, input.rev);
  if (milestone.done !== null) throw new Refusal('MILESTONE_DONE', { show: milestonePage(found) });
  const texts = ctx.texts(ctx.me.data.locale);
  const problems = wrongDates(texts, await inRound(ctx, round), new Map([[milestone.id, on]]));
  if (isAny(problems)) throw refusalOf(problems, back);
  await changeMilestone(ctx, found, { command: 'milestones.date', to: { on } });
  return saved(found, on);
}

function dateOf(typed: string): string {
  const on = parseDate(typed);
  if (on === undefined) throw new CodedError('DATE_UNREADABLE');
  return on;
}

function saved(found: ReadMilestone, on: string | null): Answer {
  const show = milestonesShow.ref({ round: found.round.data.round });
  if (on === null) return { show, remark: good('milestones.cleared') };
  const before = remindedBefore(on, found.plan);
  if (before === undefined) return { show, remark: good('milestones.dated', { on: formatIsoDate(on) }) };
  const facts = { on: formatIsoDate(on), before: formatDate(before) };
  return { show, remark: { tone: 'warning', key: 'milestones.datedOff', facts } };
}
