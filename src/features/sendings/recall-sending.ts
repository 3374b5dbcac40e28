import { DateTime } from 'luxon';
import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { cancelSpread } from '../../delivery/spread/cancelled.ts';
import { oweRecall } from '../../delivery/spread/recall.ts';
import { nameOf } from '../../model/people/people.ts';
import { lineOf } from '../../model/sending/repeats.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { stamp } from '../../ports/commit.ts';
import { replace } from '../../ports/documents.ts';
import type { Change } from '../../ports/store.ts';
import { type PageRef, type Spread, spreadRecord } from '../../records/message.ts';
import { type Recall, recallId, recallRecord } from '../../records/recall.ts';
import type { Loaded } from '../../records/record.ts';
import type { StopSendingInput } from './cancel-sending.ts';
import { type Listed, sendingOf } from './listed.ts';
import { sendingRecall, sendingRecalled } from './refs.ts';
import { firstId, isInForce, requireStopper, sendingRef, staysSent, stoppingOf, throughLaunch } from './stopping.ts';

const recalledRef = (spread: string, page = '0'): PageRef => sendingRecalled.ref({ spread, page });

export const recalledInput = z.strictObject({ spread: z.string().max(300), page: z.string().max(10) });

/** How far a recall has come. */
export async function showRecalled(ctx: Ctx, input: z.infer<typeof recalledInput>): Promise<Answer> {
  requireStopper(ctx);
  return { show: recalledRef(input.spread, input.page) };
}

/**
 * Takes what was delivered back from the chats it reached, and stops what is still being sent. A launch is cancelled first: that tells those
 * who have read it. Confirmed first, with the figures.
 * @throws CodedError NOT_ALLOWED_STOP, SENDING_UNKNOWN; Refusal RECALL_LAUNCH_FIRST, STOP_STAYS, RECALL_NOTHING, ALREADY_DONE {by, at}
 */
export const recallSending =
  (listed: Listed) =>
  async (ctx: Ctx, input: StopSendingInput): Promise<Answer> => {
    requireStopper(ctx);
    const { spread } = await sendingOf(ctx, listed, input.spread);
    const { mayRecall, isOfLaunchInForce, recall } = await stoppingOf(ctx, spread);
    if (isOfLaunchInForce) throw await throughLaunch(ctx, 'RECALL_LAUNCH_FIRST', firstId(spread));
    if (staysSent(spread)) throw new Refusal('STOP_STAYS', { show: sendingRef(spread.id) });
    if (recall !== undefined) return asked(ctx, recall);
    if (!mayRecall) throw new Refusal('RECALL_NOTHING', { show: sendingRef(spread.id) });
    if (!input.confirm) return show(sendingRecall.ref({ spread: spread.id }));
    const changes: Change[] = [];
    for (const one of await lineOf(ctx, spread.id)) changes.push(...(await recalling(ctx, one)));
    ctx.commit({ command: 'sending.recall', subject: spread.id, changes });
    await ctx.settle();
    return { show: recalledRef(spread.id), remark: good('sendings.recalling') };
  };

async function recalling(ctx: Ctx, spread: Loaded<Spread>): Promise<Change[]> {
  const known = await ctx.get(recallRecord, recallId(spread.id));
  if (known !== undefined) return [];
  const stopped = isInForce(spread)
    ? cancelSpread(ctx.scope, ctx.at, spread)
    : [
        // Its progress is looked after again.
        replace(spreadRecord, spread, { ...spread.data, watchAt: stamp(ctx.at) }),
        oweRefresh(ctx.scope, ctx.at, spread.id, spread.rev + 1),
      ];
  return [...stopped, oweRecall(ctx.scope, ctx.at, { spread: spread.id, by: ctx.me.id })];
}

/** The same person's second click is as was asked; another is told who was quicker. */
async function asked(ctx: Ctx, { data }: Loaded<Recall>): Promise<Answer> {
  const back = recalledRef(data.spread);
  if (data.asked.by === ctx.me.id) return { show: back, remark: good('sendings.recalling') };
  const at = DateTime.fromISO(data.asked.at, { zone: ctx.plan.zone });
  throw new Refusal('ALREADY_DONE', { facts: { by: await nameOf(ctx, data.asked.by), at }, show: back });
}
