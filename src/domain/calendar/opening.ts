import { DateTime } from 'luxon';
import type { Plan } from '../plan/plan.ts';
import { type PlannedRound, plannedRounds } from '../plan/rounds.ts';
import { atTime, isOfficeTime, isWorkingDay, nextOfficeTime, nextWorkingDay } from './calendar.ts';

export interface OpeningQuestion {
  readonly plan: Plan;
  /** Ids of the rounds that the office has opened. */
  readonly opened: ReadonlySet<string>;
  /** What was planned until then is settled: reminded of, or before the launch. */
  readonly settledAt: DateTime;
  readonly now: DateTime;
}

export interface OpeningLook {
  /** Rounds of which the office is to be reminded now. */
  readonly due: readonly PlannedRound[];
  /** When to look again; undefined once the campaign has no round left to open. */
  readonly next: DateTime | undefined;
}

const monday = 1;

/**
 * Which rounds should have been opened by now: each is spoken of on its planned day and every Monday after, until it is opened or its
 * deadline has passed. In office hours only; however many days were missed, they are one reminder.
 */
export function openingLook({ plan, opened, settledAt, now }: OpeningQuestion): OpeningLook {
  const waiting = plannedRounds(plan).filter((round) => !opened.has(round.id) && now <= round.deadline);
  const times = waiting.map((round) => ({ round, at: remindersToOpen(plan, round) }));
  const missed = times.filter(({ at }) => at.some((time) => time > settledAt && time <= now)).map(({ round }) => round);
  if (missed.length > 0 && !isOfficeTime(now, plan)) return { due: [], next: nextOfficeTime(now, plan) };
  const ahead = times.flatMap(({ at }) => at.filter((time) => time > now));
  return { due: missed, next: DateTime.min(...ahead) };
}

/** In order of time; a day that is no working day gives way to the next one. */
function remindersToOpen(plan: Plan, { opensOn, deadline }: PlannedRound): DateTime[] {
  const days = [opensOn];
  const first = opensOn.plus({ days: 7 - ((opensOn.weekday - monday) % 7) });
  for (let day = first; day <= deadline; day = day.plus({ days: 7 })) days.push(day);
  const times = days
    .map((day) => (isWorkingDay(day, plan) ? day : nextWorkingDay(day, plan)))
    .map((day) => atTime(day, plan.calendar.reminders.at));
  return times.filter((time, i) => time <= deadline && time.toMillis() !== times[i - 1]?.toMillis());
}
