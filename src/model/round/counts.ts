import { criteriaFor } from '../../domain/dossier/criteria.ts';
import { hasSent, isApart, isMissing, type Standing, standingOf, standings } from '../../domain/dossier/standing.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import type { Criterion, Plan } from '../../domain/plan/plan.ts';
import type { Belonging } from '../../records/belonging.ts';
import { type CandidateStanding, nothingWritten, type Written } from '../../records/standing.ts';

/**
 * Everyone of the roster who has not left, by where they stand: the standings add up to `people`. The other figures are sums of them, or
 * are of part of them.
 */
export interface ProgressCounts extends Readonly<Record<Standing, number>> {
  readonly people: number;
  /** Of whom a self-assessment is asked: everyone but those who do not ask to be considered and those on leave. */
  readonly required: number;
  /** Of these: who has finished it. Whoever has sent a dossier has. */
  readonly finished: number;
  /** Of these: who asks to be considered. */
  readonly asks: number;
  /** Of these: whose dossier was sent and not sent back. */
  readonly sent: number;
  /** People who still have something to do. */
  readonly missing: number;
  /** Of these: who asked for no more reminders. */
  readonly quiet: number;
}

const counted = ['people', 'required', 'finished', 'asks', 'sent', 'missing', 'quiet', ...standings] as const;

/** Counts while they are being added up. */
export type Counting = Record<keyof ProgressCounts, number>;
export const nobody = (): Counting => Object.fromEntries(counted.map((name) => [name, 0])) as Counting;

export function sumOf(all: readonly ProgressCounts[]): ProgressCounts {
  const sum = nobody();
  for (const one of all) for (const name of counted) sum[name] += one[name];
  return sum;
}

/** What decides where a candidate stands. */
export type Facts = Pick<CandidateStanding, 'belonging' | 'written' | 'place'>;

/** Of a candidate who has begun nothing. */
export const notBegun = (belonging: Belonging): Facts => ({ belonging, written: nothingWritten, place: null });

/** Where a candidate stands, and how far the self-assessment is. */
export interface Judged {
  readonly standing: Standing;
  readonly wish: Written['wish'];
  readonly isQuiet: boolean;
  /** Criteria completed, of how many asked. */
  readonly completed: number;
  readonly asked: number;
}

/** By what candidates are judged: the rules of a round, on a day `yyyy-MM-dd` in the plan's zone. */
export interface Rules {
  readonly plan: Plan;
  readonly today: string;
}

/** @returns undefined for whoever has left, who is not counted */
export function judgePerson({ plan, today }: Rules, facts: Facts): Judged | undefined {
  const presence = presenceOn(facts.belonging, today);
  if (presence === 'left') return undefined;
  return judged(criteriaFor(plan, { kind: 'person', roles: facts.belonging.leads }), facts, presence);
}

export const judgeDepartment = (plan: Plan, facts: Facts): Judged => judged(plan.criteria.department, facts, 'active');

function judged(criteria: readonly Criterion[], facts: Facts, presence: Belonging['status']): Judged {
  const { touched, complete, wish } = facts.written;
  const asked = criteria.length;
  const completed = criteria.filter(({ id }) => complete.includes(id)).length;
  const answered = criteria.filter(({ id }) => touched.includes(id)).length;
  const standing = standingOf({ presence, answered, missing: asked - completed, wish, nomination: facts.place });
  return { standing, wish, isQuiet: facts.belonging.isQuiet, completed, asked };
}

/** Adds `n` people of whom the same is judged. */
export function add(counts: Counting, { standing, wish, isQuiet, completed, asked }: Judged, n = 1): void {
  counts.people += n;
  counts[standing] += n;
  if (!isApart(standing)) {
    counts.required += n;
    if (hasSent(standing) || completed === asked) counts.finished += n;
    if (hasSent(standing) || wish === 'asks') counts.asks += n;
    if (hasSent(standing)) counts.sent += n;
  }
  if (!isMissing(standing)) return;
  counts.missing += n;
  if (isQuiet) counts.quiet += n;
}
