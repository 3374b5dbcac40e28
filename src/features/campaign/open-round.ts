import { DateTime } from 'luxon';
import { z } from 'zod';
import { owe, oweRefresh, oweSpread } from '../../delivery/owe/owe.ts';
import { type PlannedRound, plannedRound } from '../../domain/plan/rounds.ts';
import { mayOpenRound } from '../../domain/policy/campaign.ts';
import { nameOf } from '../../model/people/people.ts';
import { oweClosing } from '../../model/round/closing.ts';
import { campaignOf } from '../../model/round/round.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation, requireMay } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { create } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Round, roundId, roundRecord } from '../../records/round.ts';
import { recordsTo } from './audience.ts';
import { launchPrepare, roundChoose, roundConfirm, roundShow } from './refs.ts';

export const openRoundInput = z.strictObject({
  round: z.string().max(40),
  confirm: confirmation,
});

/**
 * Opens one of this year's rounds: from now on its rules are those of the plan version in force. Shows the round first; with `confirm`
 * records it and tells everyone. The calendar looks at it at once.
 */
export async function openRound(ctx: Ctx, input: z.infer<typeof openRoundInput>): Promise<Answer> {
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

  ctx.commit({
    command: 'round.open',
    subject: id,
    facts: { planVersion: ctx.planVersion },
    changes: await changesOf(ctx, planned),
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
  if (ctx.at > planned.deadline) {
    throw new Refusal('ROUND_OVER', { facts: { name: planned.name, at: planned.deadline }, show: choose });
  }
  if (planned.year !== ctx.at.setZone(ctx.plan.zone).year) {
    throw new Refusal('ROUND_OTHER_YEAR', { facts: { name: planned.name, year: planned.year }, show: choose });
  }
  return planned;
}

async function changesOf(ctx: Ctx, planned: PlannedRound): Promise<Change[]> {
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
    graceUntil: null,
    milestones: planned.milestones.map((milestone) => ({ ...milestone, done: null, changed: null, rev: 0 })),
    nextLookAt: stamp(at),
  };
  const changes = [
    create(roundRecord, scope, id, data),
    oweClosing(scope, data),
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
