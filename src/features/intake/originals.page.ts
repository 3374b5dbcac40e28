import { originalsCard } from '../../../cards/intake/originals.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { formatDate } from '../../domain/text/format.ts';
import { codeWords } from '../../model/dossier/number.ts';
import { roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { missingOriginals } from './missing-originals.ts';
import { intakeOriginals } from './refs.ts';

/** A round of 300 in two cards. */
const shownAtOnce = 150;

/** All dossiers whose signed original is not recorded, ticked: the office unticks what has not come in. */
export const originalsPage = definePage({
  name: intakeOriginals,
  compose: async ({ turn, viewer, texts, params, banner, typed }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || !isOffice(actor)) return null;
    const round = await roundOf(turn, params.round);
    const plan = await roundPlan(turn, round);
    const all = await missingOriginals(turn, actor, params.round);
    const shown = all.slice(0, shownAtOnce);
    const view = {
      round: params.round,
      roundName: roundName(plan, round),
      isEmpty: shown.length === 0,
      dossiers: shown.map(({ key, name, number, nomination }) => ({
        title: `${name} · ${codeWords(texts, number, nomination.data)}`,
        value: key,
      })),
      chosen: typed?.dossiers ?? shown.map(({ key }) => key).join(','),
      receivedOn: typed?.receivedOn ?? formatDate(viewer.at.setZone(plan.zone)),
      more: all.length > shown.length ? texts.t('words.originals.more', { shown: shown.length, all: all.length }) : '',
    };
    const summary = texts.t('summaries.intake.originals', { n: all.length });
    return { card: originalsCard(texts, view, banner), summary };
  },
});
