import { z } from 'zod';
import { moved } from '../../domain/dossier/nomination.ts';
import { redraw } from '../../model/dossier/redraw.ts';
import { tellCandidate } from '../../model/dossier/tell.ts';
import type { Answer } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { confirmation, reasonFrom, version } from '../../pipeline/inputs.ts';
import { stamp } from '../../ports/commit.ts';
import { replace } from '../../ports/documents.ts';
import { type Nomination, nominationRecord } from '../../records/nomination.ts';
import { askOffice } from './ask-office.ts';
import { awaitingOpinion } from './awaiting-opinion.ts';
import { onToNext } from './next-waiting.ts';
import { nominationRef, reviewForm, reviewOpinion } from './refs.ts';
import type { Reviewed } from './reviewed.ts';

export const opinionInput = z.strictObject({
  nomination: nominationRef,
  rev: version,
  reason: z.string().default(''),
  confirm: confirmation,
});
export type OpinionInput = z.infer<typeof opinionInput>;

/**
 * The reviewer's opinion, either way: not a veto, since the plan lets individuals send to the office, so both hand the dossier on.
 * Without a confirmation it opens the form for what the reviewer wants to write; the dossier's own card confirms an agreement without words.
 */
export async function giveOpinion(ctx: Ctx, input: OpinionInput, kind: 'agree' | 'disagree'): Promise<Answer> {
  const { dossier, isDone, inPlace } = await awaitingOpinion(
    ctx,
    input,
    ({ state, opinion }) => state === 'opined' && opinion?.by === ctx.me.id && opinion.kind === kind,
  );
  const form = reviewForm.ref({ nomination: input.nomination, ask: kind });
  if (!isDone) {
    if (!input.confirm) return { show: form };
    const reason = reasonFrom({ reason: input.reason }, { required: kind === 'disagree', form });
    await opine(ctx, dossier, { by: ctx.me.id, at: stamp(ctx.at), kind, reason, ...inPlace });
  }
  return onToNext(ctx, dossier, kind);
}

async function opine(ctx: Ctx, { nomination }: Reviewed, opinion: NonNullable<Nomination['opinion']>): Promise<void> {
  const next: Nomination = { ...nomination.data, state: moved(nomination.data.state, 'opine'), opinion };
  ctx.commit({
    command: `review.${opinion.kind}`,
    subject: nomination.id,
    facts: opinion.inPlaceOf === undefined ? {} : { inPlaceOf: opinion.inPlaceOf },
    changes: [
      replace(nominationRecord, nomination, next),
      await askOffice(ctx, nomination, { at: ctx.at, by: ctx.me.id }),
      ...(await tellCandidate(ctx, nomination, {
        kind: 'review.opinion',
        at: ctx.at,
        show: reviewOpinion.ref({ nomination: nomination.id }),
      })),
      ...redraw(ctx.scope, { at: ctx.at, before: nomination, after: next, acts: opinion.by }),
    ],
  });
}
