import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { meetingBounds } from '../../model/council/chain.ts';
import { isTold } from '../../model/council/session.ts';
import { type Answer, good, refusalOf, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { revision } from '../../pipeline/inputs.ts';
import { replace } from '../../ports/documents.ts';
import { type CouncilSession, sessionRecord } from '../../records/council.ts';
import { meetingInput, readMeeting, typedMeeting } from './meeting-details.ts';
import { alreadyDone, shownSession } from './open-session.ts';
import { remarkOn } from './record-session.ts';
import { councilAmendment, councilSession } from './refs.ts';

export const amendSessionInput = z.strictObject({
  session: z.string(),
  rev: revision,
  ...meetingInput,
});

/**
 * Corrects when and where the council met and who was there; figures that no longer fit are asked for again. Once the results are fixed, who
 * was there stays, and the rest can be corrected until a result is told.
 */
export async function amendSession(ctx: Ctx, input: z.infer<typeof amendSessionInput>): Promise<Answer> {
  const board = await shownSession(ctx, input.session, input.rev);
  const { session, round, plan, cases, closing } = board;
  const isFixed = closing || session.data.state === 'closed';
  if (isFixed && (await isTold(ctx, board))) throw await alreadyDone(ctx, session.id);
  const { members, number } = session.data;
  const dossiers = cases.map(({ nominee }) => nominee.nomination);
  const bounds = await meetingBounds(ctx, { round, zone: plan.zone, at: ctx.at, dossiers, number });
  const present = isFixed ? session.data.present.join(',') : input.present;
  const read = readMeeting({ input: { ...input, present }, members, bounds });
  if ('problems' in read) {
    const form = councilAmendment.ref({ session: session.id });
    throw refusalOf(read.problems, { show: form, typed: typedMeeting(input) });
  }
  const amended: CouncilSession = { ...session.data, ...read.details };
  ctx.commit({
    command: 'council.amend',
    subject: session.id,
    changes: [replace(sessionRecord, session, amended), oweRefresh(ctx.scope, ctx.at, session.id, session.rev + 1)],
  });
  const remark = isFixed ? good('council.amended', { number }) : remarkOn(amended);
  return { ...show(councilSession.ref({ session: session.id })), remark };
}
