import { DateTime } from 'luxon';
import type { SheetRow } from '../../../cards/nomination/sheet.ts';
import { sheetCard } from '../../../cards/nomination/sheet.ts';
import type { Criterion } from '../../domain/plan/plan.ts';
import type { Dossier } from '../../model/dossier/dossier.ts';
import { stepView } from '../../model/dossier/next-step.ts';
import { idsOf, type Whose } from '../../model/dossier/own.ts';
import { paperWords } from '../../model/dossier/paper.ts';
import { nameOf } from '../../model/people/people.ts';
import { roundName } from '../../model/round/round.ts';
import { type Ask, type Composed, definePage, savesItself } from '../../pipeline/page.ts';
import { baseOf, isCurrent, maxReason, maxWords } from './answers.ts';
import { allowedRatings } from './criterion.ts';
import { noteOf } from './dossier-history.ts';
import { levelOf } from './level.ts';
import { assessSheet } from './refs.ts';
import { deadlineText, evidenceCount, nameFor, seenDossier } from './seen-dossier.ts';

/** Of what was saved elsewhere, enough to know it by: the whole of it stands on the overview. */
const elsewhereLength = 600;

async function sheet(ask: Ask<Whose>): Promise<Composed | null> {
  const { texts, viewer, typed, banner } = ask;
  const seen = await seenDossier(ask);
  if (seen === null || !seen.writes) return null;
  const { dossier, actor } = seen;
  const { candidate, plan } = dossier;
  const declines = dossier.assessment?.data.wish === 'declines';
  const view = {
    ...idsOf(dossier),
    roundName: roundName(plan, dossier.round),
    name: await nameFor(ask.turn, seen),
    department: candidate.kind === 'department' ? texts.t('words.dossier.collective') : candidate.departmentName,
    ...(await noteOf(ask, seen)),
    step: stepView(texts, dossier, { step: seen.step, actor }),
    paper: await paperWords(ask.turn, texts, dossier),
    deadline: deadlineText(texts, dossier, viewer.at),
    rows: await Promise.all(dossier.criteria.map((criterion) => row(ask, dossier, criterion))),
    level: typed?.level || levelOf(dossier),
    levels: plan.levels.map(({ id, name, award }) => ({ title: `${name} (${award})`, value: id })),
    asks: !declines,
    isReturned: dossier.facts.state === 'returned',
    maxWords,
    maxReason,
  };
  return { card: sheetCard(texts, view, banner), summary: texts.t('summaries.nomination.sheet') };
}

/** What was typed before a refusal, else what is stored; both, when they were written apart. */
async function row({ turn, texts, typed }: Ask<Whose>, dossier: Dossier, criterion: Criterion): Promise<SheetRow> {
  const { id, name, text } = criterion;
  const stored = dossier.assessment?.data.answers[id];
  const ratings = allowedRatings(dossier.plan, criterion);
  const isOutdated = stored !== undefined && typed !== undefined && !isCurrent(typed[`base-${id}`] ?? '', stored);
  return {
    criterion: id,
    name,
    text,
    // Whoever saw what was saved elsewhere replaces it knowingly.
    base: isOutdated ? baseOf(stored) : (typed?.[`base-${id}`] ?? baseOf(stored)),
    rating: typed?.[`rating-${id}`] ?? stored?.rating ?? '',
    ratings: ratings.map((value) => ({ title: texts.t(`words.rating.${value}`), value })),
    words: typed?.[`words-${id}`] ?? stored?.words ?? '',
    reason: typed?.[`reason-${id}`] ?? stored?.reason ?? '',
    asksReason: ratings.includes('notArisen'),
    evidence: evidenceCount(texts, dossier, id),
    elsewhere: isOutdated
      ? {
          rating: texts.t(`words.rating.${stored.rating ?? 'unrated'}`),
          text: [...(stored.rating === 'notArisen' ? stored.reason : stored.words)].slice(0, elsewhereLength).join(''),
          by: texts.t('words.dossier.savedBy', {
            by: await nameOf(turn, stored.by),
            at: DateTime.fromISO(stored.at, { zone: dossier.plan.zone }),
          }),
        }
      : null,
  };
}

export const sheetPage = definePage({ name: assessSheet, asksAbout: savesItself, compose: sheet });
