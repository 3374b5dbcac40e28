import { roundWhichCard } from '../../../cards/campaign/round-which.ts';
import { roundWhich } from '../../model/round/refs.ts';
import { closesAt, roundName, roundPlan } from '../../model/round/round.ts';
import { roundsFor } from '../../model/round/run-command.ts';
import { definePage } from '../../pipeline/page.ts';

/** Which of several rounds a command means, the nearest deadline first. */
export const roundWhichPage = definePage({
  name: roundWhich,
  compose: async ({ turn, viewer, texts, params: { command, need }, banner }) => {
    if (viewer.person === undefined) return null;
    const rounds = await roundsFor(turn, need);
    const rows = rounds.map(async (round) => {
      const plan = await roundPlan(turn, round);
      const closes = closesAt(plan, round.data);
      const isOpen = viewer.at <= closes;
      return {
        round: round.data.round,
        name: roundName(plan, round),
        detail: texts.t(`words.campaign.which.${isOpen ? 'open' : 'over'}`, { deadline: closes }),
        chip: texts.t(`words.campaign.state.${isOpen ? 'open' : 'closed'}`),
        tone: isOpen ? ('good' as const) : ('emphasis' as const),
      };
    });
    const view = { command, rows: await Promise.all(rows) };
    return { card: roundWhichCard(texts, view, banner), summary: texts.t('summaries.campaign.which') };
  },
});
