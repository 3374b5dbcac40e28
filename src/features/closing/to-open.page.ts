import { toOpenCard } from '../../../cards/closing/to-open.ts';
import { plannedRounds } from '../../domain/plan/rounds.ts';
import { mayOpenRound } from '../../domain/policy/campaign.ts';
import { formatDate } from '../../domain/text/format.ts';
import { openedRounds } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { closingToOpen } from './refs.ts';

/** Rounds whose planned day has come and which nobody has opened; nothing once they are. */
export const toOpenPage = definePage({
  name: closingToOpen,
  compose: async ({ turn, viewer, texts, banner }) => {
    const actor = actorOf(viewer);
    if (actor === undefined || !mayOpenRound(actor)) return null;
    const { plan } = turn;
    const opened = new Set((await openedRounds(turn)).map(({ data }) => data.round));
    const waiting = plannedRounds(plan).filter(
      (round) => !opened.has(round.id) && round.opensOn <= viewer.at && viewer.at <= round.deadline,
    );
    const [first] = waiting;
    if (first === undefined) return null;
    const view = {
      unitName: plan.unit.name,
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
