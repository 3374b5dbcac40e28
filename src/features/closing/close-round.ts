import type { DateTime } from 'luxon';
import { owe, oweRefresh, oweSpread } from '../../delivery/owe/owe.ts';
import { nextOfficeTime } from '../../domain/calendar/calendar.ts';
import { lapsesFrom } from '../../domain/calendar/closing.ts';
import { progressOf } from '../../model/round/progress.ts';
import { closesAt, roundOf, roundPlan } from '../../model/round/round.ts';
import type { Deps } from '../../pipeline/context.ts';
import { commit, stamp } from '../../ports/commit.ts';
import { decode, load, replace } from '../../ports/documents.ts';
import type { Change, Stored } from '../../ports/store.ts';
import { addressId, addressRecord, channelOwner } from '../../records/address.ts';
import { type Closing, closingRecord } from '../../records/closing.ts';
import type { Loaded } from '../../records/record.ts';
import { lapse } from './lapse.ts';
import { outcomeOf } from './outcome.ts';
import { type ClosingRound, overdue } from './overdue.ts';
import { reopenStep } from './reopen-step.ts';
import { asManyAsFit, audited } from './steps.ts';

/**
 * One step of what a round owes at its end: some dossiers that were not sent lapse, and when none is left the office is told how the
 * round closed. Every step is one transaction with the closing, so two at once conflict, a crash resumes, and nothing is done twice.
 */
export async function closeRound(deps: Deps, stored: Stored): Promise<void> {
  const closing = decode(closingRecord, stored);
  const round = await roundOf(deps, closing.data.round);
  const of = { round, plan: await roundPlan(deps, round) };
  const now = deps.clock.now().setZone(of.plan.zone);
  if (closing.data.phase === 'reopening') return reopenStep(deps, of, { closing, now });
  const from = lapsesFrom(closesAt(of.plan, round.data));
  if (now < from) {
    const later = replace(closingRecord, closing, { ...closing.data, phase: 'open', dueAt: stamp(from) });
    await deps.store.commit(deps.scope.unit, [later]);
    return;
  }
  const waiting = await overdue(deps, of, now);
  if (waiting.length === 0) return finish(deps, of, { closing, now });
  const { changes, count } = await asManyAsFit(waiting, async (nomination) => [
    ...(await lapse(deps, nomination, { at: now, plan: of.plan })),
    audited(deps, { at: now, command: 'nomination.lapse', subject: nomination.id }),
  ]);
  const lapsing: Closing = { ...closing.data, phase: 'lapsing', dueAt: stamp(now) };
  await write(
    deps,
    { closing, now, after: lapsing },
    { command: 'round.lapse', facts: { count: String(count) }, changes },
  );
}

interface Moved {
  readonly closing: Loaded<Closing>;
  readonly now: DateTime;
  readonly after: Closing;
}

async function write(
  deps: Deps,
  { closing, now, after }: Moved,
  step: { command: string; facts: Record<string, string>; changes: readonly Change[] },
): Promise<void> {
  await commit({
    store: deps.store,
    scope: deps.scope,
    at: now,
    actor: 'system',
    command: step.command,
    subject: closing.id,
    facts: step.facts,
    changes: [replace(closingRecord, closing, after), ...step.changes],
  });
  deps.wake();
}

/** Nothing is left to lapse: how the round closed is counted once, kept, and told to the office and the heads. */
async function finish(
  deps: Deps,
  { round, plan }: ClosingRound,
  { closing, now }: Pick<Moved, 'closing' | 'now'>,
): Promise<void> {
  const progress = await progressOf(deps, round, { at: now });
  const outcome = outcomeOf(progress, { closesAt: closesAt(plan, round.data), now });
  const times = closing.data.times + 1;
  const after: Closing = { ...closing.data, phase: 'closed', dueAt: null, times, outcome };
  const changes = [
    oweRefresh(deps.scope, now, closing.id, closing.rev + 1),
    oweRefresh(deps.scope, now, round.id, `closed${times}`),
    ...(outcome.total.people === 0 ? [] : await told(deps, { closing, now, after }, nextOfficeTime(now, plan))),
  ];
  await write(deps, { closing, now, after }, { command: 'round.close', facts: { times: String(times) }, changes });
}

/** Figures to the office's channel; to the office's people also what waits for them, to each head how the department stands. */
async function told(deps: Deps, { closing, now, after }: Moved, from: DateTime): Promise<Change[]> {
  const { round, times } = after;
  const spread = oweSpread(deps.scope, now, {
    cause: `closed:${closing.id}:${times}`,
    kind: 'closing.report',
    audience: { kind: 'officers' },
    params: { round, times: String(times), from: stamp(from) },
    startedBy: 'system',
  });
  const to = channelOwner('office');
  const channel = await load(deps.store, deps.scope.unit, addressRecord, addressId(to));
  if (channel?.data.reachable !== 'yes') return [spread];
  const record = {
    to,
    kind: 'closing.report',
    show: { page: 'closing.report', params: { round, times: String(times) } },
    subject: closing.id,
    rev: times,
    from,
  };
  return [spread, owe(deps.scope, now, record)];
}
