import { z } from 'zod';
import { oweRefresh, oweSpread } from '../../delivery/owe/owe.ts';
import { mayResend } from '../../domain/policy/sending.ts';
import { type ResendParams, resendCause, resendsOf } from '../../model/sending/repeats.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation } from '../../pipeline/inputs.ts';
import { type Spread, spreadId } from '../../records/message.ts';
import type { Loaded } from '../../records/record.ts';
import { type Listed, nowOf, requireReconciler, type Sending, sendingOf } from './listed.ts';
import { sendingResend, sendingShow } from './refs.ts';
import { countAgain, firstOf } from './sent-again.ts';

const chosen = z.enum(['true', 'false', '']).default('false');
export const resendSendingInput = z.strictObject({
  spread: z.string().max(300),
  /** Minted with the confirmation: a second click of it is the same resend. */
  formId: z.string().max(64).default(''),
  /** Also to those of whom nobody knows whether they have it. */
  ambiguous: chosen,
  /** Also to those to whom it was not to be sent after a restoration. */
  dropped: chosen,
  confirm: confirmation,
});
type Input = z.infer<typeof resendSendingInput>;

/**
 * Sends once more to those who did not get it: shows first how many of which kind, and with `confirm` begins. Always a repeat of the first
 * sending, also when asked for on the page of a repeat.
 * @throws CodedError NOT_ALLOWED_RECONCILE, SENDING_UNKNOWN; Refusal NOT_ALLOWED_RESEND, SENDING_CANCELLED, RESEND_RUNNING,
 * RESEND_OVER {why}, RESEND_NOBODY
 */
export const resendSending =
  (listed: Listed) =>
  async (ctx: Ctx, input: Input): Promise<Answer> => {
    const { at } = ctx;
    requireReconciler(ctx);
    const asked = await sendingOf(ctx, listed, input.spread);
    const page = sendingShow.ref({ spread: asked.spread.id, page: '0' });
    if (!mayResend(ctx.actor)) throw new Refusal('NOT_ALLOWED_RESEND', { show: page });
    const first = await firstOf(ctx, listed, asked);
    const before = await resendsOf(ctx, first.spread.id);
    const mine = before.find(({ data }) => input.formId !== '' && data.params.form === input.formId);
    if (mine !== undefined) return resent(mine.id);
    await requireSettled(ctx, { first, before, page });
    if (!input.confirm || input.formId === '')
      return show(sendingResend.ref({ spread: first.spread.id, formId: input.formId }));

    const n = before.length + 2;
    const figures = await countAgain(ctx, first, { n, at });
    const alsoTo = (['ambiguous', 'dropped'] as const).filter((doubtful) => input[doubtful] === 'true');
    const outcomes = ['unreachable', 'refused', ...alsoTo] as const;
    if (outcomes.every((again) => figures[again] === 0)) {
      const form = sendingResend.ref({ spread: first.spread.id, formId: input.formId });
      throw new Refusal('RESEND_NOBODY', {
        show: form,
        typed: { ambiguous: input.ambiguous, dropped: input.dropped },
      });
    }
    const cause = resendCause(first.spread.id, n);
    const params: ResendParams = {
      of: first.spread.id,
      n: String(n),
      outcomes: outcomes.join(' '),
      form: input.formId,
    };
    ctx.commit({
      command: 'sending.resend',
      subject: first.spread.id,
      facts: { outcomes: params.outcomes },
      changes: [
        oweSpread(ctx.scope, at, {
          cause,
          kind: 'resend',
          audience: first.spread.data.audience,
          params: { ...params },
          startedBy: ctx.me.id,
        }),
        oweRefresh(ctx.scope, at, first.spread.id, cause),
      ],
    });
    return resent(spreadId(cause));
  };

const resent = (spread: string): Answer => show(sendingShow.ref({ spread, page: '0' }), good('sendings.resent'));

/** Only when the last sending is through is it known who needs it again; and only what is still worth reading is sent. */
async function requireSettled(
  ctx: Ctx,
  of: { first: Sending; before: readonly Loaded<Spread>[]; page: { page: string; params: Record<string, string> } },
): Promise<void> {
  const { first, before, page } = of;
  if (first.spread.data.state === 'cancelled') throw new Refusal('SENDING_CANCELLED', { show: page });
  if ([first.spread, ...before].some(({ data }) => data.state === 'running'))
    throw new Refusal('RESEND_RUNNING', { show: page });
  const over = await first.def.sending.over(ctx, nowOf(first, ctx.at));
  if (over === undefined) return;
  const why = ctx.texts(ctx.me.data.locale).t(`words.sendings.over.${over}`);
  throw new Refusal('RESEND_OVER', { facts: { why }, show: page });
}
