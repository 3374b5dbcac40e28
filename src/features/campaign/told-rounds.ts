import type { DateTime } from 'luxon';
import type { Plan } from '../../domain/plan/plan.ts';
import { type PlannedRound, plannedRounds } from '../../domain/plan/rounds.ts';
import { milestonesToBe } from '../../model/round/dates.ts';
import { closesAt, openedRounds, roundName, roundPlan } from '../../model/round/round.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import type { Campaign } from '../../records/campaign.ts';
import type { RoundMilestone } from '../../records/round.ts';

/** A round as a launch speaks of it. */
export interface ToldRound {
  readonly name: string;
  readonly closes: DateTime;
  /** By when departments meet, `yyyy-MM-dd`; null = the unit has set no day. */
  readonly meeting: string | null;
}

/** What a launch says of the rounds of the year: those that are open, or, while none is, those to come. The nearest deadline first. */
export interface ToldRounds {
  readonly areOpen: boolean;
  readonly rounds: readonly ToldRound[];
}

/**
 * @param asOf of which the message speaks: the launch, or a newcomer's first day
 * @param along the round that opened in that very moment; null = none did
 */
export async function roundsAsOf(turn: Turn, asOf: DateTime, along: string | null = null): Promise<ToldRounds> {
  const open = await openAsOf(turn, stamp(asOf), along);
  if (open.length > 0) return { areOpen: true, rounds: open };
  const ahead = roundsAhead(turn.plan, asOf);
  return { areOpen: false, rounds: await Promise.all(ahead.map((round) => plannedToTell(turn, round))) };
}

/** Of those that the office had opened by then, each with its end as it now stands; whatever was over by then is left out. */
export async function openAsOf(turn: Turn, asOf: string, along: string | null): Promise<ToldRound[]> {
  const told: ToldRound[] = [];
  for (const round of await openedRounds(turn)) {
    const plan = await roundPlan(turn, round);
    const closes = closesAt(plan, round.data);
    const isOpen = round.data.round === along || round.data.opened.at < asOf;
    if (!isOpen || stamp(closes) < asOf) continue;
    told.push({ name: roundName(plan, round), closes, meeting: meetingOf(round.data.milestones) });
  }
  return told.sort((a, b) => a.closes.toMillis() - b.closes.toMillis());
}

/** What the office's message of the launch said of open rounds. */
export const openAtLaunch = (turn: Turn, { launched, round }: Campaign): Promise<ToldRound[]> =>
  openAsOf(turn, launched.at, round);

/** One that is not open yet, with the dates that wait for it. */
export async function plannedToTell(turn: Turn, round: PlannedRound): Promise<ToldRound> {
  return { name: round.name, closes: round.deadline, meeting: meetingOf(await milestonesToBe(turn, round)) };
}

const meetingOf = (milestones: readonly Pick<RoundMilestone, 'id' | 'on'>[]): string | null =>
  milestones.find(({ id }) => id === 'departmentMeeting')?.on ?? null;

/** The rounds of the nearest year whose deadline is still to come; none after the last one. */
function roundsAhead(plan: Plan, at: DateTime): PlannedRound[] {
  const ahead = plannedRounds(plan).filter((round) => at <= round.deadline);
  return ahead.filter(({ year }) => year === ahead[0]?.year);
}
