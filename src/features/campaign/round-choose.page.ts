import { z } from 'zod';
import { formatDate, formatInstant } from '../../domain/format.ts';
import { mayOpenRound } from '../../domain/policy.ts';
import { plannedRounds } from '../../domain/rounds.ts';
import { roundChooseScreen } from '../../screens/campaign/round-screens.ts';
import { definePage } from '../page.ts';
import { openedRounds } from '../round.ts';
import { viewingAs } from './viewing-as.ts';

/** This year's rounds: those to open, those opened, those that are over. The rounds of other years wait for their year. */
export const roundChoosePage = definePage({
  page: 'round.choose',
  params: z.strictObject({}),
  compose: async ({ deps, viewer, texts, banner }) => {
    if (!viewingAs(viewer, mayOpenRound)) return null;
    const year = viewer.at.setZone(deps.plan.zone).year;
    const opened = new Set((await openedRounds(deps)).map(({ data }) => data.round));
    const rows = plannedRounds(deps.plan)
      .filter((round) => round.year === year)
      .map((round) => {
        const isOpened = opened.has(round.id);
        const state = isOpened ? 'opened' : viewer.at > round.deadline ? 'over' : 'toOpen';
        return {
          round: round.id,
          name: round.name,
          detail: texts.t('words.campaign.roundDates', {
            opens: formatDate(round.opensOn),
            deadline: formatInstant(round.deadline),
          }),
          chip: texts.t(`words.campaign.state.${state}`),
          tone: ({ opened: 'good', over: 'emphasis', toOpen: 'accent' } as const)[state],
          open: texts.t(`words.campaign.${isOpened ? 'showRound' : 'openRound'}`, { name: round.name }),
          verb: { opened: 'round.show', over: '', toOpen: 'round.open' }[state],
        };
      });
    const line = texts.t(`words.campaign.${rows.length === 0 ? 'noRounds' : 'chooseRound'}`, { year });
    return { card: roundChooseScreen(texts, { line, rows }, banner), summary: texts.t('summaries.campaign.rounds') };
  },
});
