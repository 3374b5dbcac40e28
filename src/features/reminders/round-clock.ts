import { DateTime } from 'luxon';
import type { WaveQuestion } from '../../domain/calendar/due-waves.ts';
import type { MilestoneQuestion } from '../../domain/calendar/milestones.ts';
import { daysUntil } from '../../domain/calendar/urgency.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { milestonesOf } from '../../model/round/milestones.ts';
import { closesAt, roundPlan } from '../../model/round/round.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { byRound } from '../../records/fields.ts';
import type { Loaded } from '../../records/record.ts';
import { type Round, type Wave, waveRecord } from '../../records/round.ts';

/** A round as its calendar sees it at one instant. */
export interface RoundClock {
  readonly round: Loaded<Round>;
  /** The rules of the round. */
  readonly plan: Plan;
  /** In the plan's zone. */
  readonly now: DateTime;
  /** `yyyy-MM-dd` of `now` in the plan's zone. */
  readonly today: string;
  /** Last instant of the round, the grace window included. */
  readonly closesAt: DateTime;
  readonly isOver: boolean;
  /** Whole days from today to the last day: 0 on the last day, negative after it. */
  readonly daysLeft: number;
  /** Every wave recorded so far, in order of their ids. */
  readonly waves: readonly Loaded<Wave>[];
  readonly question: WaveQuestion;
  readonly milestones: MilestoneQuestion;
}

export async function roundClock(turn: Turn, round: Loaded<Round>, at: DateTime): Promise<RoundClock> {
  const plan = await roundPlan(turn, round);
  const key = round.data.round;
  const waves = await turn.list(waveRecord, byRound(key));
  const now = at.setZone(plan.zone);
  const closes = closesAt(plan, round.data);
  const waveIds = waves.map((wave) => wave.id);
  const times = { id: key, opensAt: DateTime.fromISO(round.data.opened.at, { zone: plan.zone }), deadline: closes };
  return {
    round,
    plan,
    now,
    today: now.toFormat('yyyy-MM-dd'),
    closesAt: closes,
    isOver: now > closes,
    daysLeft: daysUntil(closes, now),
    waves,
    question: { plan, round: times, waveIds, now },
    milestones: { plan, roundId: key, milestones: milestonesOf(round.data, plan), waveIds, now },
  };
}

/** A reminder of today helps nobody tomorrow, nor after the deadline; what the office is told after the deadline is worth the day. */
export const worthUntil = ({ now, isOver, closesAt: closes }: RoundClock): DateTime =>
  isOver ? now.endOf('day') : DateTime.min(now.endOf('day'), closes);
