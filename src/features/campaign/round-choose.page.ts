import { DateTime } from 'luxon';
import { roundChooseCard } from '../../../cards/campaign/round-choose.ts';
import { type PlannedRound, plannedRounds } from '../../domain/plan/rounds.ts';
import { mayOpenRound } from '../../domain/policy/campaign.ts';
import { formatDate } from '../../domain/text/format.ts';
import { lowerFirst } from '../../domain/text/sentence.ts';
import { roundChoose } from '../../model/round/refs.ts';
import { closesAt, isUnderWay, openedRounds, roundPlan } from '../../model/round/round.ts';
import { definePage } from '../../pipeline/page.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';

/**
 * This year's rounds: those to open, those opened, those that are over; and of other years those that were opened and have dossiers under
 * way. What the plan foresees for other years waits for its year.
 */
export const roundChoosePage = definePage({
  name: roundChoose,
  compose: async ({ turn, viewer, texts, banner }) => {
    if (!viewingAs(viewer, mayOpenRound)) return null;
    const year = viewer.at.setZone(turn.plan.zone).year;
    const opened = await openedDates(turn, year);
    const rows = plannedRounds(turn.plan)
      .filter((round) => round.year === year || opened.has(round.id))
      .map((round: PlannedRound) => {
        const dates = opened.get(round.id);
        const state = opened.has(round.id) ? 'opened' : viewer.at > round.deadline ? 'over' : 'toOpen';
        return {
          round: round.id,
          name: round.name,
          detail: dates
            ? texts.t('words.campaign.roundOpenedDates', { ...dates })
            : texts.t('words.campaign.roundDates', { opens: formatDate(round.opensOn), deadline: round.deadline }),
          chip: texts.t(`words.campaign.state.${state}`),
          tone: ({ opened: 'good', over: 'warning', toOpen: 'accent' } as const)[state],
          open: texts.t(`words.campaign.${state === 'opened' ? 'showRound' : 'openRound'}`, {
            name: lowerFirst(round.name),
          }),
          verb: state === 'opened' ? 'round.show' : 'round.open',
        };
      });
    const line = texts.t(`words.campaign.${rows.length === 0 ? 'noRounds' : 'chooseRound'}`, { year });
    return { card: roundChooseCard(texts, { line, rows }, banner), summary: texts.t('summaries.campaign.rounds') };
  },
});

interface OpenedDates {
  readonly opened: DateTime;
  /** Its last instant as it stands. */
  readonly deadline: DateTime;
}

/** By round, of those that the office still has to do with. */
async function openedDates(turn: Turn, year: number): Promise<Map<string, OpenedDates>> {
  const found = new Map<string, OpenedDates>();
  for (const round of await openedRounds(turn)) {
    if (round.data.year !== year && !(await isUnderWay(turn, round))) continue;
    const plan = await roundPlan(turn, round);
    const opened = DateTime.fromISO(round.data.opened.at, { zone: plan.zone });
    found.set(round.data.round, { opened, deadline: closesAt(plan, round.data) });
  }
  return found;
}
