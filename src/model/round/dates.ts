import { DateTime } from 'luxon';
import type { DateLimits } from '../../domain/calendar/milestone-order.ts';
import type { MilestoneId } from '../../domain/calendar/milestones.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { type PlannedRound, roundOfThisYear } from '../../domain/plan/rounds.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { put } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import type { Loaded } from '../../records/record.ts';
import { type Round, type RoundMilestone, roundId, roundRecord } from '../../records/round.ts';
import { roundDatesId, roundDatesRecord } from '../../records/round-dates.ts';
import { closesAt, roundName, roundPlan } from './round.ts';
import { writeMilestones } from './tick.ts';

/** A round whose milestones can be dated: one that was opened, or one of this year that is still to be. */
export interface Dated {
  readonly round: string;
  readonly name: string;
  readonly plan: Plan;
  /** Undefined: the dates wait for the round. */
  readonly opened: Loaded<Round> | undefined;
  readonly milestones: readonly RoundMilestone[];
  /** Last instant at which a dossier may be sent. */
  readonly closes: DateTime;
  readonly limits: DateLimits;
}

/** @throws CodedError NO_SUCH_ROUND, ROUND_OVER, ROUND_OTHER_YEAR of a round that was not opened */
export async function readDates(turn: Turn, round: string): Promise<Dated> {
  const opened = await turn.get(roundRecord, roundId(round));
  return opened === undefined ? waiting(turn, roundOfThisYear(turn.plan, round, turn.at)) : inRound(turn, opened);
}

export async function inRound(turn: Turn, opened: Loaded<Round>): Promise<Dated> {
  const { data } = opened;
  const plan = await roundPlan(turn, opened);
  const closes = closesAt(plan, data);
  const from = DateTime.fromISO(data.opened.at, { zone: plan.zone });
  return {
    round: data.round,
    name: roundName(plan, opened),
    plan,
    opened,
    milestones: data.milestones,
    closes,
    limits: { from: dayOf(from), isOpen: true, deadline: dayOf(closes), to: endOf(data.year) },
  };
}

async function waiting(turn: Turn, planned: PlannedRound): Promise<Dated> {
  const { plan } = turn;
  const today = turn.at.setZone(plan.zone);
  return {
    round: planned.id,
    name: planned.name,
    plan,
    opened: undefined,
    milestones: await milestonesToBe(turn, planned),
    closes: planned.deadline,
    limits: { from: dayOf(today), isOpen: false, deadline: dayOf(planned.deadline), to: endOf(planned.year) },
  };
}

const dayOf = (at: DateTime): string => at.toFormat('yyyy-MM-dd');
/** As far as a plan may set a milestone. */
const endOf = (year: number): string => `${year + 1}-12-31`;

/** With which milestones a round will be opened: the plan's, with the dates that the office has given them meanwhile. */
export async function milestonesToBe(turn: Turn, planned: PlannedRound): Promise<RoundMilestone[]> {
  const kept = await turn.get(roundDatesRecord, roundDatesId(planned.id));
  return planned.milestones.map((milestone) => {
    const set = kept?.data.dates.find(({ id }) => id === milestone.id);
    const { on, changed } = set ?? { on: milestone.on, changed: null };
    return { ...milestone, on, done: null, changed, rev: changed === null ? 0 : 1 };
  });
}

/** Gives milestones their dates, or takes them away: in the round, or for the round when it is opened. */
export async function writeDates(
  turn: Turn,
  { opened, round, milestones }: Dated,
  dates: ReadonlyMap<MilestoneId, string | null>,
): Promise<Change[]> {
  const changed = { by: turn.by, at: stamp(turn.at) };
  if (opened !== undefined) {
    const set = milestones
      .filter(({ id }) => dates.has(id))
      .map((each): RoundMilestone => ({ ...each, on: dates.get(each.id) ?? null, changed, rev: each.rev + 1 }));
    return writeMilestones(turn, opened, set);
  }
  const id = roundDatesId(round);
  const kept = await turn.get(roundDatesRecord, id);
  const before = kept?.data.dates.filter((each) => !dates.has(each.id)) ?? [];
  const set = [...dates].map(([milestone, on]) => ({ id: milestone, on, changed }));
  return [put(roundDatesRecord, { ...turn.scope, id }, kept, { round, dates: [...before, ...set] })];
}

/** Commit it with the opening: written also when nothing was kept, so that whoever dates the round at the same moment is outrun. */
export async function datesTaken(turn: Turn, round: string): Promise<Change> {
  const id = roundDatesId(round);
  return put(roundDatesRecord, { ...turn.scope, id }, await turn.get(roundDatesRecord, id), { round, dates: [] });
}
