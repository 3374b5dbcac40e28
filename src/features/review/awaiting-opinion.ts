import { CodedError } from '../../domain/errors.ts';
import { mayOpine } from '../../domain/policy/review.ts';
import { lastChange } from '../../model/dossier/last-change.ts';
import { opinersOf } from '../../model/dossier/opiners.ts';
import { Refusal } from '../../pipeline/answer.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { showsNow } from '../../pipeline/inputs.ts';
import type { Nomination } from '../../records/nomination.ts';
import { reviewDossier } from './refs.ts';
import { type Reviewed, reviewed } from './reviewed.ts';

export interface Click {
  readonly nomination: string;
  /** Revision of the dossier that the card showed. */
  readonly rev: string;
}

/** As the record and the trail keep it; nothing for whoever acts in their own post. */
export type InPlace = { readonly inPlaceOf?: string };

/**
 * The dossier, if it waits for this person's opinion and is still as the card showed it; `isDone` when exactly this was done by this
 * person already (a second click).
 * @throws CodedError NOT_REVIEWER; Refusal ALREADY_DONE, DOSSIER_CHANGED with the dossier as it stands
 */
export async function awaitingOpinion(
  ctx: Ctx,
  click: Click,
  wasDone: (nomination: Nomination) => boolean,
): Promise<{ dossier: Reviewed; isDone: boolean; inPlace: InPlace }> {
  const dossier = await reviewed(ctx, click.nomination);
  const { nomination } = dossier;
  if (!mayOpine(ctx.actor, dossier.facts)) throw new CodedError('NOT_REVIEWER');
  if (wasDone(nomination.data)) return { dossier, isDone: true, inPlace: {} };
  const current = reviewDossier.ref({ nomination: nomination.id });
  if (nomination.data.state !== 'submitted') {
    throw new Refusal('ALREADY_DONE', { facts: await lastChange(ctx, nomination.id), show: current });
  }
  if (!showsNow(click.rev, nomination)) throw new Refusal('DOSSIER_CHANGED', { show: current });
  const { acts, inPlaceOf } = await opinersOf(ctx, nomination.data);
  return { dossier, isDone: false, inPlace: inPlaceOf !== null && acts === ctx.me.id ? { inPlaceOf } : {} };
}
