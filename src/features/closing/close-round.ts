import type { DateTime } from 'luxon';
import { owe, oweRefresh, oweSpread } from '../../delivery/owe/owe.ts';
import { nextOfficeTime } from '../../domain/calendar/calendar.ts';
import { lapsesFrom } from '../../domain/calendar/closing.ts';
import { closesAt, roundOf, roundPlan } from '../../model/round/round.ts';
import { channelOf } from '../../model/sending/channels.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { channelOwner } from '../../records/address.ts';
import { type Closing, closingRecord } from '../../records/closing.ts';
import type { Loaded } from '../../records/record.ts';
import { lapse } from './lapse.ts';
import { outcomeOf } from './outcome.ts';
import { type ClosingRound, overdue } from './overdue.ts';
import { closedSpread, closingReport } from './refs.ts';
import { reopenStep } from './reopen-step.ts';
import { asManyAsFit, audited } from './steps.ts';

/**
 * One step of what a round owes at its end: some dossiers that were not sent lapse, and when none is left the office is told how the
 * round closed. Every step is one transaction with the closing, so two at once conflict, a crash resumes, and nothing is done twice.
 */
export async function closeRound(turn: Turn, closing: Loaded<Closing>): Promise<void> {
  const round = await roundOf(turn, closing.data.round);
  const of = { round, plan: await roundPlan(turn, round) };
  const now = turn.clock.now().setZone(of.plan.zone);
  if (closing.data.phase === 'reopening') return reopenStep(turn, of, { closing, now });
  const from = lapsesFrom(closesAt(of.plan, round.data));
  if (now < from) {
    const later = replace(closingRecord, closing, { ...closing.data, phase: 'open', dueAt: stamp(from) });
    turn.ride([later]);
    return;
  }
  const waiting = await overdue(turn, of, now);
  if (waiting.length === 0) return finish(turn, of, { closing, now });
  const { changes, count } = await asManyAsFit(waiting, async (nomination) => [
    ...lapse(turn, nomination, now),
    audited(turn, { at: now, command: 'nomination.lapse', subject: nomination.id }),
  ]);
  const lapsing: Closing = { ...closing.data, phase: 'lapsing', dueAt: stamp(now) };
  await write(turn, { closing, after: lapsing }, { command: 'round.lapse', facts: { count: String(count) }, changes });
}

interface Moved {
  readonly closing: Loaded<Closing>;
  readonly now: DateTime;
  readonly after: Closing;
}

async function write(
  turn: Turn,
  { closing, after }: Pick<Moved, 'closing' | 'after'>,
  step: { command: string; facts: Record<string, string>; changes: readonly Change[] },
): Promise<void> {
  turn.commit({
    command: step.command,
    subject: closing.id,
    facts: step.facts,
    changes: [replace(closingRecord, closing, after), ...step.changes],
  });
}

/** Nothing is left to lapse: how the round closed is counted once, kept, and told. */
async function finish(turn: Turn, of: ClosingRound, { closing, now }: Pick<Moved, 'closing' | 'now'>): Promise<void> {
  const outcome = await outcomeOf(turn, of, now);
  const times = closing.data.times + 1;
  const after: Closing = { ...closing.data, phase: 'closed', dueAt: null, times, outcome };
  const changes = [
    oweRefresh(turn.scope, now, closing.id, closing.rev + 1),
    oweRefresh(turn.scope, now, of.round.id, `closed${times}`),
    ...(outcome.total.people === 0 ? [] : await told(turn, { closing, now, after }, nextOfficeTime(now, of.plan))),
  ];
  await write(turn, { closing, after }, { command: 'round.close', facts: { times: String(times) }, changes });
}

/** Figures to the office's channel; in the morning's messages the whole to the office and the director, to each head the department, to each candidate what lapsed. */
async function told(turn: Turn, { closing, now, after }: Moved, from: DateTime): Promise<Change[]> {
  const { round, times } = after;
  const spread = oweSpread(turn.scope, now, {
    cause: `closed:${closing.id}:${times}`,
    kind: closedSpread,
    audience: { kind: 'everyone' },
    params: { round, at: stamp(now) },
    startedBy: 'system',
  });
  if ((await channelOf(turn, 'office')).state === 'unbound') return [spread];
  const record = {
    to: channelOwner('office'),
    kind: 'closing.report',
    show: closingReport.ref({ round, times: String(times) }),
    subject: closing.id,
    rev: times,
    from,
  };
  return [spread, owe(turn.scope, now, record)];
}
