import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation } from '../../pipeline/inputs.ts';
import { replace } from '../../ports/documents.ts';
import { callRecord } from '../../records/call.ts';
import { loadOwnCall } from './load-call.ts';
import { callsClose, callsShow } from './refs.ts';

export const closeCallInput = z.strictObject({ call: z.string(), confirm: confirmation });

export async function closeCall(ctx: Ctx, input: z.infer<typeof closeCallInput>): Promise<Answer> {
  const { actor } = ctx;
  const call = await loadOwnCall(ctx, actor, input.call);
  if (call.data.state === 'closed') return show(callsShow.ref({ call: call.id }), good('calls.closed'));
  if (!input.confirm) return show(callsClose.ref({ call: call.id }));
  ctx.commit({
    command: 'call.close',
    subject: call.id,
    changes: [
      replace(callRecord, call, { ...call.data, state: 'closed' }),
      oweRefresh(ctx.scope, ctx.at, call.id, call.rev + 1),
    ],
  });
  return show(callsShow.ref({ call: call.id }), good('calls.closed'));
}
