import { toOpenCard } from '../../../cards/closing/to-open.ts';
import { mayOpenRound } from '../../domain/policy/campaign.ts';
import { formatDate } from '../../domain/text/format.ts';
import { roundsToOpen } from '../../model/round/opening.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { closingToOpen } from './refs.ts';

/** Rounds whose planned day has come and which nobody has opened; nothing once they are. */
export const toOpenPage = definePage({
  name: closingToOpen,
  compose: async ({ turn, viewer, texts, banner }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || !mayOpenRound(actor)) return null;
    const waiting = await roundsToOpen(turn, viewer.at);
    const [first] = waiting;
    if (first === undefined) return null;
    const view = {
      unitName: turn.plan.unit.name,
      rounds: waiting.map((round) => ({
        name: round.name,
        detail: texts.t('words.closing.toOpen', {
          opens: formatDate(round.opensOn),
          deadline: round.deadline,
        }),
        round: round.id,
      })),
    };
    return {
      card: toOpenCard(texts, view, banner),
      summary: texts.t('summaries.closing.toOpen', { name: first.name }),
    };
  },
});
