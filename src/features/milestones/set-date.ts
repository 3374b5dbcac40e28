import { DateTime } from 'luxon';
import { z } from 'zod';
import { remindedBefore } from '../../domain/calendar/milestones.ts';
import { mayEditMilestones } from '../../domain/policy/milestone-owners.ts';
import { formatDate, formatIsoDate } from '../../domain/text/format.ts';
import { parseDate } from '../../domain/text/typed-time.ts';
import { type Answer, good, Refusal } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay, revision } from '../../pipeline/inputs.ts';
import { changeMilestone, requireCurrent } from './change-milestone.ts';
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
 * @throws CodedError NOT_ALLOWED_MILESTONES; Refusal ALREADY_DONE, MILESTONE_DONE, DATE_UNREADABLE, MILESTONE_BEFORE_OPENING,
 *   MILESTONE_TOO_LATE
 */
export async function setMilestoneDate(ctx: Ctx, input: Input): Promise<Answer> {
  requireMay(ctx, mayEditMilestones, 'NOT_ALLOWED_MILESTONES');
  const found = await readMilestone(ctx, input);
  const on = input.clear === 'yes' ? null : dateOf(found, input.on);
  const { milestone } = found;
  // A second click, or a colleague's: written again, a date that is past would count as overdue anew.
  if (milestone.on === on && milestone.done === null) return saved(found, on);
  await requireCurrent(ctx, found, input.rev);
  if (milestone.done !== null) throw new Refusal('MILESTONE_DONE', { show: milestonePage(found) });
  await changeMilestone(ctx, found, { command: 'milestones.date', to: { on } });
  return saved(found, on);
}

/** `yyyy-MM-dd`, from the day the round was opened to the end of the year after the round's, as far as a plan may set one. */
function dateOf(found: ReadMilestone, typed: string): string {
  const { round, plan } = found;
  const back = { show: milestonePage(found), typed: { on: typed } };
  const on = parseDate(typed);
  if (on === undefined) throw new Refusal('DATE_UNREADABLE', back);
  const opened = DateTime.fromISO(round.data.opened.at, { zone: plan.zone });
  if (on < opened.toFormat('yyyy-MM-dd')) {
    throw new Refusal('MILESTONE_BEFORE_OPENING', { ...back, facts: { opened: formatDate(opened) } });
  }
  const last = `${round.data.year + 1}-12-31`;
  if (on > last) throw new Refusal('MILESTONE_TOO_LATE', { ...back, facts: { last: formatIsoDate(last) } });
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
