import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { CodedError } from '../../domain/errors.ts';
import { type Answer, good, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { revision } from '../../pipeline/inputs.ts';
import { replace } from '../../ports/documents.ts';
import { sessionRecord } from '../../records/council.ts';
import { nominationRecord } from '../../records/nomination.ts';
import { openSession } from './open-session.ts';
import { councilSession } from './refs.ts';

export const dropDossierInput = z.strictObject({
  session: z.string(),
  rev: revision,
  candidate: z.string(),
});

/** The meeting did not come to this dossier: it waits for another one, without figures. */
export async function dropDossier(ctx: Ctx, input: z.infer<typeof dropDossierInput>): Promise<Answer> {
  const { session, cases } = await openSession(ctx, input.session, input.rev);
  const one = cases.find((c) => c.nominee.id === input.candidate);
  if (one === undefined) throw new CodedError('BAD_CARD');
  const { nomination, name } = one.nominee;
  const considered = session.data.considered.filter((id) => id !== input.candidate);
  ctx.commit({
    command: 'council.drop',
    subject: session.id,
    facts: { candidate: input.candidate },
    changes: [
      replace(sessionRecord, session, { ...session.data, considered }),
      oweRefresh(ctx.scope, ctx.at, session.id, session.rev + 1),
      ...(one.finding === undefined
        ? []
        : [
            replace(nominationRecord, nomination, { ...nomination.data, council: null }),
            oweRefresh(ctx.scope, ctx.at, nomination.id, nomination.rev + 1),
          ]),
    ],
  });
  return show(councilSession.ref({ session: session.id }), good('council.dropped', { name }));
}
