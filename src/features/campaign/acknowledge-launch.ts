import { DateTime } from 'luxon';
import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { campaignOf } from '../../model/round/round.ts';
import { readAt } from '../../model/sending/receipt.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { commit, stamp } from '../../ports/commit.ts';
import { load, put } from '../../ports/documents.ts';
import { StoreError } from '../../ports/store.ts';
import { type Campaign, receiptId, receiptRecord } from '../../records/campaign.ts';
import { instant } from '../../records/fields.ts';
import type { Loaded } from '../../records/record.ts';

/** `launch` is the one that the card told of, `asOf` the instant whose rounds it spoke of. */
export const acknowledgeLaunchInput = z.strictObject({ launch: z.string().max(200), asOf: instant.optional() });

/** "I have read the plan". The time first recorded stays, however often it is clicked. */
export async function acknowledgeLaunch(ctx: Ctx, input: z.infer<typeof acknowledgeLaunchInput>): Promise<Answer> {
  const campaign = await campaignOf(ctx.deps);
  if (campaign === undefined || campaign.data.spreadId !== input.launch) {
    throw new Refusal('LAUNCH_CANCELLED', { show: { page: 'plan.contents', params: {} } });
  }
  const page = {
    campaign: campaign.id,
    launch: input.launch,
    ...(input.asOf === undefined ? {} : { asOf: input.asOf }),
  };
  const before = await readAt(ctx.deps, campaign, ctx.me.id);
  if (before === undefined && (await recorded(ctx, campaign)))
    return show('campaign.launched', page, good('campaign.read'));
  const first = before ?? (await readAt(ctx.deps, campaign, ctx.me.id)) ?? stamp(ctx.at);
  const at = DateTime.fromISO(first, { zone: ctx.deps.plan.zone });
  return show('campaign.launched', page, { tone: 'accent', key: 'campaign.readBefore', facts: { at } });
}

/** @returns false when another click of the same person was quicker */
async function recorded(ctx: Ctx, campaign: Loaded<Campaign>): Promise<boolean> {
  const { deps, me } = ctx;
  const id = receiptId(campaign.id, me.id);
  // One given for a launch that was cancelled gives way to this one.
  const known = await load(deps.store, deps.scope.unit, receiptRecord, id);
  try {
    await commit({
      store: deps.store,
      scope: deps.scope,
      at: ctx.at,
      actor: me.id,
      command: 'announce.acknowledge',
      subject: id,
      changes: [
        put(receiptRecord, { ...deps.scope, id }, known, {
          cause: campaign.id,
          launch: campaign.data.spreadId,
          person: me.id,
          department: me.data.departmentId,
          at: stamp(ctx.at),
        }),
        oweRefresh(deps.scope, ctx.at, id, (known?.rev ?? 0) + 1),
      ],
    });
  } catch (error) {
    if (error instanceof StoreError && (error.code === 'Duplicate' || error.code === 'Conflict')) return false;
    throw error;
  }
  deps.wake();
  return true;
}
