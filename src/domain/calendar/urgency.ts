import type { DateTime } from 'luxon';

/** Something a person has to do; `due` undefined = no date is set for it. */
export interface Dated {
  readonly due: DateTime | undefined;
  /** Before everything else, whatever is overdue. */
  readonly isFirst?: boolean;
}

/** What has no date stands among the others as if due so many days from now. */
const undatedAfterDays = 7;

/** What is first; then soonest first, what is overdue before the rest; of two at one instant the one listed first stays first. */
export function byUrgency<T extends Dated>(items: readonly T[], now: DateTime): T[] {
  const undated = now.plus({ days: undatedAfterDays }).toMillis();
  const placeOf = ({ due, isFirst = false }: T): number => (isFirst ? 0 : (due?.toMillis() ?? undated));
  return [...items].sort((a, b) => placeOf(a) - placeOf(b));
}

export type Urgency = 'overdue' | 'soon' | 'later';

/** `soon` = within three days of the calendar, the last day included. */
export function urgencyOf(due: DateTime, now: DateTime): Urgency {
  if (due < now) return 'overdue';
  return daysUntil(due, now) <= 3 ? 'soon' : 'later';
}

/** Whole days of the calendar from the day of `now` to that of `due`, in the zone of `due`; 0 on the same day, negative after it. */
export const daysUntil = (due: DateTime, now: DateTime): number =>
  Math.round(due.startOf('day').diff(now.setZone(due.zone).startOf('day'), 'days').days);
