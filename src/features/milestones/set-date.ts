import { z } from 'zod';
import { remindedBefore } from '../../domain/calendar/milestones.ts';
import { CodedError } from '../../domain/errors.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { mayEditMilestones } from '../../domain/policy/milestone-owners.ts';
import { formatDate, formatIsoDate } from '../../domain/text/format.ts';
import { parseDate } from '../../domain/text/typed-time.ts';
import { inRound } from '../../model/round/dates.ts';
import {
  type Answer,
  good,
  isAny,
  type Problem,
  Refusal,
  type Remark,
  refusalOf,
  show,
} from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { refusedBackTo, requireMay, revision } from '../../pipeline/inputs.ts';
import type { Texts } from '../../ports/texts.ts';
import { changeMilestone, requireCurrent } from './change-milestone.ts';
import { wrongDates } from './date-problems.ts';
import { milestonePage, readMilestone } from './read-milestone.ts';
import { milestoneRef, milestonesShow } from './refs.ts';

export const setDateInput = milestoneRef.extend({
  rev: revision,
  on: z.string().max(40).default(''),
  /** Takes the date away instead of setting one. */
  clear: z.literal('yes').optional(),
});
type Input = z.infer<typeof setDateInput>;

/**
 * Sets, changes or takes away the date of a milestone. A weekend or holiday is allowed, and said: the owner is reminded before it. So is a date
 * out of order with the others: one at a time they may have to pass through disorder, and the office may have its reasons.
 * @throws CodedError NOT_ALLOWED_MILESTONES; Refusal ALREADY_DONE, MILESTONE_DONE, DATE_…, MILESTONE_BEFORE_OPENING, MILESTONE_TOO_LATE
 */
export async function setMilestoneDate(ctx: Ctx, input: Input): Promise<Answer> {
  requireMay(ctx, mayEditMilestones, 'NOT_ALLOWED_MILESTONES');
  const found = await readMilestone(ctx, input);
  const back = { show: milestonePage(found), typed: { on: input.on } };
  const on = input.clear === 'yes' ? null : await refusedBackTo(back, () => dateOf(input.on));
  const { milestone, round } = found;
  const texts = ctx.texts(ctx.me.data.locale);
  const problems = wrongDates(texts, await inRound(ctx, round), new Map([[milestone.id, on]]));
  const impossible = problems.filter(
    ({ code }) => code === 'MILESTONE_BEFORE_OPENING' || code === 'MILESTONE_TOO_LATE',
  );
  if (isAny(impossible)) throw refusalOf(impossible, back);
  // A second click, or a colleague's: written again, a date that is past would count as overdue anew.
  if (milestone.on !== on || milestone.done !== null) {
    await requireCurrent(ctx, found, input.rev);
    if (milestone.done !== null) throw new Refusal('MILESTONE_DONE', { show: milestonePage(found) });
    await changeMilestone(ctx, found, { command: 'milestones.date', to: { on } });
  }
  return show(milestonesShow.ref({ round: round.data.round }), remarkOf(texts, { on, plan: found.plan, problems }));
}

function dateOf(typed: string): string {
  const on = parseDate(typed);
  if (on === undefined) throw new CodedError('DATE_UNREADABLE');
  return on;
}

function remarkOf(
  texts: Texts,
  { on, plan, problems }: { on: string | null; plan: Plan; problems: readonly Problem[] },
): Remark {
  if (on === null) return good('milestones.cleared');
  const before = remindedBefore(on, plan);
  const facts = { on: formatIsoDate(on), before: before === undefined ? '' : formatDate(before) };
  if (problems.length > 0) {
    const why = problems.map(({ code, facts: of }) => texts.t(`errors.${code}`, of)).join(' ');
    return { tone: 'warning', key: 'milestones.datedAgainst', facts: { ...facts, why } };
  }
  return before === undefined
    ? good('milestones.dated', facts)
    : { tone: 'warning', key: 'milestones.datedOff', facts };
}
