import { z } from 'zod';
import { type Answer, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import type { PageRef } from '../../records/message.ts';
import { loadCall } from './load-call.ts';
import { callsChannel, callsInvite, callsOwn } from './refs.ts';

export const ownCardInput = z.strictObject({ call: z.string() });

/** The call with the reader's own answer, as their client asks for it in a channel: it reads, and writes nothing. */
export async function ownCard(ctx: Ctx, input: z.infer<typeof ownCardInput>): Promise<Answer> {
  const call = await loadCall(ctx, input.call);
  return show(ownPageOf(ctx, call.id));
}

/** What is posted in a channel everybody there may read: the counts, and not what this person chose. */
export function ownPageOf({ place, me }: Ctx, call: string): PageRef {
  if (place.kind === 'personal') return callsInvite.ref({ call, person: me.id });
  return (place.isPrivate ? callsOwn : callsChannel).ref({ call });
}
