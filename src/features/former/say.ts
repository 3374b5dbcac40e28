import { z } from 'zod';
import { oweRefresh } from '../../delivery/owe/owe.ts';
import { CodedError } from '../../domain/errors.ts';
import { formerForm } from '../../model/dossier/refs.ts';
import { type Answer, good, Refusal, show } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { reasonFrom, revision, showsNow } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { replace } from '../../ports/documents.ts';
import { formerOpinionRecord } from '../../records/former-opinion.ts';
import { askedOf } from './former-dossier.ts';

export const sayInput = z.strictObject({
  former: z.string(),
  rev: revision,
  reason: z.string().default(''),
});

/**
 * What whoever leads the department left says of the candidate's time there. It stands beside the opinion of the head now, and stops nothing; until
 * the council has the dossier before it, it can be written anew.
 * @throws CodedError FORMER_NOT_YOURS; Refusal WRONG_STATE, ALREADY_DONE, REASON_MISSING, REASON_TOO_LONG back to the form
 */
export async function say(ctx: Ctx, input: z.infer<typeof sayInput>): Promise<Answer> {
  const asked = await askedOf(ctx, input.former, ctx.me.id);
  if (asked === undefined) throw new CodedError('FORMER_NOT_YOURS');
  const { former, dossier, leaders, isOpen } = asked;
  const form = formerForm.ref({ former: former.id });
  const { opinion } = former.data;
  const words = reasonFrom({ reason: input.reason }, { required: true, form });
  if (opinion?.by === ctx.me.id && opinion.words === words) return show(form, good('former.said'));
  if (!isOpen) throw new Refusal('WRONG_STATE', { show: form, typed: { reason: words } });
  if (!showsNow(input.rev, former))
    throw new Refusal('ALREADY_DONE', {
      facts: opinion === null ? {} : { by: opinion.by, at: opinion.at },
      show: form,
      typed: { reason: words },
    });
  const inPlace = leaders.inPlaceOf !== null && leaders.acts === ctx.me.id ? { inPlaceOf: leaders.inPlaceOf } : {};
  ctx.commit({
    command: 'former.say',
    subject: former.id,
    facts: inPlace,
    changes: [
      replace(formerOpinionRecord, former, {
        ...former.data,
        opinion: { by: ctx.me.id, at: stamp(ctx.at), words, ...inPlace },
      }),
      oweRefresh(ctx.scope, ctx.at, former.id, former.rev + 1),
      oweRefresh(ctx.scope, ctx.at, dossier.id, `former@${former.rev + 1}`),
    ],
  });
  return show(form, good('former.said'));
}
