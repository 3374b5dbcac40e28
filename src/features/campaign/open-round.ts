import { DateTime } from 'luxon';
import { z } from 'zod';
import { owe, oweSpread } from '../../delivery/owe/owe.ts';
import { lateUntil } from '../../domain/calendar/closing.ts';
import { type PlannedRound, roundOfThisYear } from '../../domain/plan/rounds.ts';
import { mayOpenRound } from '../../domain/policy/campaign.ts';
import { nameOf } from '../../model/people/people.ts';
import { launchPrepare, roundChoose } from '../../model/round/refs.ts';
import { campaignOf } from '../../model/round/round.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation, reasonFrom, refusedBackTo, requireMay } from '../../pipeline/inputs.ts';
import type { Change } from '../../ports/store.ts';
import { roundId, roundRecord } from '../../records/round.ts';
import { recordsTo } from './records-to.ts';
import { roundConfirm, roundShow } from './refs.ts';
import { type Late, roundOpening } from './round-opening.ts';

export const openRoundInput = z.strictObject({
  round: z.string().max(40),
  confirm: confirmation,
  /** Of a round opened after its deadline: until when dossiers are taken, and why it is opened late. */
  day: z.string().max(40).default(''),
  time: z.string().max(40).default(''),
  reason: z.string().max(8_000).default(''),
});
type Input = z.infer<typeof openRoundInput>;

/**
 * Opens one of this year's rounds: from now on its rules are those of the plan version in force. Shows the round first; with `confirm`
 * records it and tells everyone. The calendar looks at it at once. After the round's deadline it is opened with a reason and a grace window,
 * so that a unit that starts late still has its council and its decision.
 */
export async function openRound(ctx: Ctx, input: Input): Promise<Answer> {
  requireMay(ctx, mayOpenRound, 'NOT_ALLOWED_OPEN');
  const id = roundId(input.round);
  const shown = roundShow.ref({ round: input.round });
  const known = await ctx.get(roundRecord, id);
  if (known !== undefined) {
    const { by, at } = known.data.opened;
    if (by === ctx.me.id && input.confirm) return { show: shown, remark: good('campaign.roundOpened') };
    const facts = { by: await nameOf(ctx, by), at: DateTime.fromISO(at, { zone: ctx.plan.zone }) };
    throw new Refusal('ALREADY_DONE', { facts, show: shown });
  }
  const planned = await openable(ctx, input.round);
  if (!input.confirm) return show(roundConfirm.ref({ round: input.round }));
  const late = await lateTerms(ctx, planned, input);

  ctx.commit({
    command: 'round.open',
    subject: id,
    facts: { planVersion: ctx.planVersion },
    changes: [...(await roundOpening(ctx, planned, late)), ...(await toldOf(ctx, planned))],
  });
  return { show: shown, remark: good('campaign.roundOpened') };
}

/** @throws Refusal NO_CAMPAIGN, ROUND_OVER {name, at}, ROUND_OTHER_YEAR {name, year}, NO_SUCH_ROUND */
async function openable(ctx: Ctx, round: string): Promise<PlannedRound> {
  if ((await campaignOf(ctx)) === undefined) {
    throw new Refusal('NO_CAMPAIGN', { show: launchPrepare.ref({}) });
  }
  return refusedBackTo({ show: roundChoose.ref({}) }, () => roundOfThisYear(ctx.plan, round, ctx.at));
}

/** @throws Refusal ROUND_OVER {name, at} to the form, from a card that was shown in time; GRACE_…, LATE_TOO_FAR, REASON_… with what was typed */
async function lateTerms(ctx: Ctx, planned: PlannedRound, input: Input): Promise<Late | undefined> {
  if (ctx.at <= planned.deadline) return undefined;
  const { day, time, reason } = input;
  const form = roundConfirm.ref({ round: planned.id });
  if (day === '' && reason === '') {
    throw new Refusal('ROUND_OVER', { facts: { name: planned.name, at: planned.deadline }, show: form });
  }
  const typed = { day, time, reason };
  const until = await refusedBackTo({ show: form, typed }, () => lateUntil(typed, ctx.at.setZone(ctx.plan.zone)));
  return { until, reason: reasonFrom(typed, { required: true, form }) };
}

/** Everyone's message, and the record for the office's channel. */
async function toldOf(ctx: Ctx, planned: PlannedRound): Promise<Change[]> {
  const { scope, at } = ctx;
  const id = roundId(planned.id);
  const everyone = oweSpread(scope, at, {
    cause: `roundOpened:${id}`,
    kind: 'roundOpened',
    audience: { kind: 'everyone' },
    params: { round: planned.id },
    startedBy: ctx.me.id,
  });
  const to = await recordsTo(ctx);
  if (to === undefined) return [everyone];
  const record = {
    to,
    kind: 'round.open',
    show: roundShow.ref({ round: planned.id }),
    subject: id,
    rev: 1,
    // That a round was opened is no news once it is over.
    expiresAt: planned.deadline,
  };
  return [everyone, owe(scope, at, record)];
}
