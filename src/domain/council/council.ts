import type { Plan } from '../plan/plan.ts';

/** How the council votes, as copied into a session when it is recorded. The plan leaves it to the unit (facts of ). */
export type CouncilRules = Pick<Plan['settings']['council'], 'quorum' | 'passPercent' | 'passOf' | 'ownCase'>;

/** Person ids. */
export interface Meeting {
  readonly members: readonly string[];
  readonly present: readonly string[];
}

export interface Votes {
  readonly agree: number;
  readonly disagree: number;
}

/** Fewest members who must be present. */
export function quorumOf(rules: CouncilRules, total: number): number {
  const { numerator, denominator } = rules.quorum;
  return Math.floor((numerator * total + denominator - 1) / denominator);
}

/** Compared in integers; nobody present is never a quorum. */
export function hasQuorum(rules: CouncilRules, meeting: Meeting): boolean {
  const { numerator, denominator } = rules.quorum;
  return meeting.present.length > 0 && meeting.present.length * denominator >= numerator * meeting.members.length;
}

/** Whether a candidate is present as a member and has no vote on the own case. */
export const abstains = (rules: CouncilRules, meeting: Meeting, candidateId: string): boolean =>
  rules.ownCase === 'abstains' && meeting.present.includes(candidateId);

/** How many of those present vote on this candidate. */
export const votersOn = (rules: CouncilRules, meeting: Meeting, candidateId: string): number =>
  meeting.present.length - (abstains(rules, meeting, candidateId) ? 1 : 0);

/** What the ratio is measured against: every member, or those present. One who abstains still counts. */
export const voteBase = (rules: CouncilRules, meeting: Meeting): number =>
  rules.passOf === 'total' ? meeting.members.length : meeting.present.length;

/** 50 means more than half, any other figure at least so many percent. In integers, never by a rounded ratio. */
export function hasPassed(rules: CouncilRules, agree: number, base: number): boolean {
  if (base <= 0) return false;
  return rules.passPercent === 50 ? agree * 2 > base : agree * 100 >= rules.passPercent * base;
}

/** Hundredths of a percent, rounded half up: 6 of 7 → 8571. For showing only. */
export const ratioHundredths = (agree: number, base: number): number =>
  base <= 0 ? 0 : Math.floor((agree * 20_000 + base) / (base * 2));

/** A count of votes as typed: digits only, so no sign, no decimals, nothing empty. */
export function readVotes(text: string): number | undefined {
  return /^\d{1,5}$/.test(text.trim()) ? Number(text.trim()) : undefined;
}

/** Whether so many votes can have been cast: some may be blank, none can be more than the voters. */
export const canBeCast = (votes: Votes, voters: number): boolean =>
  votes.agree >= 0 && votes.disagree >= 0 && votes.agree + votes.disagree <= voters;

/** `short`: the ratio was not reached; `gate`: it was, but the collective led is not recorded as outstanding. */
export type CouncilOutcome = 'recommended' | 'short' | 'gate';

export interface Finding {
  readonly rules: CouncilRules;
  readonly meeting: Meeting;
  readonly agree: number;
  /** Whether the collective that the candidate leads is outstanding; undefined for those whom the rule does not cover. */
  readonly ledIsOutstanding: boolean | undefined;
}

export function councilOutcome({ rules, meeting, agree, ledIsOutstanding }: Finding): CouncilOutcome {
  if (!hasPassed(rules, agree, voteBase(rules, meeting))) return 'short';
  return ledIsOutstanding === false ? 'gate' : 'recommended';
}

/** The number that a limit allows. @param of how many there are of the kind in the unit, for a percentage; null = no limit entered */
export function quotaCount(limit: Plan['quotas'][number]['limit'], of: number): number | null {
  if (limit === null) return null;
  if ('count' in limit) return limit.count;
  const hundredths = limit.percent * of;
  if (limit.rounding === 'up') return Math.floor((hundredths + 99) / 100);
  return limit.rounding === 'down' ? Math.floor(hundredths / 100) : Math.floor((hundredths + 50) / 100);
}

/** What a collective was found to be and how the vote went are at odds: outstanding and not recommended, or the other way round. */
export const contradicts = (outcome: CouncilOutcome | undefined, outstanding: boolean | null): boolean =>
  outcome !== undefined && outstanding !== null && outstanding !== (outcome === 'recommended');
