import { opinionCard } from '../../../cards/review/opinion.ts';
import { returnedCard } from '../../../cards/review/returned.ts';
import { instantOf } from '../../domain/calendar/calendar.ts';
import { isOpenForWriting } from '../../domain/dossier/nomination.ts';
import { isOwn, mayWrite } from '../../domain/policy/dossier.ts';
import { upperFirst } from '../../domain/text/sentence.ts';
import { openUntil } from '../../model/dossier/dossier.ts';
import { codeOf } from '../../model/dossier/own.ts';
import { toldState } from '../../model/dossier/state-told.ts';
import { actedBy } from '../../model/people/acted-by.ts';
import { nameApart } from '../../model/people/names-apart.ts';
import { positionOf } from '../../model/people/people.ts';
import { roundName } from '../../model/round/round.ts';
import { definePage, type PageDef } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import type { Texts } from '../../ports/texts.ts';
import { reviewOpinion, reviewReturned } from './refs.ts';
import type { Reviewed } from './reviewed.ts';
import { detailOf, momentOf, opinionTones, seenDossier } from './viewing.ts';

async function givenBy(turn: Turn, texts: Texts, { nomination, plan }: Reviewed): Promise<string> {
  const { opinion, snapshot, opinionDueAt } = nomination.data;
  if (opinion === null) return '';
  const at = momentOf(texts, opinion.at, plan.zone);
  if (opinion.kind !== 'overdue') return texts.t('words.review.byAt', { by: await actedBy(turn, texts, opinion), at });
  const reviewer = snapshot?.reviewerId ?? null;
  if (reviewer === null) return texts.t('words.review.noReviewer');
  const due = opinionDueAt === null ? at : instantOf(opinionDueAt, plan.zone);
  return texts.t('words.review.notGiven', { by: await positionOf(turn, reviewer), at: due });
}

/** Tells the candidate of the opinion, or of its absence, and that the dossier goes on either way. */
export const opinionPage = definePage({
  name: reviewOpinion,
  subject: ({ nomination }) => nomination,
  compose: async ({ turn, viewer, texts, params: { nomination: id }, banner }) => {
    const seen = await seenDossier(turn, viewer, id);
    if (seen === undefined) return null;
    const { dossier, actor } = seen;
    const { nomination, candidate, plan } = dossier;
    const { opinion } = nomination.data;
    if (opinion === null) return null;
    const view = {
      nomination: nomination.id,
      round: nomination.data.round,
      candidate: candidate.id,
      roundName: roundName(plan, dossier.round),
      name: isOwn(actor, candidate) ? candidate.name : await nameApart(turn, candidate),
      detail: detailOf(texts, candidate),
      chip: texts.t(`words.review.opinion.${opinion.kind}`),
      tone: opinionTones[opinion.kind],
      given: await givenBy(turn, texts, dossier),
      hasReason: opinion.reason !== '',
      reason: opinion.reason,
      next: texts.t(`words.review.next.${opinion.kind}`),
      isCandidate: isOwn(actor, candidate),
    };
    return {
      card: opinionCard(texts, view, banner),
      summary: texts.t(`summaries.review.opinion.${opinion.kind}`),
    };
  },
});

/** Tells the candidate what to complete and until when, whoever sent the dossier back. */
const returnedPage = definePage({
  name: reviewReturned,
  subject: ({ nomination }) => nomination,
  compose: async ({ turn, viewer, texts, params: { nomination: id }, banner }) => {
    const seen = await seenDossier(turn, viewer, id);
    if (seen === undefined) return null;
    const { dossier, actor } = seen;
    const { nomination, candidate, plan } = dossier;
    const { returned, state, submitted } = nomination.data;
    if (returned === null) return null;
    const hasMoved = state !== 'returned';
    const until = hasMoved ? instantOf(returned.until, plan.zone) : openUntil(dossier);
    const view = {
      round: nomination.data.round,
      candidate: candidate.id,
      roundName: roundName(plan, dossier.round),
      code: codeOf(texts, dossier),
      reason: returned.reason,
      facts: [
        { label: texts.t('words.review.fact.returnedBy'), value: await actedBy(turn, texts, returned) },
        { label: texts.t('words.review.fact.returnedAt'), value: momentOf(texts, returned.at, plan.zone) },
        { label: texts.t('words.review.fact.until'), value: upperFirst(texts.t('words.review.until', { until })) },
      ],
      isOpen: isOpenForWriting(state) && mayWrite(actor, candidate),
      hasMoved,
      since:
        hasMoved && submitted !== null && submitted.at > returned.at
          ? texts.t('words.review.sentAgain', { at: momentOf(texts, submitted.at, plan.zone) })
          : texts.t(`words.state.${await toldState(turn, actor, nomination.data)}`),
    };
    return { card: returnedCard(texts, view, banner), summary: texts.t('summaries.review.returned', { until }) };
  },
});

export const toldPages: readonly PageDef[] = [opinionPage, returnedPage];
