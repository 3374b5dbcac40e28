import { type Figures, figuresOf, owedTo } from '../../delivery/spread/figures.ts';
import { mayStopSending } from '../../domain/policy/sending.ts';
import { cancellable } from '../../model/round/cancellable.ts';
import { campaignOf } from '../../model/round/round.ts';
import { resendsOf } from '../../model/sending/repeats.ts';
import { Refusal } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay } from '../../pipeline/inputs.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { campaignId } from '../../records/campaign.ts';
import type { PageRef, Spread } from '../../records/message.ts';
import { type Recall, recallId, recallRecord } from '../../records/recall.ts';
import type { Loaded } from '../../records/record.ts';
import { launchProgress } from '../campaign/refs.ts';
import { sendingShow } from './refs.ts';

/** A sending with everything sent once more of it, to be stopped and taken back together. */
export interface Stopping {
  /** The sending itself first. */
  readonly line: readonly Loaded<Spread>[];
  /** Of all of them together. */
  readonly figures: Figures;
  readonly recall: Loaded<Recall> | undefined;
  /** A launch in force is stopped by cancelling the launch, which tells those who have it. */
  readonly isLaunchInForce: boolean;
  /** The same launch, sent once more to some: that may be stopped by itself, but not taken back. */
  readonly isOfLaunchInForce: boolean;
  readonly mayCancel: boolean;
  readonly mayRecall: boolean;
}

/** The word that something was taken back is neither stopped nor taken back: it would leave people with what no longer counts. */
export const staysSent = (spread: Loaded<Spread>): boolean => spread.data.kind === 'launchCancelled';

export async function stoppingOf(turn: Turn, spread: Loaded<Spread>): Promise<Stopping> {
  const line = [spread, ...(await resendsOf(turn, spread.id))];
  let figures = await figuresOf(turn.store, spread);
  for (const resend of line.slice(1)) figures = sum(figures, await figuresOf(turn.store, resend));
  const recall = await turn.get(recallRecord, recallId(spread.id));
  const launch = (await campaignOf(turn))?.data.spreadId;
  const isLaunchInForce = launch === spread.id;
  const isOfLaunchInForce = launch !== undefined && launch === firstId(spread);
  const stays = staysSent(spread);
  const { waiting, toCome, unreachable } = figures;
  return {
    line,
    figures,
    recall,
    isLaunchInForce,
    isOfLaunchInForce,
    mayCancel: !stays && !isLaunchInForce && line.some(isInForce) && waiting + toCome + unreachable > 0,
    mayRecall: !stays && !isOfLaunchInForce && recall === undefined && figures.delivered + figures.answered > 0,
  };
}

/** Of a sending, or of the one that it repeats. */
export const firstId = ({ id, data }: Loaded<Spread>): string => (data.kind === 'resend' ? (data.params.of ?? id) : id);

export const isInForce = ({ data }: Loaded<Spread>): boolean => data.state !== 'cancelled';

const sum = (a: Figures, b: Figures): Figures =>
  Object.fromEntries(Object.entries(a).map(([name, n]) => [name, n + b[name as keyof Figures]])) as unknown as Figures;

/** @throws CodedError NOT_ALLOWED_STOP */
export function requireStopper(ctx: Ctx): void {
  requireMay(ctx, mayStopSending, 'NOT_ALLOWED_STOP');
}

export const sendingRef = (spread: string): PageRef => sendingShow.ref({ spread, page: '0' });
/** A launch in force is stopped by cancelling it: with why that can no longer be done, where it cannot. */
export async function throughLaunch(
  ctx: Ctx,
  code: 'STOP_IS_LAUNCH' | 'RECALL_LAUNCH_FIRST',
  launch: string,
): Promise<Refusal> {
  const campaign = await campaignOf(ctx);
  return new Refusal(code, {
    facts: campaign === undefined ? {} : { ...(await cancellable(ctx, campaign.data, ctx.at)) },
    show: launchProgress.ref({ campaign: campaignId(ctx.plan.id), launch, page: '0' }),
  });
}

export const everyone = (figures: Figures): number => owedTo(figures) + figures.toCome;
