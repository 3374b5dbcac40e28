import { DateTime } from 'luxon';
import { z } from 'zod';
import { cancelSpread } from '../../delivery/spread/cancelled.ts';
import { lineOf } from '../../model/sending/repeats.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation } from '../../pipeline/inputs.ts';
import { type Listed, sendingOf } from './listed.ts';
import { sendingCancel } from './refs.ts';
import { isInForce, requireStopper, sendingRef, staysSent, stoppingOf, throughLaunch } from './stopping.ts';

export const stopSendingInput = z.strictObject({ spread: z.string().max(300), confirm: confirmation });
export type StopSendingInput = z.infer<typeof stopSendingInput>;

/**
 * Stops what is still being sent: who has not got it yet gets it no more, also when they connect later. Who has it keeps it. Confirmed first.
 * @throws CodedError NOT_ALLOWED_STOP, SENDING_UNKNOWN; Refusal STOP_IS_LAUNCH, STOP_STAYS, STOP_NOTHING_LEFT
 */
export const cancelSending =
  (listed: Listed) =>
  async (ctx: Ctx, input: StopSendingInput): Promise<Answer> => {
    const { at } = ctx;
    requireStopper(ctx);
    const { spread } = await sendingOf(ctx, listed, input.spread);
    const back = sendingRef(spread.id);
    const { line, mayCancel, isLaunchInForce } = await stoppingOf(ctx, spread);
    if (isLaunchInForce) throw await throughLaunch(ctx, 'STOP_IS_LAUNCH', spread.id);
    if (staysSent(spread)) throw new Refusal('STOP_STAYS', { show: back });
    if (!line.some(isInForce)) return { show: back, remark: before(ctx, spread.data.endedAt) };
    if (!mayCancel) throw new Refusal('STOP_NOTHING_LEFT', { show: back });
    if (!input.confirm) return show(sendingCancel.ref({ spread: spread.id }));
    ctx.commit({
      command: 'sending.cancel',
      subject: spread.id,
      changes: (await lineOf(ctx, spread.id)).filter(isInForce).flatMap((one) => cancelSpread(ctx.scope, at, one)),
    });
    await ctx.settle();
    return { show: back, remark: good('sendings.cancelled') };
  };

/** A second click, whoever's: it is as was asked. */
const before = (ctx: Ctx, endedAt: string | null) => ({
  ...good('sendings.cancelledBefore', {
    at: endedAt === null ? ctx.at : DateTime.fromISO(endedAt, { zone: ctx.plan.zone }),
  }),
  tone: 'accent' as const,
});
