import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { leaveOf } from '../../domain/people/typed-leave.ts';
import { queueOf } from '../../model/dossier/redraw.ts';
import { nameOf } from '../../model/people/people.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import { replace } from '../../ports/documents.ts';
import { personRecord } from '../../records/person.ts';
import { onLeave } from './on-leave.ts';
import { leaveShow, typedLeave } from './refs.ts';

export const endLeaveInput = z.strictObject({ person: typedLeave.person });

/**
 * Back at work, or not away after all: at once, and what waits is this person's again. Whoever is not on leave is told so.
 * @throws CodedError OFFICE_ONLY; Refusal PERSON_LEFT
 */
export async function endLeave(ctx: Ctx, { person }: z.infer<typeof endLeaveInput>): Promise<Answer> {
  const who = await onLeave(ctx, person);
  const page = leaveShow.ref({ person });
  if (leaveOf(who.data, dayOf(ctx)) === undefined) return show(page);
  ctx.commit({
    command: 'leave.end',
    subject: who.id,
    changes: [
      replace(personRecord, who, { ...who.data, status: 'active', statusFrom: null, statusTo: null }),
      oweRefresh(ctx.scope, ctx.at, queueOf(who.id), `leave@${who.rev + 1}`),
    ],
  });
  return show(
    page,
    who.id === ctx.me.id ? good('leave.ended') : good('leave.endedOf', { who: await nameOf(ctx, who.id) }),
  );
}
