import type { DateTime } from 'luxon';
import type { Plan } from '../../domain/plan/plan.ts';
import { formatDate } from '../../domain/text/format.ts';
import { parseDate } from '../../domain/text/typed-time.ts';
import { Refusal } from '../../pipeline/answer.ts';
import type { Typed } from '../../ports/pages.ts';
import type { PageRef } from '../../records/message.ts';

/** The day on which a paper came in, as typed → `yyyy-MM-dd`. @throws Refusal DATE_UNREADABLE, DATE_IN_FUTURE {today} */
export function receivedDay(
  typed: string,
  { at, plan, back }: { at: DateTime; plan: Plan; back: { show: PageRef; typed: Typed } },
): string {
  const day = parseDate(typed);
  if (day === undefined) throw new Refusal('DATE_UNREADABLE', back);
  const today = at.setZone(plan.zone);
  if (day > today.toFormat('yyyy-MM-dd')) {
    throw new Refusal('DATE_IN_FUTURE', { ...back, facts: { today: formatDate(today) } });
  }
  return day;
}
