import { DateTime } from 'luxon';
import type { Plan } from '../plan/plan.ts';

/** What the working calendar is made of. */
export type WorkCalendar = Pick<Plan, 'zone' | 'calendar'>;

/** A timestamp further from its receipt than this is a delayed or wrong one, and the receipt counts. */
const trustedSkewMillis = 60_000;

/** A stored instant, which is UTC, in this zone: reading any other ISO date costs ten times as much, and pages read hundreds. */
export const instantOf = (stored: string, zone: string): DateTime => DateTime.fromMillis(Date.parse(stored), { zone });

/**
 * When an activity counts as sent: when it was stamped if within 60 s of receipt, else the receipt. In the zone of the receipt.
 * @param sentAt as stamped (`stampedInstant`)
 */
export function authenticatedInstant(sentAt: DateTime, receivedAt: DateTime): DateTime {
  return receivedAt.toMillis() - sentAt.toMillis() <= trustedSkewMillis ? sentAt : receivedAt;
}

/**
 * When it happened by its own authenticated timestamp (ISO, UTC when it names no offset), however late we hear of it: for the order of events,
 * and never for a deadline. Nothing is sent after it was received: where the service's clock is ahead of ours the receipt counts, or what the
 * person started would not be due yet. In the zone of the receipt.
 */
export function stampedInstant(timestamp: string | undefined, receivedAt: DateTime): DateTime {
  if (timestamp === undefined) return receivedAt;
  const sentAt = DateTime.fromISO(timestamp, { zone: 'utc' }).setZone(receivedAt.zone);
  return sentAt.isValid && sentAt.toMillis() <= receivedAt.toMillis() ? sentAt : receivedAt;
}

/** `deadline` is the last instant that still counts, so the instant itself is in time. */
export function isBeforeDeadline(at: DateTime, deadline: DateTime): boolean {
  return at.toMillis() <= deadline.toMillis();
}

/** Monday to Friday and no holiday of the plan; the day is the local one of the plan's zone. */
export function isWorkingDay(date: DateTime, plan: WorkCalendar): boolean {
  const local = date.setZone(plan.zone);
  if (local.weekday > 5) return false;
  const day = local.toISODate();
  return !plan.calendar.holidays.some((holiday) => holiday.on === day);
}

/** Start of the last working day before that of `date`. */
export function previousWorkingDay(date: DateTime, plan: WorkCalendar): DateTime {
  return step(date, -1, plan);
}

/** Start of the first working day after that of `date`. */
export function nextWorkingDay(date: DateTime, plan: WorkCalendar): DateTime {
  return step(date, 1, plan);
}

/** Start of the `count`th working day before the day of `from`; that day itself is never counted. */
export function workingDaysBefore(from: DateTime, count: number, plan: WorkCalendar): DateTime {
  let day: DateTime = from.setZone(plan.zone).startOf('day');
  for (let passed = 0; passed < count; passed++) day = previousWorkingDay(day, plan);
  return day;
}

/** End of office hours on the `count`th working day after the day of `from`; that day itself is never counted. */
export function addWorkingDays(from: DateTime, count: number, plan: WorkCalendar): DateTime {
  let day: DateTime = from.setZone(plan.zone);
  for (let passed = 0; passed < count; passed++) day = nextWorkingDay(day, plan);
  return atTime(day, plan.calendar.officeHours.to);
}

/** The day at `HH:mm` of its own zone. */
export function atTime(day: DateTime, timeOfDay: string): DateTime {
  const [hour, minute] = timeOfDay.split(':').map(Number);
  return day.startOf('day').set({ hour: hour ?? 0, minute: minute ?? 0 });
}

/** Within office hours of a working day; the closing minute is already outside. */
export function isOfficeTime(at: DateTime, plan: WorkCalendar): boolean {
  const local = at.setZone(plan.zone);
  const { from, to } = plan.calendar.officeHours;
  return isWorkingDay(local, plan) && local >= atTime(local, from) && local < atTime(local, to);
}

/** `at` itself when within office hours, else the next opening of the office. */
export function nextOfficeTime(at: DateTime, plan: WorkCalendar): DateTime {
  const local = at.setZone(plan.zone);
  if (isOfficeTime(local, plan)) return local;
  const opening = atTime(local, plan.calendar.officeHours.from);
  return isWorkingDay(local, plan) && local < opening
    ? opening
    : atTime(nextWorkingDay(local, plan), plan.calendar.officeHours.from);
}

function step(date: DateTime, days: 1 | -1, plan: WorkCalendar): DateTime {
  let day: DateTime = date.setZone(plan.zone).startOf('day');
  do day = day.plus({ days });
  while (!isWorkingDay(day, plan));
  return day;
}
