import { oweRefresh } from '../../delivery/owe/owe.ts';
import { leaveOf } from '../../domain/people/typed-leave.ts';
import { queueOf } from '../../model/dossier/redraw.ts';
import { personOf } from '../../model/people/people.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { dayOf } from '../../pipeline/day-of.ts';
import { replace } from '../../ports/documents.ts';
import { personRecord } from '../../records/person.ts';
import { leaveShow } from './refs.ts';

/** Back at work, or not away after all: at once, and what waits is this person's again. Whoever is not on leave is told so. */
export async function endLeave(ctx: Ctx): Promise<Answer> {
  const me = await personOf(ctx, ctx.me.id);
  if (leaveOf(me.data, dayOf(ctx)) === undefined) return show(leaveShow.ref({}));
  ctx.commit({
    command: 'leave.end',
    subject: me.id,
    changes: [
      replace(personRecord, me, { ...me.data, status: 'active', statusFrom: null, statusTo: null }),
      oweRefresh(ctx.scope, ctx.at, queueOf(me.id), `leave@${me.rev + 1}`),
    ],
  });
  return show(leaveShow.ref({}), good('leave.ended'));
}
