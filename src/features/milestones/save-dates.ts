import { z } from 'zod';
import { remindedBefore } from '../../domain/calendar/milestones.ts';
import { mayEditMilestones } from '../../domain/policy/milestone-owners.ts';
import { formatDate } from '../../domain/text/format.ts';
import { type Dated, readDates, writeDates } from '../../model/round/dates.ts';
import { type Answer, isAny, type Problem, refusalOf, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay, withInputs } from '../../pipeline/inputs.ts';
import type { Texts } from '../../ports/texts.ts';
import { roundId } from '../../records/round.ts';
import { roundDatesId } from '../../records/round-dates.ts';
import { wrongDates } from './date-problems.ts';
import { milestonesSheet, milestonesShow } from './refs.ts';
import { datesInput, type TypedDate, typedDate } from './typed-dates.ts';

export const saveDatesInput = withInputs({ round: z.string().max(40) }, datesInput, z.string().max(40));

/**
 * The dates of all milestones of a round at once, before it is opened too; an empty one takes the date away. All that is wrong is said
 * together, and nothing is saved then. What somebody else has set meanwhile stays: an untouched field says nothing against it, and another
 * date comes back beside theirs.
 * @throws CodedError NOT_ALLOWED_MILESTONES, NO_SUCH_ROUND, ROUND_OVER, ROUND_OTHER_YEAR; Refusal MILESTONES_CHANGED, MILESTONES_DONE,
 *   MILESTONE_…
 */
export async function saveDates(ctx: Ctx, { round, ...typed }: z.infer<typeof saveDatesInput>): Promise<Answer> {
  requireMay(ctx, mayEditMilestones, 'NOT_ALLOWED_MILESTONES');
  const dated = await readDates(ctx, round);
  const texts = ctx.texts(ctx.me.data.locale);
  const changed = dated.milestones
    .flatMap((milestone) => typedDate(milestone, typed) ?? [])
    .filter(({ isChanged }) => isChanged);
  const dates = new Map(changed.filter(({ wrong }) => !wrong).map(({ milestone, on }) => [milestone.id, on] as const));
  const problems = [...typing(texts, changed), ...wrongDates(texts, dated, dates)];
  if (isAny(problems)) throw refusalOf(problems, { show: milestonesSheet.ref({ round }), typed });
  if (dates.size > 0) {
    ctx.commit({
      command: 'milestones.dates',
      subject: dated.opened === undefined ? roundDatesId(round) : roundId(round),
      facts: Object.fromEntries([...dates].map(([id, on]) => [id, on ?? ''])),
      changes: await writeDates(ctx, dated, dates),
    });
  }
  return saved(texts, await readDates(ctx, round));
}

/** What is wrong whatever the other dates are. */
function typing(texts: Texts, changed: readonly TypedDate[]): Problem[] {
  const name = ({ milestone }: TypedDate): string => texts.t(`words.milestone.${milestone.id}`);
  const all = (code: string, of: readonly TypedDate[]): Problem[] =>
    of.length === 0 ? [] : [{ code, facts: { names: of.map(name).join(', ') } }];
  return [
    ...all(
      'MILESTONES_CHANGED',
      changed.filter(({ isOutrun }) => isOutrun),
    ),
    ...all(
      'MILESTONES_DONE',
      changed.filter(({ milestone }) => milestone.done !== null),
    ),
    ...changed.flatMap((each) =>
      each.wrong === undefined ? [] : [{ code: each.wrong.code, facts: { ...each.wrong.facts, name: name(each) } }],
    ),
  ];
}

/** How the dates stand now: the second of two clicks is answered like the first. */
function saved(texts: Texts, { round, plan, milestones, opened }: Dated): Answer {
  const off = milestones.flatMap(({ id, on, done }) => {
    const before = on === null || done !== null ? undefined : remindedBefore(on, plan);
    return before === undefined ? [] : [`${texts.t(`words.milestone.${id}`)} (${formatDate(before)})`];
  });
  const page = opened === undefined ? milestonesSheet : milestonesShow;
  return show(page.ref({ round }), {
    tone: off.length > 0 ? 'warning' : 'good',
    key: `milestones.${opened === undefined ? 'kept' : 'saved'}`,
    facts: {
      n: milestones.filter(({ on }) => on !== null).length,
      of: milestones.length,
      off: off.length,
      days: off.join(', '),
    },
  });
}
