import { DateTime } from 'luxon';
import { z } from 'zod';
import { owe, oweSpread } from '../../delivery/owe/owe.ts';
import { cancelSpread } from '../../delivery/spread/cancelled.ts';
import { CodedError } from '../../domain/errors.ts';
import { mayLaunch } from '../../domain/policy/campaign.ts';
import { nameOf } from '../../model/people/people.ts';
import { cancellable } from '../../model/round/cancellable.ts';
import { lineOf } from '../../model/sending/repeats.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation, requireMay } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Campaign, campaignId, campaignRecord } from '../../records/campaign.ts';
import type { Loaded } from '../../records/record.ts';
import { progressRef } from './launch-progress.page.ts';
import { recordsTo } from './records-to.ts';
import { launchCancel, launchCancelled } from './refs.ts';

export const cancelLaunchInput = z.strictObject({
  launch: z.string().max(200),
  confirm: confirmation,
});

/**
 * Takes a launch back, for 24 hours and while no round was opened after it. What was not sent yet is never sent; whoever has received it
 * is told. Receipts given for it do not count for the next launch. A round that opened along with it stays open, with all that people have
 * saved in it: only its announcement is taken back, and the next launch speaks of it as open.
 */
export async function cancelLaunch(ctx: Ctx, input: z.infer<typeof cancelLaunchInput>): Promise<Answer> {
  requireMay(ctx, mayLaunch, 'NOT_ALLOWED_LAUNCH');
  const campaign = await ctx.get(campaignRecord, campaignId(ctx.plan.id));
  if (campaign === undefined) throw new CodedError('NOTHING_TO_SHOW');
  const done = campaign.data.cancelled;
  const progress = progressRef(ctx, campaign.data.spreadId);
  if (campaign.data.spreadId !== input.launch) throw new Refusal('LAUNCH_CANCELLED', { show: progress });
  if (done !== null) {
    if (done.by === ctx.me.id && input.confirm) return { show: progress, remark: good('campaign.cancelled') };
    const at = DateTime.fromISO(done.at, { zone: ctx.plan.zone });
    throw new Refusal('ALREADY_DONE', { facts: { by: await nameOf(ctx, done.by), at }, show: progress });
  }
  const { barredBy, at: until } = await cancellable(ctx, campaign.data, ctx.at);
  if (barredBy === 'time') throw new Refusal('CANCEL_TOO_LATE', { facts: { at: until }, show: progress });
  if (barredBy === 'round') throw new Refusal('CANCEL_ROUND_OPEN', { show: progress });
  if (!input.confirm) return show(launchCancel.ref({ launch: input.launch }));

  ctx.commit({ command: 'announce.cancel', subject: campaign.id, changes: await changesOf(ctx, campaign) });
  // At once: a sending that is still running is written with every step, and drawing the card takes longer than one.
  await ctx.settle();
  return { show: progress, remark: good('campaign.cancelled') };
}

/** What was not sent yet, and was to be sent once more, is dropped when its turn comes. */
async function endedSpreads(ctx: Ctx, id: string): Promise<Change[]> {
  return (await lineOf(ctx, id)).flatMap((each) => cancelSpread(ctx.scope, ctx.at, each));
}

async function changesOf(ctx: Ctx, campaign: Loaded<Campaign>): Promise<Change[]> {
  const { at } = ctx;
  const changes = [
    replace(campaignRecord, campaign, { ...campaign.data, cancelled: { by: ctx.me.id, at: stamp(at) } }),
    oweSpread(ctx.scope, at, {
      cause: `launchCancelled:${campaign.data.spreadId}`,
      kind: 'launchCancelled',
      audience: { kind: 'everyone' },
      params: { rev: String(campaign.rev) },
      startedBy: ctx.me.id,
    }),
    ...(await endedSpreads(ctx, campaign.data.spreadId)),
  ];
  const to = await recordsTo(ctx);
  if (to === undefined) return changes;
  const notice = {
    to,
    kind: 'announce.cancel',
    show: launchCancelled.ref({ delivery: '' }),
    subject: campaign.id,
    rev: campaign.rev + 1,
  };
  return [...changes, owe(ctx.scope, at, notice)];
}
