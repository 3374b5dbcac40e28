import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { registrationOf } from '../../domain/calendar/call.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { stamp } from '../../ports/commit.ts';
import { put } from '../../ports/documents.ts';
import { answerId, answerRecord } from '../../records/call.ts';
import { invitesOf, loadCall } from './load-call.ts';
import { ownPageOf } from './own-card.ts';

export const answerCallInput = z.strictObject({ call: z.string(), answer: z.enum(['yes', 'maybe', 'no']) });

/** Anyone of the unit who sees the call may answer it and change the answer until registration ends. */
export async function answerCall(ctx: Ctx, input: z.infer<typeof answerCallInput>): Promise<Answer> {
  const { me } = ctx;
  const call = await loadCall(ctx, input.call);
  const back = ownPageOf(ctx, call.id);
  const registration = registrationOf(call.data, ctx.at);
  // Closed early and over are two things: nobody is told that a time has passed which has not.
  if (registration === 'closed') throw new Refusal('CALL_CLOSED', { show: back });
  if (registration === 'over')
    throw new Refusal('CALL_OVER', { facts: { until: formatIsoDate(call.data.answerBy) }, show: back });
  const id = answerId(call.id, me.id);
  const given = await ctx.get(answerRecord, id);
  if (given?.data.answer !== input.answer) {
    const rev = (given?.rev ?? 0) + 1;
    ctx.commit({
      command: 'call.answer',
      subject: call.id,
      facts: { answer: input.answer },
      changes: [
        put(answerRecord, { ...ctx.scope, id }, given, {
          call: call.id,
          person: me.id,
          answer: input.answer,
          at: stamp(ctx.at),
        }),
        oweRefresh(ctx.scope, ctx.at, call.id, `${me.id}-${rev}`),
        oweRefresh(ctx.scope, ctx.at, invitesOf(call.id), `${me.id}-${rev}`, me.id),
      ],
    });
  }
  return show(back, good('calls.answered'));
}
