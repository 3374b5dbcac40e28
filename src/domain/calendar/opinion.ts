import type { DateTime } from 'luxon';
import { atTime, previousWorkingDay, type WorkCalendar } from './calendar.ts';

/** When whoever gives an opinion is reminded of it: the morning of the working day before it falls due. */
export const opinionRemindedAt = (due: DateTime, plan: WorkCalendar): DateTime =>
  atTime(previousWorkingDay(due, plan), plan.calendar.reminders.at);
