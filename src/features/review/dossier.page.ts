import type { Tone } from '../../../cards/kit/kit.ts';
import { criterionCard } from '../../../cards/review/criterion.ts';
import { dossierCard } from '../../../cards/review/dossier.ts';
import { mayOpine } from '../../domain/policy/review.ts';
import { isWithheld } from '../../model/dossier/as-read-by.ts';
import { dossierParts, evidenceOf, evidenceWords } from '../../model/dossier/parts.ts';
import { toldState } from '../../model/dossier/state-told.ts';
import { nameOf } from '../../model/people/people.ts';
import { roundName } from '../../model/round/round.ts';
import { definePage, type PageDef } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import type { Texts } from '../../ports/texts.ts';
import { reviewCriterion, reviewDossier } from './refs.ts';
import type { Reviewed } from './reviewed.ts';
import { detailOf, instantOf, momentOf, seenDossier } from './viewing.ts';

const evidencePerCard = 8;
const evidenceNameLength = 80;

const stateTones: Partial<Record<string, Tone>> = { submitted: 'accent', returned: 'warning', onHold: 'warning' };

function factsOf(texts: Texts, { nomination, plan }: Reviewed): { label: string; value: string }[] {
  const { level, submitted, late, opinionDueAt, state } = nomination.data;
  const { zone } = plan;
  const rows: readonly (readonly [string, string])[] = [
    ['level', plan.levels.find(({ id }) => id === level)?.name ?? level],
    ['sent', submitted === null ? '' : momentOf(submitted.at, zone)],
    ['late', late?.reason ?? ''],
    [
      'due',
      state === 'submitted' && opinionDueAt !== null ? texts.t('words.at', { at: instantOf(opinionDueAt, zone) }) : '',
    ],
  ];
  return rows
    .filter(([, value]) => value !== '')
    .map(([label, value]) => ({ label: texts.t(`words.review.fact.${label}`), value }));
}

/** The dossier for whoever may see it; the buttons only for the one whose opinion it waits for. */
const dossierPage = definePage({
  name: reviewDossier,
  subject: ({ nomination }) => nomination,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const seen = await seenDossier(turn, viewer, params.nomination);
    if (seen === undefined) return null;
    const { dossier, actor } = seen;
    const { nomination, plan, candidate, facts, withheld } = dossier;
    const { opinion } = nomination.data;
    const state = await toldState(turn, actor, nomination.data);
    const loose = evidenceOf(dossier, '');
    const view = {
      nomination: nomination.id,
      rev: String(nomination.rev),
      round: nomination.data.round,
      roundName: roundName(plan, dossier.round),
      name: candidate.name,
      detail: detailOf(candidate),
      chip: texts.t(`words.state.${state}`),
      tone: stateTones[state] ?? ('emphasis' as const),
      facts: factsOf(texts, dossier),
      hasOpinion: opinion !== null,
      opinionHeading: opinion === null ? '' : texts.t(`words.review.opinion.${opinion.kind}`),
      hasOpinionText: opinion !== null && opinion.by !== '',
      opinionText:
        opinion === null || opinion.by === ''
          ? ''
          : [
              texts.t('words.review.byAt', {
                by: await nameOf(turn, opinion.by),
                at: momentOf(opinion.at, plan.zone),
              }),
              opinion.reason,
            ]
              .filter((words) => words !== '')
              .join('\n'),
      parts: dossierParts(texts, dossier).map(
        ({ criterion, name, rating, tone, excerpt, hasExcerpt, evidenceCount }) => ({
          criterion,
          name,
          rating,
          tone,
          excerpt,
          hasExcerpt,
          evidenceCount,
        }),
      ),
      hasLoose: loose.length > 0 || withheld.evidence.has(''),
      looseCount: evidenceWords(texts, loose.length, withheld.evidence.has('')),
      isWithheld: isWithheld(dossier),
      mayOpine: mayOpine(actor, facts) && state === 'submitted',
      isReviewer: facts.reviewerId === actor.id,
    };
    return {
      card: dossierCard(texts, view, banner),
      summary: texts.t('summaries.review.dossier', { name: candidate.name }),
    };
  },
});

/** One criterion with its whole text and its evidence; an empty criterion is the evidence sent without saying what it proves. */
const criterionPage = definePage({
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
    const said = part?.hasReason ? part.reason : (part?.words ?? '');
    const view = {
      nomination: dossier.nomination.id,
      criterion: params.criterion,
      roundName: roundName(dossier.plan, dossier.round),
      name: dossier.candidate.name,
      title: part === undefined ? texts.t('words.review.looseEvidence') : `${part.criterion}. ${part.name}`,
      text: part?.text ?? '',
      hasRating: part !== undefined,
      rating: part?.rating ?? '',
      tone: part?.tone ?? ('emphasis' as const),
      hasSaid: said !== '',
      saysNothing: part !== undefined && said === '' && !withheld.answers.has(params.criterion),
      said,
      evidenceCount: part?.evidenceCount ?? evidenceWords(texts, evidence.length, withheld.evidence.has('')),
      evidence: shown.items.map(({ id, name }) => ({ id, name: cut(name) })),
      ...pagingView(shown),
    };
    return {
      card: criterionCard(texts, view, banner),
      summary: texts.t('summaries.review.dossier', { name: dossier.candidate.name }),
    };
  },
});

function cut(name: string): string {
  const letters = [...name];
  return letters.length <= evidenceNameLength ? name : `${letters.slice(0, evidenceNameLength - 1).join('')}…`;
}

export const dossierPages: readonly PageDef[] = [dossierPage, criterionPage];
