import type { DateTime } from 'luxon';
import { instantOf } from '../../domain/calendar/calendar.ts';
import type { NominationState } from '../../domain/dossier/nomination.ts';
import { inEnglish } from '../../domain/plan/in-english.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { plannedRound } from '../../domain/plan/rounds.ts';
import { ruledBy } from '../../domain/plan/ruled-by.ts';
import { lowerFirst } from '../../domain/text/sentence.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { type Campaign, campaignId, campaignRecord, planRecord, planRecordId } from '../../records/campaign.ts';
import { nominationBy, nominationRecord } from '../../records/nomination.ts';
import type { Loaded } from '../../records/record.ts';
import { type Round, roundId, roundRecord } from '../../records/round.ts';
import { noRound } from './no-round.ts';

/** The rounds that the office has opened, newest first. */
export async function openedRounds(turn: Turn): Promise<Loaded<Round>[]> {
  const all = await turn.list(roundRecord);
  return all.sort((a, b) => b.data.year - a.data.year || (a.data.kind < b.data.kind ? -1 : 1));
}

/** Round id → its last instant as it stands, of every round that was opened. */
export async function openedDeadlines(turn: Turn): Promise<ReadonlyMap<string, DateTime>> {
  const opened = await openedRounds(turn);
  return new Map(opened.map(({ data }) => [data.round, closesAt(turn.plan, data)]));
}

/**
 * The round that is meant when none is named: the one a command was typed for, else the open one with the nearest deadline, else the one that
 * closed last.
 * @throws CodedError NO_ROUND when none was opened
 */
export async function currentRound(turn: Turn & { readonly round?: string }): Promise<Loaded<Round>> {
  if (turn.round !== undefined) return roundOf(turn, turn.round);
  const all = (await openedRounds(turn)).map((round) => ({ round, closes: closesAt(turn.plan, round.data) }));
  const open = all.filter(({ closes }) => turn.at <= closes);
  const [first] =
    open.length > 0 ? open.sort((a, b) => +a.closes - +b.closes) : all.sort((a, b) => +b.closes - +a.closes);
  if (first === undefined) throw await noRound(turn, { which: 'any', isLaunched: await isLaunched(turn) });
  return first.round;
}

const underWay: readonly NominationState[] = [
  'submitted',
  'returned',
  'opined',
  'accepted',
  'tabled',
  'recommended',
  'forwarded',
  'onHold',
];

/** Whether dossiers of the round still wait for someone; counted from the index. */
export async function isUnderWay(turn: Turn, { data }: Loaded<Round>): Promise<boolean> {
  for (const state of underWay) {
    const where = nominationBy.state(data.round, state);
    if ((await turn.count(nominationRecord, where)) > 0) return true;
  }
  return false;
}

/** @param key `annual-2026`; empty = the current one. @throws CodedError NO_ROUND */
export async function roundOf(turn: Turn & { readonly round?: string }, key: string): Promise<Loaded<Round>> {
  if (key === '') return currentRound(turn);
  const round = await turn.get(roundRecord, roundId(key));
  if (round === undefined) throw await noRound(turn, { which: 'named', isLaunched: await isLaunched(turn) });
  return round;
}

/** A version is the hash of its plan, so what was read once stays true; reading it is by far the dearest part of most pages. */
const plans = new Map<string, Plan>();

/** The rules that a round was opened under, with the names, money and law of the plan in force (`ruledBy`). */
export async function roundPlan(turn: Turn, round: Loaded<Round>): Promise<Plan> {
  const version = round.data.planVersion;
  if (version === turn.planVersion) return turn.plan;
  const known = plans.get(version);
  if (known !== undefined) return rulesFor(turn, known);
  const adopted = await turn.get(planRecord, planRecordId(version));
  if (adopted === undefined) return turn.plan;
  plans.set(version, adopted.data.plan);
  return rulesFor(turn, adopted.data.plan);
}

/** Named in the language of the turn, as its own plan is. */
const rulesFor = (turn: Turn, rules: Plan): Plan => ruledBy(turn.names === 'en' ? inEnglish(rules) : rules, turn.plan);

/** "Đợt xét khen thưởng hằng năm 2026" in the plan's own words. */
export const roundName = (plan: Plan, round: Loaded<Round>): string => plannedRound(plan, round.data.round).name;
/** The same within a sentence. */
export const roundInText = (plan: Plan, round: Loaded<Round>): string => lowerFirst(roundName(plan, round));

/** Until when a dossier may be sent, the recorded grace window included. In the plan's zone. */
export function closesAt(plan: Plan, round: Round): DateTime {
  return instantOf(round.graceUntil ?? round.deadline, plan.zone);
}

/** The campaign as launched; a cancelled launch is none. */
export async function campaignOf(turn: Turn): Promise<Loaded<Campaign> | undefined> {
  const campaign = await turn.get(campaignRecord, campaignId(turn.plan.id));
  return campaign?.data.cancelled === null ? campaign : undefined;
}

const isLaunched = async (turn: Turn): Promise<boolean> => (await campaignOf(turn)) !== undefined;
