import { DateTime } from 'luxon';
import { atTime, isWorkingDay, nextWorkingDay, type WorkCalendar } from './calendar.ts';

/** When what has gathered since the morning is told. */
export const afternoonAt = '15:00';
/** A dossier that waits for an opinion on the last day of a round, or the day before it, cannot wait until the next morning. */
const pressing = { daysBefore: 1, gap: { hours: 1 } } as const;

export interface RequestsAsked {
  /** When the last request of the kind went to the person, and now; in any zone. */
  readonly last: DateTime;
  readonly now: DateTime;
  /** Last instants of the rounds of the unit. */
  readonly deadlines: readonly DateTime[];
}

/**
 * When the next request of a kind may go to one person: the first of a day at once, what comes after it together in the afternoon, later
 * ones the next working morning; in the last two days of a round one each hour.
 */
export function nextRequestAt(plan: WorkCalendar, { last, now, deadlines }: RequestsAsked): DateTime {
  // A clock that was set back must not make anyone wait longer.
  const sent = DateTime.min(last, now).setZone(plan.zone);
  const hourly = deadlines
    .filter((deadline) => now <= deadline)
    .map((deadline) => DateTime.max(pressingFrom(plan, deadline), sent.plus(pressing.gap)));
  return DateTime.min(afterThatDay(plan, sent), ...hourly);
}

const pressingFrom = (plan: WorkCalendar, deadline: DateTime): DateTime =>
  atTime(deadline.setZone(plan.zone).minus({ days: pressing.daysBefore }), plan.calendar.reminders.at);

function afterThatDay(plan: WorkCalendar, sent: DateTime): DateTime {
  const afternoon = atTime(sent, afternoonAt);
  if (sent < afternoon && isWorkingDay(sent, plan)) return afternoon;
  return atTime(nextWorkingDay(sent, plan), plan.calendar.reminders.at);
}
