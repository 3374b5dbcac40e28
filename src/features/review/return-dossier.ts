import { moved } from '../../domain/dossier/nomination.ts';
import { sentBackUntil } from '../../model/dossier/dossier.ts';
import { redraw } from '../../model/dossier/redraw.ts';
import { tellWriters } from '../../model/dossier/tell.ts';
import type { Answer } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { reasonFrom } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { replace } from '../../ports/documents.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import { awaitingOpinion, type InPlace } from './awaiting-opinion.ts';
import type { OpinionInput } from './give-opinion.ts';
import { onToNext } from './next-waiting.ts';
import { reviewForm, reviewReturned } from './refs.ts';
import type { Reviewed } from './reviewed.ts';

/** Sends the dossier back to be completed, with a reason and a supplement deadline of its own; it is no result of the review. */
export async function returnDossier(ctx: Ctx, input: OpinionInput): Promise<Answer> {
  const { dossier, isDone, inPlace } = await awaitingOpinion(
    ctx,
    input,
    ({ state, returned }) => state === 'returned' && returned?.by === ctx.me.id,
  );
  const form = reviewForm.ref({ nomination: input.nomination, ask: 'return' });
  if (!isDone) {
    if (!input.confirm) return { show: form };
    const reason = reasonFrom({ reason: input.reason }, { required: true, form });
    await write(ctx, dossier, { reason, ...inPlace });
  }
  return onToNext(ctx, dossier, 'return');
}

async function write(ctx: Ctx, dossier: Reviewed, why: { readonly reason: string } & InPlace): Promise<void> {
  const { nomination } = dossier;
  const until = sentBackUntil(dossier, ctx.at);
  const next: Nomination = {
    ...nomination.data,
    state: moved(nomination.data.state, 'return'),
    returned: { by: ctx.me.id, at: stamp(ctx.at), until: stamp(until), ...why },
  };
  ctx.commit({
    command: 'review.return',
    subject: nomination.id,
    facts: why.inPlaceOf === undefined ? {} : { inPlaceOf: why.inPlaceOf },
    changes: [
      replace(nominationRecord, nomination, next),
      ...(await tellWriters(ctx, nomination, {
        kind: 'nomination.returned',
        at: ctx.at,
        show: reviewReturned.ref({ nomination: nomination.id }),
      })),
      ...redraw(ctx.scope, { at: ctx.at, before: nomination, after: next, acts: ctx.me.id }),
    ],
  });
}
