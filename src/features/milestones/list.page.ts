import { listCard } from '../../../cards/milestones/list.ts';
import { mayEditMilestones } from '../../domain/policy/milestone-owners.ts';
import { milestonePeople } from '../../model/round/milestones.ts';
import { roundName, roundOf, roundPlan } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { definePage } from '../../pipeline/page.ts';
import { roundId } from '../../records/round.ts';
import { holderWords, ownerWords } from './holder-words.ts';
import { doneWords, milestoneView } from './milestone-view.ts';
import { otherSheets } from './other-sheets.ts';
import { milestonesShow } from './refs.ts';

/** The milestones of a round in the plan's order: date, owner, state. For everyone of the unit; never in a channel, since it names people. */
export const milestonesPage = definePage({
  name: milestonesShow,
  subject: ({ round }) => roundId(round),
  compose: async (ask) => {
    const { turn, viewer, texts, params, banner } = ask;
    const actor = actorOf(viewer);
    if (actor === undefined) return null;
    const round = await roundOf(turn, params.round);
    const plan = await roundPlan(turn, round);
    const people = await milestonePeople(turn, { round, plan, at: viewer.at });
    const today = viewer.at.setZone(plan.zone);
    const { milestones } = round.data;
    const rows = milestones.map(async (milestone) => {
      const done = await doneWords(turn, texts, { milestone, plan, people });
      const holders = done === '' ? await holderWords(turn, texts, milestone, { people, reader: actor }) : done;
      return {
        ...milestoneView(texts, milestone, { people, today }),
        round: round.data.round,
        owner: ownerWords(texts, plan, milestone),
        holders,
        hasHolders: holders !== '',
      };
    });
    const { milestoneDaysBefore, escalateAfterWorkingDays } = plan.calendar.reminders;
    const isOffice = mayEditMilestones(actor);
    const intro = milestones.length === 0 ? 'none' : isOffice ? 'introOffice' : 'intro';
    const view = {
      roundName: roundName(plan, round),
      intro: texts.t(`words.milestones.${intro}`),
      rows: await Promise.all(rows),
      rule: texts.t('words.milestones.rule', {
        days: milestoneDaysBefore.filter((days) => days > 0).join(', ') || '0',
        escalate: escalateAfterWorkingDays,
      }),
      hasRule: milestones.length > 0,
      round: round.data.round,
      canDate: isOffice && milestones.some((milestone) => people.standingOf(milestone) === 'open'),
      toOpen: isOffice ? await otherSheets(ask) : [],
    };
    const open = milestones.filter((milestone) => people.standingOf(milestone) === 'open').length;
    return {
      card: listCard(texts, view, banner),
      summary: texts.t('summaries.milestones.list', { n: open, of: milestones.length }),
    };
  },
});
