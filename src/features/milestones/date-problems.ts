import { type DateProblem, dateProblems } from '../../domain/calendar/milestone-order.ts';
import type { MilestoneId } from '../../domain/calendar/milestones.ts';
import { formatDate, formatIsoDate } from '../../domain/text/format.ts';
import type { Dated } from '../../model/round/dates.ts';
import type { Problem } from '../../pipeline/answer.ts';
import type { Texts } from '../../ports/texts.ts';

/** What would be wrong with the dates of a round if these were changed, in words that name the milestones. */
export function wrongDates(
  texts: Texts,
  { milestones, limits, closes }: Dated,
  changed: ReadonlyMap<MilestoneId, string | null>,
): Problem[] {
  const dates = new Map(
    milestones
      .filter(({ done }) => done === null)
      .flatMap(({ id, on }) => {
        const day = changed.has(id) ? changed.get(id) : on;
        return day ? [[id, day] as const] : [];
      }),
  );
  const name = (id: MilestoneId): string => texts.t(`words.milestone.${id}`);
  const dated = (id: MilestoneId): string => `${name(id)} (${formatIsoDate(dates.get(id) ?? '')})`;
  const facts = {
    opened: formatIsoDate(limits.from),
    last: formatIsoDate(limits.to),
    deadline: formatDate(closes),
  };
  return dateProblems(dates, [...changed.keys()], limits).map((problem: DateProblem) => ({
    code: problem.code,
    facts: {
      ...facts,
      names: problem.of.map(dated).join(', '),
      ...(problem.code === 'MILESTONE_ORDER' ? { first: dated(problem.first) } : {}),
    },
  }));
}
