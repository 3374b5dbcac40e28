import { DateTime } from 'luxon';
import { z } from 'zod';
import { owe, oweSpread } from '../../delivery/owe/owe.ts';
import { CodedError } from '../../domain/errors.ts';
import { type LaunchTerms, launchTerms, planNumber } from '../../domain/plan/launch.ts';
import { mayLaunch } from '../../domain/policy/policy.ts';
import { nameOf } from '../../model/people/people.ts';
import { oweOpening } from '../../model/round/opening.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { commit, stamp } from '../../ports/commit.ts';
import { load, put } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { channelOwner } from '../../records/address.ts';
import { type Campaign, campaignId, campaignRecord } from '../../records/campaign.ts';
import { spreadId } from '../../records/message.ts';
import type { Loaded } from '../../records/record.ts';
import { isOfficeChannelBound } from './audience.ts';
import { progressRef } from './launch-progress.page.ts';

export const launchCampaignInput = z.strictObject({
  formId: z.string().regex(/^[0-9A-Za-z]{1,40}$/),
  number: z.string().max(200).default(''),
  issuedOn: z.string().max(200).default(''),
  confirm: z.literal('yes').optional(),
});
type Input = z.infer<typeof launchCampaignInput>;

const prepare = { page: 'launch.prepare', params: {} };

/**
 * Launches the campaign to everyone: checks the terms and shows what will go out; with `confirm`, records it and owes the messages.
 * One campaign at a time; a launch that was cancelled may be followed by another.
 */
export async function launchCampaign(ctx: Ctx, input: Input): Promise<Answer> {
  const { deps } = ctx;
  if (!mayLaunch(ctx.actor)) throw new CodedError('NOT_ALLOWED_LAUNCH', { office: deps.plan.unit.office });
  const id = campaignId(deps.plan.id);
  const known = await load(deps.store, deps.scope.unit, campaignRecord, id);
  const cause = `launch:${deps.plan.id}:${input.formId}`;
  if (known?.data.cancelled === null) return alreadyLaunched(ctx, known, spreadId(cause));
  if (known?.data.spreadId === spreadId(cause)) throw new Refusal('LAUNCH_CANCELLED', { show: prepare });
  const terms = termsOf(ctx, input);
  if (input.confirm === undefined) return show('launch.confirm', { ...terms, formId: input.formId });

  const campaign: Campaign = {
    planId: deps.plan.id,
    ...terms,
    launched: { by: ctx.me.id, at: stamp(ctx.at) },
    spreadId: spreadId(cause),
    cancelled: null,
  };
  const rev = (known?.rev ?? 0) + 1;
  await commit({
    store: deps.store,
    scope: deps.scope,
    at: ctx.at,
    actor: ctx.me.id,
    command: 'announce.launch',
    subject: id,
    facts: { number: terms.number, issuedOn: terms.issuedOn },
    changes: [
      put(campaignRecord, { ...deps.scope, id }, known, campaign),
      oweSpread(deps.scope, ctx.at, {
        cause,
        kind: 'launch',
        audience: { kind: 'everyone' },
        params: { rev: String(rev), launch: campaign.spreadId },
        startedBy: ctx.me.id,
      }),
      await oweOpening({ ...deps, at: ctx.at }),
      ...(await recordOwed(ctx, { subject: id, rev, launch: campaign.spreadId })),
    ],
  });
  deps.wake();
  return {
    show: progressRef(deps, campaign.spreadId),
    remark: good('campaign.launched', { number: planNumber(deps.plan, terms.number) }),
  };
}

/** A second click of the same form is what was asked; another launch is refused with who and when. */
async function alreadyLaunched(ctx: Ctx, campaign: Loaded<Campaign>, mine: string): Promise<Answer> {
  const { deps } = ctx;
  const { data } = campaign;
  const number = planNumber(deps.plan, data.number);
  const show = progressRef(deps, data.spreadId);
  if (data.spreadId === mine) return { show, remark: good('campaign.launched', { number }) };
  const at = DateTime.fromISO(data.launched.at, { zone: deps.plan.zone });
  const facts = { by: await nameOf(deps, data.launched.by), at, number };
  throw new Refusal('ALREADY_LAUNCHED', { facts, show });
}

/** @throws Refusal with what was typed */
function termsOf(ctx: Ctx, { number, issuedOn }: Input): LaunchTerms {
  try {
    return launchTerms({ number, issuedOn }, ctx.deps.plan, ctx.at);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    throw new Refusal(error.code, { facts: error.facts, show: prepare, typed: { number, issuedOn } });
  }
}

async function recordOwed(ctx: Ctx, of: { subject: string; rev: number; launch: string }): Promise<Change[]> {
  if (!(await isOfficeChannelBound(ctx.deps))) return [];
  const owing = {
    to: channelOwner('office'),
    kind: 'announce.launch',
    show: { page: 'launch.record', params: { launch: of.launch } },
    subject: of.subject,
    rev: of.rev,
  };
  return [owe(ctx.deps.scope, ctx.at, owing)];
}
