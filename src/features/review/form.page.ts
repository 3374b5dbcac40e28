import { formCard } from '../../../cards/review/form.ts';
import { mayOpine } from '../../domain/policy/review.ts';
import { sentBackUntil } from '../../model/dossier/dossier.ts';
import { sentAs, sentName } from '../../model/dossier/sent-names.ts';
import { roundName } from '../../model/round/round.ts';
import { definePage } from '../../pipeline/page.ts';
import { reviewForm } from './refs.ts';
import { detailOf, seenDossier } from './viewing.ts';

/** What the reviewer writes with an opinion or a return; it says what will follow. */
export const formPage = definePage({
  name: reviewForm,
  compose: async ({ turn, viewer, texts, params, banner, typed }) => {
    const seen = await seenDossier(turn, viewer, params.nomination);
    if (seen === undefined) return null;
    const { dossier, actor } = seen;
    const { nomination, plan, candidate } = dossier;
    if (!mayOpine(actor, dossier.facts) || nomination.data.state !== 'submitted') return null;
    const key = `words.review.form.${params.ask}`;
    const until = sentBackUntil(dossier, viewer.at);
    const view = {
      nomination: nomination.id,
      rev: String(nomination.rev),
      verb: `review.${params.ask}`,
      roundName: roundName(plan, dossier.round),
      heading: texts.t(`${key}.heading`),
      name: await sentName(turn, dossier),
      detail: detailOf(texts, { ...sentAs(dossier), kind: candidate.kind }),
      explain: texts.t(`${key}.explain`, { until }),
      label: texts.t(`${key}.label`),
      button: texts.t(`${key}.button`),
      reason: typed?.reason ?? '',
    };
    return { card: formCard(texts, view, banner), summary: view.heading };
  },
});
