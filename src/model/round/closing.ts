import { DateTime } from 'luxon';
import { type GraceFacts, graceCountsFrom, lapsesFrom, requireGraceTime } from '../../domain/calendar/closing.ts';
import { consideredStates } from '../../domain/dossier/nomination.ts';
import { CodedError } from '../../domain/errors.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { create } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Closing, closingId, closingRecord } from '../../records/closing.ts';
import { nominationBy, nominationRecord } from '../../records/nomination.ts';
import type { Loaded, Scope } from '../../records/record.ts';
import type { Round } from '../../records/round.ts';
import { closesAt, roundOf, roundPlan } from './round.ts';

type Grace = Closing['graces'][number];

/** The end of a round as it stands when the round opens. @param graces with the one that a round opened late begins with */
const closingOf = (round: Round, graces: readonly Grace[] = []): Closing => ({
  round: round.round,
  phase: 'open',
  dueAt: stamp(lapsesFrom(DateTime.fromISO(round.graceUntil ?? round.deadline))),
  times: 0,
  outcome: null,
  graces: [...graces],
});

/** What a round that opens owes when its time to send is over: commit it together with the round. */
export const oweClosing = (scope: Scope, round: Round, graces: readonly Grace[] = []): Change =>
  create(closingRecord, scope, closingId(round.round), closingOf(round, graces));

/** A round, and what is recorded of its end. */
export interface Ending {
  readonly round: Loaded<Round>;
  readonly plan: Plan;
  /** Undefined for a round whose closing is not written yet: `closing` is what it will be. */
  readonly loaded: Loaded<Closing> | undefined;
  readonly closing: Closing;
}

/** @throws CodedError NO_ROUND */
export async function endingOf(turn: Turn, key: string): Promise<Ending> {
  const round = await roundOf(turn, key);
  const loaded = await turn.get(closingRecord, closingId(round.data.round));
  return { round, plan: await roundPlan(turn, round), loaded, closing: loaded?.data ?? closingOf(round.data) };
}

/** @param at in any zone */
export const graceFacts = ({ round, plan }: Pick<Ending, 'round' | 'plan'>, at: DateTime): GraceFacts => ({
  at: at.setZone(plan.zone),
  deadline: graceCountsFrom(
    DateTime.fromISO(round.data.deadline, { zone: plan.zone }),
    DateTime.fromISO(round.data.opened.at, { zone: plan.zone }),
  ),
  closesAt: closesAt(plan, round.data),
});

/**
 * Whether a grace window may be recorded for this round now. Once the council has dossiers before it, more time for everyone would be more
 * time after the others were weighed, also while they are on hold: then a late one is taken in by itself, with a reason.
 * @throws CodedError GRACE_TOO_EARLY, GRACE_TOO_LATE, GRACE_COUNCIL
 */
export async function requireGraceable(turn: Turn, ending: Ending, at: DateTime): Promise<void> {
  requireGraceTime(graceFacts(ending, at));
  for (const state of consideredStates) {
    const where = nominationBy.state(ending.round.data.round, state);
    const n = await turn.count(nominationRecord, where);
    if (n > 0) throw new CodedError('GRACE_COUNCIL');
  }
  const onHold = await turn.list(nominationRecord, nominationBy.state(ending.round.data.round, 'onHold'));
  if (onHold.some(({ data }) => consideredStates.some((state) => state === data.hold?.from)))
    throw new CodedError('GRACE_COUNCIL');
}

/** As `requireGraceable`, for a card that offers it. */
export async function isGraceable(turn: Turn, ending: Ending, at: DateTime): Promise<boolean> {
  try {
    await requireGraceable(turn, ending, at);
    return true;
  } catch (error) {
    if (error instanceof CodedError) return false;
    throw error;
  }
}
