import { DateTime } from 'luxon';
import type { z } from 'zod';
import type { Tone } from '../../../cards/kit/kit.ts';
import { conflictCard } from '../../../cards/nomination/conflict.ts';
import { criterionCard } from '../../../cards/nomination/criterion.ts';
import { overviewCard } from '../../../cards/nomination/overview.ts';
import { answerState } from '../../domain/dossier/criteria.ts';
import type { Dossier } from '../../model/dossier/dossier.ts';
import { stepView } from '../../model/dossier/next-step.ts';
import { idsOf } from '../../model/dossier/own.ts';
import { paperWords } from '../../model/dossier/paper.ts';
import { nameOf } from '../../model/people/people.ts';
import { roundName } from '../../model/round/round.ts';
import { type Ask, type Composed, definePage, type PageDef, savesItself } from '../../pipeline/page.ts';
import type { Texts } from '../../ports/texts.ts';
import type { Assessment } from '../../records/assessment.ts';
import { nominationId } from '../../records/nomination.ts';
import { baseOf, maxReason, maxWords } from './answers.ts';
import { allowedRatings, criterionOf } from './criterion.ts';
import { noteOf } from './dossier-history.ts';
import { readCriterion, readDossier } from './read.page.ts';
import { assessConflict, assessCriterion, assessOverview, type criterionParams, type overviewParams } from './refs.ts';
import { deadlineText, evidenceCount, seenDossier, stateOf } from './seen-dossier.ts';

type Stored = Assessment['answers'][string];
type CriterionParams = z.infer<typeof criterionParams>;

/** The chip of one criterion: untouched, begun, finished, did not arise. */
function chipOf(texts: Texts, answer: Stored | undefined): { state: string; tone: Tone } {
  const state = answerState(answer);
  const shown =
    state === 'complete'
      ? answer?.rating === 'notArisen'
        ? (['notArisen', 'good'] as const)
        : (['done', 'good'] as const)
      : state === 'untouched'
        ? (['untouched', 'emphasis'] as const)
        : (['begun', 'warning'] as const);
  return { state: texts.t(`words.dossier.answer.${shown[0]}`), tone: shown[1] };
}

async function overview(ask: Ask<z.infer<typeof overviewParams>>): Promise<Composed | null> {
  const { texts, viewer, banner } = ask;
  const seen = await seenDossier(ask);
  if (seen === null) return null;
  if (!seen.isMine) return readDossier(ask, seen);
  const { dossier, writes, step, actor } = seen;
  const { candidate, criteria, missing } = dossier;
  const answers = dossier.assessment?.data.answers ?? {};
  const wish = dossier.assessment?.data.wish ?? 'undecided';
  const done = criteria.length - missing.length;
  const view = {
    ...idsOf(dossier),
    roundName: roundName(dossier.plan, dossier.round),
    name: candidate.name,
    department: candidate.kind === 'department' ? texts.t('words.dossier.collective') : candidate.departmentName,
    done,
    left: missing.length,
    total: criteria.length,
    paper: await paperWords(ask.turn, texts, dossier),
    deadline: deadlineText(texts, dossier, viewer.at),
    wish: texts.t(`words.dossier.wish.${wish}`),
    ...stateOf(texts, seen),
    rows: criteria.map(({ id, name }) => ({
      criterion: id,
      name,
      ...chipOf(texts, answers[id]),
      evidence: evidenceCount(texts, dossier, id),
    })),
    ...(await noteOf(ask, seen)),
    step: stepView(texts, dossier, { step, actor }),
    canDecline: writes && wish !== 'declines' && dossier.facts.state !== 'returned',
  };
  const summary = texts.t('summaries.nomination.overview', { done, total: criteria.length });
  return { card: overviewCard(texts, view, banner), summary };
}

/** What the inputs of one criterion hold: what was typed before a refusal, else what is stored. */
function inputsOf(ask: Ask<CriterionParams>, dossier: Dossier, stored: Stored | undefined) {
  const { texts, typed, params } = ask;
  const ratings = allowedRatings(dossier.plan, criterionOf(dossier, params.criterion));
  return {
    rating: typed?.rating ?? stored?.rating ?? '',
    words: typed?.words ?? stored?.words ?? '',
    reason: typed?.reason ?? stored?.reason ?? '',
    ratings: ratings.map((value) => ({ title: texts.t(`words.rating.${value}`), value })),
    asksReason: ratings.includes('notArisen'),
    maxWords,
    maxReason,
  };
}

async function criterionPage(ask: Ask<CriterionParams>): Promise<Composed | null> {
  const { texts, params, typed, banner } = ask;
  const seen = await seenDossier(ask);
  if (seen === null) return null;
  const { dossier } = seen;
  const criterion = criterionOf(dossier, params.criterion);
  if (!seen.writes) return readCriterion(ask, dossier);
  const stored = dossier.assessment?.data.answers[criterion.id];
  const place = dossier.criteria.indexOf(criterion) + 1;
  const total = dossier.criteria.length;
  const view = {
    ...idsOf(dossier),
    criterion: criterion.id,
    place: texts.t('words.dossier.criterionPlace', { criterion: criterion.id, place, total }),
    who: dossier.candidate.name,
    name: criterion.name,
    text: criterion.text,
    ...inputsOf(ask, dossier, stored),
    // After a refusal the form still stands on the answer it was opened with, so that a later change is noticed.
    base: typed?.base ?? baseOf(stored),
    evidence: evidenceCount(texts, dossier, criterion.id),
    ...(await noteOf(ask, seen)),
    ...chipOf(texts, stored),
    hasNext: place < total,
    isLast: place === total,
  };
  return { card: criterionCard(texts, view, banner), summary: `${criterion.id}. ${criterion.name}` };
}

async function conflict(ask: Ask<CriterionParams>): Promise<Composed | null> {
  const { turn, texts, params, banner } = ask;
  const seen = await seenDossier(ask);
  if (seen === null) return null;
  const { dossier } = seen;
  const criterion = criterionOf(dossier, params.criterion);
  const stored = dossier.assessment?.data.answers[criterion.id];
  if (!seen.writes || stored === undefined) return criterionPage(ask);
  const said = stored.rating === 'notArisen' ? stored.reason : stored.words;
  const view = {
    ...idsOf(dossier),
    criterion: criterion.id,
    name: criterion.name,
    stored: {
      rating: texts.t(`words.rating.${stored.rating ?? 'unrated'}`),
      text: said === '' ? texts.t('words.dossier.noWords') : said,
      by: texts.t('words.dossier.savedBy', {
        by: await nameOf(turn, stored.by),
        at: DateTime.fromISO(stored.at, { zone: dossier.plan.zone }),
      }),
    },
    ...inputsOf(ask, dossier, stored),
    base: baseOf(stored),
    ...(await noteOf(ask, seen)),
  };
  return { card: conflictCard(texts, view, banner), summary: `${criterion.id}. ${criterion.name}` };
}

export const assessPages: readonly PageDef[] = [
  definePage({
    name: assessOverview,
    subject: ({ round, candidate }) => (round === '' || candidate === '' ? '' : nominationId(round, candidate)),
    compose: overview,
  }),
  definePage({ name: assessCriterion, asksAbout: savesItself, compose: criterionPage }),
  definePage({ name: assessConflict, asksAbout: savesItself, compose: conflict }),
];
