import { CodedError } from '../../domain/errors.ts';
import { type Answer, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { currentCalls } from './current-calls.ts';
import { callsCurrent, callsInvite } from './refs.ts';

/**
 * "Tham gia", "không tham gia" as a message: which call and which answer is for the person to choose, on the card of the call.
 * @throws CodedError CALL_ON_CARD in a channel, where everybody would read whose calls these are
 */
export async function joinCall(ctx: Ctx): Promise<Answer> {
  if (ctx.place.kind !== 'personal') throw new CodedError('CALL_ON_CARD');
  const [only, ...others] = await currentCalls(ctx, ctx.me, ctx.at);
  return show(
    only === undefined || others.length > 0
      ? callsCurrent.ref({})
      : callsInvite.ref({ call: only.call.id, person: ctx.me.id }),
  );
}
