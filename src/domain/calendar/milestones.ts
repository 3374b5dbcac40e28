import { DateTime } from 'luxon';
import type { milestoneIds, Plan } from '../plan/plan.ts';
import {
  addWorkingDays,
  atTime,
  isOfficeTime,
  isWorkingDay,
  nextOfficeTime,
  nextWorkingDay,
  previousWorkingDay,
  workingDaysBefore,
} from './calendar.ts';
import { daysUntil, urgencyOf } from './urgency.ts';

export type MilestoneId = (typeof milestoneIds)[number];

/** A milestone of an opened round, as its calendar sees it. */
export interface Milestone {
  readonly id: MilestoneId;
  /** `yyyy-MM-dd`; null = no date is set. */
  readonly on: string | null;
  readonly isDone: boolean;
  /** When its date or its tick was last changed; the opening of the round for one that never was. */
  readonly since: DateTime;
}

/** `reminder`: to whoever owns it. `escalation`: to the head of the office and the director, because it is not done. */
export const milestoneWaveKinds = ['reminder', 'escalation'] as const;
export type MilestoneWaveKind = (typeof milestoneWaveKinds)[number];

export interface DueMilestone {
  /** `wave:<round>:<kind>-<milestone>:<yyyy-MM-dd>`; recording it makes it happen once. */
  readonly wave: string;
  readonly milestone: MilestoneId;
  readonly kind: MilestoneWaveKind;
  /** Local day on which it goes out. */
  readonly on: string;
}

export interface MilestoneQuestion {
  readonly plan: Plan;
  readonly roundId: string;
  readonly milestones: readonly Milestone[];
  /** Ids of the waves already recorded for the round. */
  readonly waveIds: Iterable<string>;
  readonly now: DateTime;
}

export const milestoneWaveKind = (kind: MilestoneWaveKind, id: MilestoneId): string => `${kind}-${id}`;

/**
 * What is owed at `now` about milestones, at most one of each kind for each milestone.
 * - The owner: so many working days before, on the day, and once on the working day after it. A date on a weekend or holiday is reminded of
 *   on the working day before. The leaders: once, so many working days after it.
 * - Only in office hours of a working day; what was missed then waits for them, and after downtime one stands for all.
 * - A wave settles its milestone for that day and all before: a date that is changed after its reminder went out reminds nobody twice
 *   the same day.
 * - A date that had passed when it was set, or whose tick was taken back, counts as overdue from the day of that change.
 */
export function dueMilestones(question: MilestoneQuestion): DueMilestone[] {
  const { plan, roundId, now } = question;
  if (!isOfficeTime(now, plan)) return [];
  const on = dayOf(now.setZone(plan.zone));
  return unsettled(question)
    .filter(({ instants }) => instants.some((at) => at <= now))
    .map(({ milestone, kind }) => ({ wave: `${wavePrefix(roundId, kind, milestone)}${on}`, milestone, kind, on }));
}

/** When `dueMilestones` may next have an answer; undefined once every milestone is done, undated or told to the leaders. */
export function nextMilestoneAt(question: MilestoneQuestion): DateTime | undefined {
  const { plan, now } = question;
  const instants = unsettled(question)
    .flatMap((wave) => wave.instants)
    .map((at) => (at > now ? at : nextOfficeTime(now.plus({ minutes: 1 }), plan)));
  return instants.sort((a, b) => a.toMillis() - b.toMillis())[0];
}

interface Unsettled {
  readonly milestone: MilestoneId;
  readonly kind: MilestoneWaveKind;
  readonly instants: readonly DateTime[];
}

function unsettled({ plan, roundId, milestones, waveIds }: MilestoneQuestion): Unsettled[] {
  const recorded = [...waveIds];
  return milestones.flatMap((milestone) =>
    milestoneWaveKinds.map((kind) => {
      const prefix = wavePrefix(roundId, kind, milestone.id);
      const settled = recorded
        .filter((id) => id.startsWith(prefix))
        .map((id) => id.slice(prefix.length))
        .reduce((latest, on) => (on > latest ? on : latest), '');
      const days = milestoneDays(plan, milestone)[kind].filter((day) => dayOf(day) > settled);
      return { milestone: milestone.id, kind, instants: days.map((day) => atTime(day, plan.calendar.reminders.at)) };
    }),
  );
}

/** Every day on which a milestone as it now stands is told of, past ones too; in the plan's zone. */
export function milestoneDays(plan: Plan, { on, isDone, since }: Milestone): Record<MilestoneWaveKind, DateTime[]> {
  if (on === null || isDone) return { reminder: [], escalation: [] };
  const { milestoneDaysBefore, escalateAfterWorkingDays } = plan.calendar.reminders;
  const date = DateTime.fromISO(on, { zone: plan.zone });
  const changed = since.setZone(plan.zone).startOf('day');
  const isPast = date < changed;
  const from = isPast ? changed : date;
  const workday = isWorkingDay(date, plan) ? date : previousWorkingDay(date, plan);
  const before = isPast ? [] : milestoneDaysBefore.map((days) => workingDaysBefore(workday, days, plan));
  return {
    reminder: [...before, nextWorkingDay(from, plan)],
    escalation: [addWorkingDays(from, escalateAfterWorkingDays, plan)],
  };
}

const dayOf = (date: DateTime): string => date.toFormat('yyyy-MM-dd');
const wavePrefix = (roundId: string, kind: MilestoneWaveKind, id: MilestoneId): string =>
  `wave:${roundId}:${milestoneWaveKind(kind, id)}:`;

export type MilestoneState = 'done' | 'undated' | 'overdue' | 'today' | 'soon' | 'later';

/** Where a milestone stands today; `days` to its date, negative once it has passed. The day itself is not overdue. */
export function milestoneState(
  { on, isDone }: Pick<Milestone, 'on' | 'isDone'>,
  today: DateTime,
): { readonly state: MilestoneState; readonly days: number } {
  if (isDone) return { state: 'done', days: 0 };
  if (on === null) return { state: 'undated', days: 0 };
  const last = DateTime.fromISO(on, { zone: today.zone }).endOf('day');
  const days = daysUntil(last, today);
  return { state: days === 0 ? 'today' : urgencyOf(last, today), days };
}

/** Whether no one is reminded on the date itself, because the office is closed: the day before it on which they are. */
export function remindedBefore(on: string, plan: Plan): DateTime | undefined {
  const date = DateTime.fromISO(on, { zone: plan.zone });
  return isWorkingDay(date, plan) ? undefined : previousWorkingDay(date, plan);
}
