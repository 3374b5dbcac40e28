import type { DateTime } from 'luxon';
import type { Plan } from '../plan/plan.ts';
import { atTime, isWorkingDay, previousWorkingDay } from './calendar.ts';
import { afternoonAt } from './requests.ts';

/**
 * `staff`, `head`: reminders of the last day. `officeDigest`: weekly, each working day of the last week, and weekly again after it.
 * `headDigest`: weekly in the month of the last day, except on the days of a `head` reminder, which lists the same people. `leaders`: how the
 * round stands a week before its last day, to the director. `unsent`: in the afternoon of the last day, to whoever has only the sending left.
 */
export const waveKinds = ['staff', 'head', 'officeDigest', 'headDigest', 'leaders', 'unsent'] as const;
export type WaveKind = (typeof waveKinds)[number];

/** The times of a round that is open. */
export interface WaveRound {
  readonly id: string;
  /** The instant at which the office opened it. */
  readonly opensAt: DateTime;
  /** Last instant; the end of the grace window where one was recorded. */
  readonly deadline: DateTime;
}

export interface PlannedWave {
  /** `wave:<round>:<kind>:<yyyy-MM-dd>` */
  readonly id: string;
  readonly roundId: string;
  readonly kind: WaveKind;
  /** Local day on which it goes out, `yyyy-MM-dd`. */
  readonly on: string;
  readonly at: DateTime;
  /** The last reminder before the deadline: the text of the last day, also when it goes out on the Friday before. */
  readonly isLastCall: boolean;
}

const leadersDaysBefore = 7;
/** How long the office is still told what waits: the papers of a round are filed within a year. */
const weeksAfter = 52;

export const wavePrefix = (roundId: string, kind: WaveKind): string => `wave:${roundId}:${kind}:`;

type Waves = readonly PlannedWave[];

/** Worked out once for each plan and round as it stands: every reminder asks as it is composed. */
function once(work: (plan: Plan, round: WaveRound) => Waves): (plan: Plan, round: WaveRound) => Waves {
  const known = new WeakMap<Plan, Map<string, Waves>>();
  return (plan, round) => {
    const ofPlan = known.get(plan) ?? new Map<string, Waves>();
    known.set(plan, ofPlan);
    const key = `${round.id}:${round.opensAt.toMillis()}:${round.deadline.toMillis()}`;
    const waves = ofPlan.get(key) ?? work(plan, round);
    ofPlan.set(key, waves);
    return waves;
  };
}

/**
 * Every wave up to the deadline in order of time, none before the round was opened. A wave of a weekend or holiday goes out on the working
 * day before (30/11/2030 is a Saturday → Friday 29/11, R-081); two of a kind on one day are one. When the last working day was already past
 * as the round opened, the last reminder goes out on the last day itself.
 */
export const plannedWaves = once((plan, round) => {
  const { reminders } = plan.calendar;
  const lastDay = round.deadline.setZone(plan.zone).startOf('day');
  const before = (days: number) => lastDay.minus({ days });
  const make = (kind: WaveKind, nominal: readonly DateTime[], timeOfDay: string) =>
    inOrder(nominal.flatMap((day) => placed({ plan, round, kind, day, timeOfDay })));

  const heads = make('head', reminders.headDaysBefore.map(before), reminders.at);
  const headDays = new Set(heads.map((wave) => wave.on));
  const digestDays = (from: DateTime) => weekly(from, lastDay, plan);
  const opening = round.opensAt.setZone(plan.zone).startOf('day');
  const lastWeek = every(1, before(6), lastDay).filter((day) => isWorkingDay(day, plan));

  return [
    ...make('staff', reminders.staffDaysBefore.map(before), reminders.at),
    ...heads,
    ...make('officeDigest', [...digestDays(opening), ...lastWeek], reminders.digestAt),
    // With the other reminders to a person, so that they are one card.
    ...make('headDigest', digestDays(lastDay.startOf('month')), reminders.at).filter((wave) => !headDays.has(wave.on)),
    ...make('leaders', [before(leadersDaysBefore)], reminders.at),
    ...make('unsent', [lastDay], afternoonAt),
  ].sort((a, b) => a.at.toMillis() - b.at.toMillis());
});

/**
 * The office's weekly digests after the deadline, for the dossiers that are on their way to the council; once nothing waits and nothing
 * changes they say nothing (`isEmpty`).
 */
export const digestsAfter = once((plan, round) => {
  const lastDay = round.deadline.setZone(plan.zone).startOf('day');
  const days = weekly(lastDay.plus({ days: 1 }), lastDay.plus({ weeks: weeksAfter }), plan);
  const timeOfDay = plan.calendar.reminders.digestAt;
  const placedOn = days.flatMap((day) => placed({ plan, round, kind: 'officeDigest', day, timeOfDay }));
  return inOrder(placedOn.filter((wave) => wave.at > round.deadline));
});

interface Placing {
  readonly plan: Plan;
  readonly round: WaveRound;
  readonly kind: WaveKind;
  readonly day: DateTime;
  readonly timeOfDay: string;
}

function placed({ plan, round, kind, day, timeOfDay }: Placing): PlannedWave[] {
  const isReminder = kind === 'staff' || kind === 'head' || kind === 'unsent';
  const isLastCall = isReminder && day.hasSame(round.deadline.setZone(plan.zone), 'day');
  const workday = isWorkingDay(day, plan) ? day : previousWorkingDay(day, plan);
  const goesOut = [workday, ...(isLastCall ? [day] : [])]
    .map((date) => atTime(date, timeOfDay))
    .find((at) => at >= round.opensAt);
  if (!goesOut) return [];
  const on = goesOut.toFormat('yyyy-MM-dd');
  return [{ id: `${wavePrefix(round.id, kind)}${on}`, roundId: round.id, kind, on, at: goesOut, isLastCall }];
}

/** Of two on one day the last call stays. */
function inOrder(waves: readonly PlannedWave[]): PlannedWave[] {
  const byDay = new Map<string, PlannedWave>();
  for (const wave of waves) if (!byDay.get(wave.on)?.isLastCall) byDay.set(wave.on, wave);
  return [...byDay.values()].sort((a, b) => a.at.toMillis() - b.at.toMillis());
}

const weekly = (from: DateTime, to: DateTime, { calendar: { reminders } }: Plan): DateTime[] =>
  every(7, from.plus({ days: (reminders.digestWeekday - from.weekday + 7) % 7 }), to);

function every(step: number, first: DateTime, last: DateTime): DateTime[] {
  const days: DateTime[] = [];
  for (let day = first; day <= last; day = day.plus({ days: step })) days.push(day);
  return days;
}
