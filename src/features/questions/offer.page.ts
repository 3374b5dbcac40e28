import { offerCard } from '../../../cards/questions/offer.ts';
import { isOffice } from '../../domain/policy/posts.ts';
import { webAddress } from '../../domain/text/web-address.ts';
import { choicesFor } from '../../model/dossier/criterion-choices.ts';
import { openedRounds } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { maxQuestion } from './ask-question.ts';
import { questionOffer } from './refs.ts';

/** A long message is more than a command that was not understood: it may be what a criterion asks for, or a question. */
export const offerPage = definePage({
  name: questionOffer,
  compose: async (ask) => {
    const { turn, texts, viewer, typed, banner } = ask;
    const actor = actorOf(viewer);
    if (actor === undefined) return null;
    const choices = (await openedRounds(turn)).length > 0 ? await choicesFor(ask) : [];
    const view = {
      text: typed?.text ?? '',
      criterion: typed?.criterion ?? '',
      choices,
      hasLink: choices.length > 0 && webAddress(typed?.text ?? '') !== undefined,
      asks: !isOffice(actor),
      max: maxQuestion,
    };
    return { card: offerCard(texts, view, banner), summary: texts.t('summaries.questions.offer') };
  },
});
