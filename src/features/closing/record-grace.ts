import { DateTime } from 'luxon';
import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { graceInstant, graceUntil, lapsesFrom } from '../../domain/calendar/closing.ts';
import { mayExtendRound } from '../../domain/policy/campaign.ts';
import { nameOf } from '../../model/people/people.ts';
import { type Ending, endingOf, graceFacts, requireGraceable } from '../../model/round/closing.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { reasonFrom, refusedBackTo, requireMay } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { put, replace } from '../../ports/documents.ts';
import { type Closing, closingId, closingRecord } from '../../records/closing.ts';
import { roundRecord } from '../../records/round.ts';
import { roundShow } from '../campaign/refs.ts';
import { closingGraceConfirm, closingGraceForm } from './refs.ts';
import { oweGraceNotice } from './reopen-step.ts';

export const recordGraceInput = z.strictObject({
  round: z.string().max(40),
  day: z.string().max(40).default(''),
  time: z.string().max(40).default(''),
  reason: z.string().max(8_000).default(''),
  /** How many windows the card knew of. */
  seen: z.string().max(10).default(''),
  /** Empty opens the form, `check` shows what is to be confirmed. */
  step: z.enum(['', 'check', 'yes']).default(''),
});
type Input = z.infer<typeof recordGraceInput>;

/**
 * A grace window for everyone (design: after an outage): the round's new last instant, with the reason. What had lapsed can be written again,
 * the calendar goes on reminding, and everyone unfinished is told once.
 * @throws CodedError NOT_ALLOWED_GRACE, NO_ROUND; Refusal GRACE_…, REASON_MISSING, REASON_TOO_LONG, ALREADY_DONE
 */
export async function recordGrace(ctx: Ctx, input: Input): Promise<Answer> {
  const { at, me } = ctx;
  requireMay(ctx, mayExtendRound, 'NOT_ALLOWED_GRACE');
  const ending = await endingOf(ctx, input.round);
  const round = ending.round.data.round;
  const card = roundShow.ref({ round });
  const last = ending.closing.graces.at(-1);
  if (input.step !== '' && last !== undefined && input.seen !== String(ending.closing.graces.length)) {
    const facts = { by: await nameOf(ctx, last.by), at: DateTime.fromISO(last.at, { zone: ending.plan.zone }) };
    if (last.by !== me.id || !isSame(ending, input, last.until))
      throw new Refusal('ALREADY_DONE', { facts, show: card });
    return { show: card, remark: recorded(ending) };
  }
  await refusedBackTo({ show: card }, () => requireGraceable(ctx, ending, at));
  const form = closingGraceForm.ref({ round });
  if (input.step === '') return { show: form };
  const { until, reason } = await termsOf(ctx, ending, input);
  const { day, time } = input;
  if (input.step === 'check') {
    const seen = String(ending.closing.graces.length);
    return show(closingGraceConfirm.ref({ round, day, time, until: stamp(until), reason, seen }));
  }
  const after = await write(ctx, ending, { until, reason });
  return { show: card, remark: recorded(after) };
}

const recorded = ({ plan, closing }: Ending) =>
  good('closing.grace', { until: DateTime.fromISO(closing.graces.at(-1)?.until ?? '', { zone: plan.zone }) });

/** The same form clicked again. */
function isSame({ plan }: Ending, typed: Input, until: string): boolean {
  const instant = graceInstant(typed, plan.zone);
  return instant !== undefined && stamp(instant) === until;
}

async function termsOf(ctx: Ctx, ending: Ending, input: Input): Promise<{ until: DateTime; reason: string }> {
  const form = closingGraceForm.ref({ round: ending.round.data.round });
  const typed = { day: input.day, time: input.time, reason: input.reason };
  const until = await refusedBackTo({ show: form, typed }, () => graceUntil(input, graceFacts(ending, ctx.at)));
  return { until, reason: reasonFrom(typed, { required: true, form }) };
}

async function write(
  ctx: Ctx,
  ending: Ending,
  { until, reason }: { until: DateTime; reason: string },
): Promise<Ending> {
  const { at, me } = ctx;
  const { round, loaded, closing } = ending;
  const id = closingId(round.data.round);
  const isOpen = closing.phase === 'open';
  const after: Closing = {
    ...closing,
    // Nothing has lapsed yet, or what has is reopened in steps before anyone is told.
    phase: isOpen ? 'open' : 'reopening',
    dueAt: stamp(isOpen ? lapsesFrom(until) : at),
    graces: [...closing.graces, { by: me.id, at: stamp(at), until: stamp(until), reason }],
  };
  ctx.commit({
    command: 'round.grace',
    subject: round.id,
    facts: { until: stamp(until) },
    changes: [
      replace(roundRecord, round, { ...round.data, graceUntil: stamp(until), nextLookAt: stamp(at) }),
      put(closingRecord, { ...ctx.scope, id }, loaded, after),
      oweRefresh(ctx.scope, at, round.id, round.rev + 1),
      oweRefresh(ctx.scope, at, id, (loaded?.rev ?? 0) + 1),
      ...(isOpen ? [oweGraceNotice(ctx.scope, { at, closing: after })] : []),
    ],
  });
  return { ...ending, closing: after };
}
