import { z } from 'zod';
import { owe, oweRefresh } from '../../delivery/owe/owe.ts';
import { queueOf } from '../../model/dossier/redraw.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation } from '../../pipeline/inputs.ts';
import { put } from '../../ports/documents.ts';
import { delegationsId, delegationsRecord } from '../../records/delegation.ts';
import { requireAssigner } from './assign.ts';
import { known } from './known.ts';
import { delegationEnd, delegationEnded, delegationShow } from './refs.ts';

export const endAssignmentInput = z.strictObject({ assignment: z.string().max(60), confirm: confirmation });

/**
 * Ends an assignment at once, or takes one back that was to come: what waits goes to whoever holds the post. One that is over or was ended
 * meanwhile is shown to be.
 * @throws CodedError ASSIGN_ROLE
 */
export async function endAssignment(ctx: Ctx, input: z.infer<typeof endAssignmentInput>): Promise<Answer> {
  requireAssigner(ctx);
  const { loaded, assignments } = await known(ctx);
  const ended = assignments.find(({ id }) => id === input.assignment);
  const done = show(delegationShow.ref({}), good('delegation.ended'));
  if (ended === undefined) return done;
  if (!input.confirm) return show(delegationEnd.ref({ assignment: ended.id }));
  const { id, post, departmentId, of, to } = ended;
  const subject = `assignment:${id}`;
  const word = {
    kind: 'delegation.ended',
    show: delegationEnded.ref({ post, department: departmentId, of, to }),
    subject,
    rev: 2,
    urgent: true,
  };
  const concerned = [to, of].filter((person) => person !== '');
  ctx.commit({
    command: 'delegate.end',
    subject: to,
    facts: { post, departmentId, inPlaceOf: of },
    changes: [
      put(delegationsRecord, { ...ctx.scope, id: delegationsId }, loaded, {
        assignments: assignments.filter((other) => other !== ended),
      }),
      ...concerned
        .filter((person) => person !== ctx.me.id)
        .map((person) => owe(ctx.scope, ctx.at, { ...word, to: person })),
      ...concerned.map((person) => oweRefresh(ctx.scope, ctx.at, queueOf(person), `${subject}@2`)),
    ],
  });
  return done;
}
