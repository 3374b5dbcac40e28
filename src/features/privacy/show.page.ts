import { showCard } from '../../../cards/privacy/show.ts';
import { mayAskAbout } from '../../domain/policy/privacy.ts';
import { nameApart } from '../../model/people/names-apart.ts';
import { isHere } from '../../model/people/people.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { erasureId, erasureRecord } from '../../records/erasure.ts';
import { countHoldings, holdings } from './holdings.ts';
import { periodWords } from './period.ts';
import { privacyShow } from './refs.ts';
import { whoseOf } from './whose.ts';

/** What is kept of one person, why, who reads it and for how long: for that person and for the office. Counts alone, nothing of what was written. */
export const showPage = definePage({
  name: privacyShow,
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const actor = actorOf(viewer);
    const asked = params.person === '' ? viewer.owner : params.person;
    if (actor === undefined || !mayAskAbout(actor, asked)) return null;
    const whose = await whoseOf(turn, asked);
    const { id, data } = whose.person;
    const isOwn = id === actor.id;
    const counts = await countHoldings(turn, whose);
    const isErased = (await turn.get(erasureRecord, erasureId(id))) !== undefined;
    const view = {
      person: id,
      name: isOwn ? '' : await nameApart(turn, { id, name: data.fullName }),
      rows: holdings
        .filter((holding) => counts[holding] > 0)
        .map((holding) => ({
          name: texts.t(`words.privacy.holding.${holding}.name`),
          why: texts.t(`words.privacy.holding.${holding}.why`),
          n: texts.t('words.privacy.n', { n: counts[holding] }),
        })),
      period: periodWords(turn, texts),
      isOwn,
      hasLooks: counts.evidence > 0,
      isErased,
      mayErase: !isOwn && !isErased && !isHere(turn, data),
      isToLeave: !isOwn && isHere(turn, data),
    };
    const summary = texts.t(`summaries.privacy.${isOwn ? 'show' : 'showOther'}`, { name: view.name });
    return { card: showCard(texts, view, banner), summary };
  },
});
