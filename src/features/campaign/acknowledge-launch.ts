import { DateTime } from 'luxon';
import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { campaignOf } from '../../model/round/round.ts';
import { readAt } from '../../model/sending/receipt.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { stamp } from '../../ports/commit.ts';
import { put } from '../../ports/documents.ts';
import { receiptId, receiptRecord } from '../../records/campaign.ts';
import { instant } from '../../records/fields.ts';
import { campaignLaunched, planContents } from './refs.ts';

/** `launch` is the one that the card told of, `asOf` the instant whose rounds it spoke of. */
export const acknowledgeLaunchInput = z.strictObject({ launch: z.string().max(200), asOf: instant.optional() });

/** "I have read the plan". The time first recorded stays, however often it is clicked. */
export async function acknowledgeLaunch(ctx: Ctx, input: z.infer<typeof acknowledgeLaunchInput>): Promise<Answer> {
  const campaign = await campaignOf(ctx);
  if (campaign === undefined || campaign.data.spreadId !== input.launch) {
    throw new Refusal('LAUNCH_CANCELLED', { show: planContents.ref({}) });
  }
  const page = {
    campaign: campaign.id,
    launch: input.launch,
    ...(input.asOf === undefined ? {} : { asOf: input.asOf }),
  };
  const before = await readAt(ctx, campaign, ctx.me.id);
  if (before !== undefined) {
    const at = DateTime.fromISO(before, { zone: ctx.plan.zone });
    return show(campaignLaunched.ref(page), { tone: 'accent', key: 'campaign.readBefore', facts: { at } });
  }
  const { me } = ctx;
  const id = receiptId(campaign.id, me.id);
  // One given for a launch that was cancelled gives way to this one.
  const known = await ctx.get(receiptRecord, id);
  const receipt = {
    cause: campaign.id,
    launch: campaign.data.spreadId,
    person: me.id,
    department: me.data.departmentId,
    at: stamp(ctx.at),
  };
  ctx.commit({
    command: 'announce.acknowledge',
    subject: id,
    changes: [
      put(receiptRecord, { ...ctx.scope, id }, known, receipt),
      oweRefresh(ctx.scope, ctx.at, id, (known?.rev ?? 0) + 1),
    ],
  });
  return show(campaignLaunched.ref(page), good('campaign.read'));
}
