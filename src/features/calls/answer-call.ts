import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { takesAnswers } from '../../domain/calendar/call.ts';
import { CodedError } from '../../domain/errors.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { stamp } from '../../ports/commit.ts';
import { put } from '../../ports/documents.ts';
import { answerId, answerRecord, type Call } from '../../records/call.ts';
import { loadCall } from './load-call.ts';
import { callsChannel, callsInvite } from './refs.ts';

export const answerCallInput = z.strictObject({ call: z.string(), answer: z.enum(['yes', 'maybe', 'no']) });

/** Closed early and over are two things: nobody is told that a time has passed which has not. */
const overFor = ({ state, answerBy }: Call): CodedError =>
  state === 'closed' ? new CodedError('CALL_CLOSED') : new CodedError('CALL_OVER', { until: formatIsoDate(answerBy) });

/** Anyone of the unit who sees the call may answer it and change the answer until registration ends. */
export async function answerCall(ctx: Ctx, input: z.infer<typeof answerCallInput>): Promise<Answer> {
  const { me } = ctx;
  const call = await loadCall(ctx, input.call);
  if (!takesAnswers(call.data, ctx.at)) throw overFor(call.data);
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
        oweRefresh(ctx.scope, ctx.at, id, rev),
      ],
    });
  }
  // Everybody in a channel may read what is answered there: the counts, not what this person chose.
  return ctx.place.kind === 'channel'
    ? show(callsChannel.ref({ call: call.id }), good('calls.answered'))
    : show(callsInvite.ref({ call: call.id, person: me.id }), good('calls.answered'));
}
