import { DateTime } from 'luxon';
import { z } from 'zod';
import { owe, oweSpread } from '../../delivery/owe/owe.ts';
import { CodedError } from '../../domain/errors.ts';
import { type LaunchTerms, launchTerms, planNumber } from '../../domain/plan/launch.ts';
import { type PlannedRound, roundOfThisYear } from '../../domain/plan/rounds.ts';
import { mayLaunch, mayOpenRound } from '../../domain/policy/campaign.ts';
import { lowerFirst } from '../../domain/text/sentence.ts';
import { nameOf } from '../../model/people/people.ts';
import { oweOpening } from '../../model/round/opening.ts';
import { launchPrepare } from '../../model/round/refs.ts';
import { type Answer, good, Refusal, type Remark, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation, refusedBackTo, requireMay } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { put } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type Campaign, campaignId, campaignRecord } from '../../records/campaign.ts';
import { spreadId } from '../../records/message.ts';
import type { Loaded } from '../../records/record.ts';
import { roundId, roundRecord } from '../../records/round.ts';
import { progressRef } from './launch-progress.page.ts';
import { recordsTo } from './records-to.ts';
import { launchConfirm, launchRecord } from './refs.ts';
import { roundOpening } from './round-opening.ts';
import { openAtLaunch } from './told-rounds.ts';

export const launchCampaignInput = z.strictObject({
  formId: z.string().regex(/^[0-9A-Za-z]{1,40}$/),
  number: z.string().max(200).default(''),
  issuedOn: z.string().max(200).default(''),
  /** The round that opens along with it; empty = none does. */
  round: z.string().max(40).default(''),
  confirm: confirmation,
});
type Input = z.infer<typeof launchCampaignInput>;

const prepare = launchPrepare.ref({});

/**
 * Launches the campaign to everyone: checks the terms and shows what will go out; with `confirm`, records it and owes the messages.
 * One campaign at a time; a launch that was cancelled may be followed by another. A round may open with it: the one message then speaks of
 * both.
 */
export async function launchCampaign(ctx: Ctx, input: Input): Promise<Answer> {
  requireMay(ctx, mayLaunch, 'NOT_ALLOWED_LAUNCH');
  const id = campaignId(ctx.plan.id);
  const known = await ctx.get(campaignRecord, id);
  const cause = `launch:${ctx.plan.id}:${input.formId}`;
  if (known?.data.cancelled === null) return alreadyLaunched(ctx, known, spreadId(cause));
  if (known?.data.spreadId === spreadId(cause)) throw new Refusal('LAUNCH_CANCELLED', { show: prepare });
  const terms = await termsOf(ctx, input);
  const planned = await openedAlong(ctx, input, terms);
  if (!input.confirm) return show(launchConfirm.ref({ ...terms, formId: input.formId, round: input.round }));

  const campaign: Campaign = {
    planId: ctx.plan.id,
    ...terms,
    launched: { by: ctx.me.id, at: stamp(ctx.at) },
    spreadId: spreadId(cause),
    cancelled: null,
    round: planned?.id ?? null,
  };
  const rev = (known?.rev ?? 0) + 1;
  ctx.commit({
    command: 'announce.launch',
    subject: id,
    facts: { number: terms.number, issuedOn: terms.issuedOn },
    changes: [
      put(campaignRecord, { ...ctx.scope, id }, known, campaign),
      oweSpread(ctx.scope, ctx.at, {
        cause,
        kind: 'launch',
        audience: { kind: 'everyone' },
        params: { rev: String(rev), launch: campaign.spreadId },
        startedBy: ctx.me.id,
      }),
      await oweOpening(ctx, ctx.at),
      ...(await recordOwed(ctx, { subject: id, rev, launch: campaign.spreadId })),
    ],
  });
  if (planned !== undefined) {
    ctx.commit({
      command: 'round.open',
      subject: roundId(planned.id),
      facts: { planVersion: ctx.planVersion },
      changes: await roundOpening(ctx, planned),
    });
  }
  return { show: progressRef(ctx, campaign.spreadId), remark: await launchedRemark(ctx, campaign) };
}

/** @throws Refusal NOT_ALLOWED_OPEN, NO_SUCH_ROUND, ROUND_OVER, ROUND_OTHER_YEAR, ROUND_OPEN_ALREADY {name} back to the launch alone */
async function openedAlong(ctx: Ctx, { round, formId }: Input, terms: LaunchTerms): Promise<PlannedRound | undefined> {
  if (round === '') return undefined;
  requireMay(ctx, mayOpenRound, 'NOT_ALLOWED_OPEN');
  return refusedBackTo({ show: launchConfirm.ref({ ...terms, formId, round: '' }) }, async () => {
    const planned = roundOfThisYear(ctx.plan, round, ctx.at);
    if ((await ctx.get(roundRecord, roundId(round))) !== undefined)
      throw new CodedError('ROUND_OPEN_ALREADY', { name: planned.name });
    // Opening late takes a reason and a day of its own.
    if (ctx.at > planned.deadline) throw new CodedError('ROUND_OVER', { name: planned.name, at: planned.deadline });
    return planned;
  });
}

async function launchedRemark(ctx: Ctx, campaign: Campaign): Promise<Remark> {
  const [along] = await openAtLaunch(ctx, campaign);
  const facts = { number: planNumber(ctx.plan, campaign.number), round: lowerFirst(along?.name ?? '') };
  return good(`campaign.${along === undefined ? 'launched' : 'launchedOpen'}`, facts);
}

/** A second click of the same form is what was asked; another launch is refused with who and when. */
async function alreadyLaunched(ctx: Ctx, campaign: Loaded<Campaign>, mine: string): Promise<Answer> {
  const { data } = campaign;
  const number = planNumber(ctx.plan, data.number);
  const show = progressRef(ctx, data.spreadId);
  if (data.spreadId === mine) return { show, remark: await launchedRemark(ctx, data) };
  const at = DateTime.fromISO(data.launched.at, { zone: ctx.plan.zone });
  const facts = { by: await nameOf(ctx, data.launched.by), at, number };
  throw new Refusal('ALREADY_LAUNCHED', { facts, show });
}

/** @throws Refusal with what was typed */
const termsOf = (ctx: Ctx, { number, issuedOn }: Input): Promise<LaunchTerms> =>
  refusedBackTo({ show: prepare, typed: { number, issuedOn } }, () =>
    launchTerms({ number, issuedOn }, ctx.plan, ctx.at),
  );

async function recordOwed(ctx: Ctx, of: { subject: string; rev: number; launch: string }): Promise<Change[]> {
  const to = await recordsTo(ctx);
  if (to === undefined) return [];
  const owing = {
    to,
    kind: 'announce.launch',
    show: launchRecord.ref({ launch: of.launch }),
    subject: of.subject,
    rev: of.rev,
  };
  return [owe(ctx.scope, ctx.at, owing)];
}
