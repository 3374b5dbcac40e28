import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { registrationOf } from '../../domain/calendar/call.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation } from '../../pipeline/inputs.ts';
import { replace } from '../../ports/documents.ts';
import { callRecord } from '../../records/call.ts';
import { invitesOf, loadOwnCall } from './load-call.ts';
import { callsClose, callsShow } from './refs.ts';

export const closeCallInput = z.strictObject({ call: z.string(), confirm: confirmation });

export async function closeCall(ctx: Ctx, input: z.infer<typeof closeCallInput>): Promise<Answer> {
  const { actor } = ctx;
  const call = await loadOwnCall(ctx, actor, input.call);
  const registration = registrationOf(call.data, ctx.at);
  if (registration === 'closed') return show(callsShow.ref({ call: call.id }), good('calls.closed'));
  // Over by itself: there is nothing to close, and the card says why no answers are taken.
  if (registration === 'over') return show(callsShow.ref({ call: call.id }));
  if (!input.confirm) return show(callsClose.ref({ call: call.id }));
  ctx.commit({
    command: 'call.close',
    subject: call.id,
    changes: [
      replace(callRecord, call, { ...call.data, state: 'closed' }),
      oweRefresh(ctx.scope, ctx.at, call.id, call.rev + 1),
      oweRefresh(ctx.scope, ctx.at, invitesOf(call.id), call.rev + 1),
    ],
  });
  return show(callsShow.ref({ call: call.id }), good('calls.closed'));
}
