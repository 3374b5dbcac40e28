import { DateTime } from 'luxon';
import { atTime, nextOfficeTime, type WorkCalendar } from './calendar.ts';

/** When a person has the one message of a day that carries whatever of theirs falls due. */
export interface Morning {
  /** Local day, `yyyy-MM-dd`. */
  readonly day: string;
  /** It is composed no sooner. */
  readonly from: DateTime;
}

/** Every lane looks once a minute: by then each has found what is due that morning, and the message speaks of all. */
const untilLookedAt = { seconds: 90 };
/** Later in the day the lanes look at once, as after a standstill. */
const settling = { seconds: 10 };

/** In which message what is found at this instant is told: outside office hours in that of the next working day. */
export const morningAfter = (at: DateTime, plan: WorkCalendar): Morning => morningOf(nextOfficeTime(at, plan), plan);

/** The message of this very day, whether or not the office works. */
export function morningOf(at: DateTime, plan: WorkCalendar): Morning {
  const local = at.setZone(plan.zone);
  const looked = atTime(local, plan.calendar.reminders.at).plus(untilLookedAt);
  return { day: local.toFormat('yyyy-MM-dd'), from: DateTime.max(looked, local.plus(settling)) };
}
