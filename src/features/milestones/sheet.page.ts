import { DateTime } from 'luxon';
import { type SheetRow, sheetCard } from '../../../cards/milestones/sheet.ts';
import type { MilestoneId } from '../../domain/calendar/milestones.ts';
import { mayEditMilestones } from '../../domain/policy/milestone-owners.ts';
import { formatIsoDate } from '../../domain/text/format.ts';
import { nameOf } from '../../model/people/people.ts';
import { type Dated, readDates } from '../../model/round/dates.ts';
import { deadlineLine } from '../../model/round/deadline-line.ts';
import { milestonePeople } from '../../model/round/milestones.ts';
import { campaignOf } from '../../model/round/round.ts';
import { actorOf } from '../../pipeline/actor-of.ts';
import { type Ask, definePage } from '../../pipeline/page.ts';
import type { RoundMilestone } from '../../records/round.ts';
import { ownerWords } from './holder-words.ts';
import { otherSheets } from './other-sheets.ts';
import { milestonesSheet } from './refs.ts';
import { typedDate } from './typed-dates.ts';

type Sheet = Ask<{ round: string }>;

/** The dates of all milestones of a round as one form, also while the round is still to be opened: then they wait for it. */
export const sheetPage = definePage({
  name: milestonesSheet,
  compose: async (ask) => {
    const { turn, viewer, texts, params, banner } = ask;
    const actor = actorOf(viewer);
    if (actor === undefined || !mayEditMilestones(actor)) return null;
    const dated = await readDates(turn, params.round);
    const isAsked = await askedOf(ask, dated);
    const view = {
      round: params.round,
      roundName: dated.name,
      deadline: deadlineLine(texts, dated.closes),
      isWaiting: dated.opened === undefined,
      isLaunched: (await campaignOf(turn)) !== undefined,
      rows: await Promise.all(dated.milestones.map((milestone) => row(ask, dated, { milestone, isAsked }))),
      others: dated.opened === undefined ? await otherSheets(ask) : [],
    };
    const dates = dated.milestones.filter(({ on }) => on !== null).length;
    const summary = texts.t('summaries.milestones.sheet', { n: dates, of: dated.milestones.length });
    return { card: sheetCard(texts, view, banner), summary };
  },
});

/** What is done, or what the unit does not do, needs no date. */
async function askedOf({ turn, viewer }: Sheet, { opened, plan }: Dated): Promise<(of: RoundMilestone) => boolean> {
  const isOff = (id: MilestoneId): boolean => id === 'departmentMeeting' && plan.settings.departmentMeeting === 'off';
  if (opened === undefined) return ({ id }) => !isOff(id);
  const people = await milestonePeople(turn, { round: opened, plan, at: viewer.at });
  return (milestone) => people.standingOf(milestone) === 'open';
}

/** What was typed before a refusal, else what is stored; both, when somebody else has set another date since. */
async function row(
  { turn, texts, typed }: Sheet,
  { plan }: Dated,
  { milestone, isAsked }: { milestone: RoundMilestone; isAsked: (of: RoundMilestone) => boolean },
): Promise<SheetRow> {
  const { id, on, changed } = milestone;
  const said = typed && typedDate(milestone, typed);
  const isOutrun = said?.isOutrun ?? false;
  return {
    milestone: id,
    name: texts.t('words.milestones.sheet.label', {
      name: texts.t(`words.milestone.${id}`),
      owner: ownerWords(texts, plan, milestone),
    }),
    isAsked: isAsked(milestone),
    on: said?.isChanged ? (typed?.[`on-${id}`] ?? '') : (on ?? ''),
    // Whoever has seen what somebody else set replaces it knowingly.
    was: on ?? '',
    stored: on === null ? '' : formatIsoDate(on),
    elsewhere:
      isOutrun && changed !== null
        ? texts.t(`words.milestones.sheet.${on === null ? 'clearedBy' : 'datedBy'}`, {
            by: await nameOf(turn, changed.by),
            at: texts.t('words.at', { at: DateTime.fromISO(changed.at, { zone: plan.zone }) }),
            on: on === null ? '' : formatIsoDate(on),
          })
        : '',
  };
}
