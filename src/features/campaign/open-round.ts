import { DateTime } from 'luxon';
import { z } from 'zod';
import { owe, oweRefresh, oweSpread } from '../../delivery/owe/owe.ts';
import { lateUntil } from '../../domain/calendar/closing.ts';
import { type PlannedRound, plannedRound } from '../../domain/plan/rounds.ts';
import { mayOpenRound } from '../../domain/policy/campaign.ts';
import { nameOf } from '../../model/people/people.ts';
import { oweClosing } from '../../model/round/closing.ts';
import { campaignOf } from '../../model/round/round.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation, reasonFrom, refusedBackTo, requireMay } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { create } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Round, roundId, roundRecord } from '../../records/round.ts';
import { recordsTo } from './audience.ts';
import { launchPrepare, roundChoose, roundConfirm, roundShow } from './refs.ts';

export const openRoundInput = z.strictObject({
  round: z.string().max(40),
  confirm: confirmation,
  /** Of a round opened after its deadline: until when dossiers are taken, and why it is opened late. */
  day: z.string().max(40).default(''),
  time: z.string().max(40).default(''),
  reason: z.string().max(8_000).default(''),
});
type Input = z.infer<typeof openRoundInput>;

/** Until when dossiers of a round opened late are taken. */
interface Late {
  readonly until: DateTime;
  readonly reason: string;
}

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
    changes: await changesOf(ctx, planned, late),
  });
  return { show: shown, remark: good('campaign.roundOpened') };
}

/** @throws Refusal NO_CAMPAIGN, ROUND_OVER {name, at}, ROUND_OTHER_YEAR {name, year}; CodedError NO_SUCH_ROUND */
async function openable(ctx: Ctx, round: string): Promise<PlannedRound> {
  const planned = plannedRound(ctx.plan, round);
  if ((await campaignOf(ctx)) === undefined) {
    throw new Refusal('NO_CAMPAIGN', { show: launchPrepare.ref({}) });
  }
  const choose = roundChoose.ref({});
  const { year } = ctx.at.setZone(ctx.plan.zone);
  if (planned.year < year) {
    throw new Refusal('ROUND_OVER', { facts: { name: planned.name, at: planned.deadline }, show: choose });
  }
  if (planned.year > year) {
    throw new Refusal('ROUND_OTHER_YEAR', { facts: { name: planned.name, year: planned.year }, show: choose });
  }
  return planned;
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

async function changesOf(ctx: Ctx, planned: PlannedRound, late: Late | undefined): Promise<Change[]> {
  const { at } = ctx;
  const { scope } = ctx;
  const id = roundId(planned.id);
  const data: Round = {
    round: planned.id,
    kind: planned.kind,
    year: planned.year,
    planVersion: ctx.planVersion,
    opened: { by: ctx.me.id, at: stamp(at) },
    deadline: stamp(planned.deadline),
    graceUntil: late === undefined ? null : stamp(late.until),
    milestones: planned.milestones.map((milestone) => ({ ...milestone, done: null, changed: null, rev: 0 })),
    nextLookAt: stamp(at),
  };
  const changes = [
    create(roundRecord, scope, id, data),
    oweClosing(scope, data, late && [{ ...data.opened, until: stamp(late.until), reason: late.reason }]),
    oweSpread(scope, at, {
      cause: `roundOpened:${id}`,
      kind: 'roundOpened',
      audience: { kind: 'everyone' },
      params: { round: planned.id },
      startedBy: ctx.me.id,
    }),
    oweRefresh(scope, at, id, 1),
  ];
  const to = await recordsTo(ctx);
  if (to === undefined) return changes;
  const record = {
    to,
    kind: 'round.open',
    show: roundShow.ref({ round: planned.id }),
    subject: id,
    rev: 1,
    // That a round was opened is no news once it is over.
    expiresAt: planned.deadline,
  };
  return [...changes, owe(scope, at, record)];
}
