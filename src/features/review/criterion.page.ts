import { criterionCard } from '../../../cards/review/criterion.ts';
import { dossierParts, evidenceOf, evidenceWords } from '../../model/dossier/parts.ts';
import { sentName } from '../../model/dossier/sent-names.ts';
import { roundName } from '../../model/round/round.ts';
import { definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import { reviewCriterion } from './refs.ts';
import { seenDossier } from './viewing.ts';

const evidencePerCard = 8;

/** One criterion with its whole text and its evidence; an empty criterion is the evidence sent without saying what it proves. */
export const criterionPage = definePage({
  name: reviewCriterion,
  subject: ({ nomination }) => nomination,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const seen = await seenDossier(turn, viewer, params.nomination);
    if (seen === undefined) return null;
    const { dossier } = seen;
    const { withheld } = dossier;
    const part = dossierParts(texts, dossier).find(({ criterion }) => criterion === params.criterion);
    if (part === undefined && params.criterion !== '') return null;
    const evidence = evidenceOf(dossier, params.criterion);
    const shown = slice(evidence, params.page, evidencePerCard);
    const name = await sentName(turn, dossier);
    const said = part?.hasReason ? part.reason : (part?.words ?? '');
    const view = {
      nomination: dossier.nomination.id,
      criterion: params.criterion,
      roundName: roundName(dossier.plan, dossier.round),
      name,
      title: part === undefined ? texts.t('words.review.looseEvidence') : `${part.criterion}. ${part.name}`,
      text: part?.text ?? '',
      hasRating: part !== undefined,
      rating: part?.rating ?? '',
      tone: part?.tone ?? ('emphasis' as const),
      hasSaid: said !== '',
      saysNothing: part !== undefined && said === '' && !withheld.answers.has(params.criterion),
      said,
      evidenceCount: part?.evidenceCount ?? evidenceWords(texts, evidence.length, withheld.evidence.has('')),
      evidence: shown.items,
      ...pagingView(shown),
    };
    return {
      card: criterionCard(texts, view, banner),
      summary: texts.t('summaries.review.dossier', { name }),
    };
  },
});
