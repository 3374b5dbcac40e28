import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { type Answer, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { revision } from '../../pipeline/inputs.ts';
import { replace } from '../../ports/documents.ts';
import { sessionRecord } from '../../records/council.ts';
import { meetingInput, readMeeting, typedMeeting } from './meeting-details.ts';
import { openSession } from './open-session.ts';
import { remarkOn } from './record-session.ts';
import { councilAmendment, councilSession } from './refs.ts';

export const amendSessionInput = z.strictObject({
  session: z.string(),
  rev: revision,
  ...meetingInput,
});

/** Corrects when and where the council met and who was there; figures that no longer fit are asked for again. */
export async function amendSession(ctx: Ctx, input: z.infer<typeof amendSessionInput>): Promise<Answer> {
  const { session, round, plan } = await openSession(ctx, input.session, input.rev);
  const read = readMeeting({ input, members: session.data.members, round, plan, at: ctx.at });
  if ('code' in read) {
    const form = councilAmendment.ref({ session: session.id });
    throw new Refusal(read.code, { facts: read.facts, show: form, typed: typedMeeting(input) });
  }
  const amended = { ...session.data, ...read.details };
  ctx.commit({
    command: 'council.amend',
    subject: session.id,
    changes: [replace(sessionRecord, session, amended), oweRefresh(ctx.scope, ctx.at, session.id, session.rev + 1)],
  });
  return { ...show(councilSession.ref({ session: session.id })), remark: remarkOn(amended) };
}
