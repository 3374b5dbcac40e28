import { DateTime } from 'luxon';
import { roundCard } from '../../../cards/campaign/round.ts';
import { roundConfirmCard } from '../../../cards/campaign/round-confirm.ts';
import { roundOpenedCard } from '../../../cards/campaign/round-opened.ts';
import { lateEndsBy } from '../../domain/calendar/closing.ts';
import { presenceOn } from '../../domain/people/presence.ts';
import { plannedRound } from '../../domain/plan/rounds.ts';
import { mayExtendRound, mayOpenRound } from '../../domain/policy/campaign.ts';
import { formatDate } from '../../domain/text/format.ts';
import { lowerFirst } from '../../domain/text/sentence.ts';
import { addressing } from '../../model/people/addressee.ts';
import { reachFigures } from '../../model/people/audience.ts';
import { endingOf, isGraceable } from '../../model/round/closing.ts';
import { milestonesToBe } from '../../model/round/dates.ts';
import { deadlineLine } from '../../model/round/deadline-line.ts';
import { closesAt, roundInText, roundName, roundPlan } from '../../model/round/round.ts';
import { channelOf, channelWords } from '../../model/sending/channels.ts';
import { definePage } from '../../pipeline/page.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';
import { closingId } from '../../records/closing.ts';
import { roundId, roundRecord } from '../../records/round.ts';
import { addresseeKind } from './launch-message.ts';
import { milestoneRows } from './milestones.ts';
import { roundConfirm, roundOpened, roundShow } from './refs.ts';

/** The round as it will be opened. */
export const roundConfirmPage = definePage({
  name: roundConfirm,
  compose: async ({ turn, viewer, texts, params, banner, typed }) => {
    if (!viewingAs(viewer, mayOpenRound)) return null;
    const planned = plannedRound(turn.plan, params.round);
    const { people, reachable: reached } = await reachFigures(turn);
    const milestones = await milestonesToBe(turn, planned);
    const today = viewer.at.setZone(turn.plan.zone).toFormat('yyyy-MM-dd');
    const past = milestones
      .filter(({ on }) => on !== null && on < today)
      .map(({ id }) => texts.t(`words.milestone.${id}`));
    const view = {
      name: planned.name,
      deadline: deadlineLine(texts, planned.deadline),
      audience: texts.t('words.campaign.audience', { all: people, reached, later: people - reached }),
      channelLine: channelWords(texts, 'record', await channelOf(turn, 'office')),
      milestones: milestoneRows(texts, turn.plan, milestones),
      past: past.length === 0 ? '' : texts.t('words.campaign.pastDates', { names: past.join(', ') }),
      round: params.round,
      isLate: viewer.at > planned.deadline,
      latest: formatDate(lateEndsBy(viewer.at.setZone(turn.plan.zone))),
      day: typed?.day ?? '',
      time: typed?.time ?? turn.plan.calendar.officeHours.to,
      reason: typed?.reason ?? '',
    };
    return { card: roundConfirmCard(texts, view, banner), summary: planned.name };
  },
});

/** State, deadline and milestones of an opened round; for everyone and for channels. */
export const roundShowPage = definePage({
  name: roundShow,
  subject: ({ round }) => roundId(round),
  compose: async ({ turn, viewer, texts, params, banner }) => {
    const round = await turn.get(roundRecord, roundId(params.round));
    if (round === undefined) return null;
    const ending = await endingOf(turn, params.round);
    const { plan, closing } = ending;
    const { zone } = plan;
    const { data } = round;
    const isOpen = viewer.at <= closesAt(plan, data);
    const grace = data.graceUntil;
    const isOffice = viewingAs(viewer, mayExtendRound);
    const view = {
      round: data.round,
      unitName: plan.unit.name,
      name: roundName(plan, round),
      state: texts.t(`words.campaign.state.${isOpen ? 'open' : 'closed'}`),
      stateTone: isOpen ? ('good' as const) : ('emphasis' as const),
      deadline: deadlineLine(texts, DateTime.fromISO(data.deadline, { zone })),
      hasGrace: grace !== null,
      grace: grace === null ? '' : deadlineLine(texts, DateTime.fromISO(grace, { zone })),
      graceReason: closing.graces.at(-1)?.reason ?? '',
      opened: texts.t('words.at', { at: DateTime.fromISO(data.opened.at, { zone }) }),
      milestones: milestoneRows(texts, plan, data.milestones),
      canAssess: isOpen && viewer.person !== undefined,
      isPerson: viewer.person !== undefined,
      isOffice,
      hasReport: isOffice && closing.outcome !== null,
      canExtend: isOffice && (await isGraceable(turn, ending, viewer.at)),
    };
    return { card: roundCard(texts, view, banner), summary: `${view.name}: ${lowerFirst(view.state)}` };
  },
});

/**
 * "A round is open", as one person receives it. Everyone of the unit has it, so it is kept in step with what it shows alone, the end of the
 * round: a reminder sent or a milestone ticked must not redraw it for thousands.
 */
export const roundOpenedPage = definePage({
  name: roundOpened,
  subject: ({ round }) => closingId(round),
  compose: async ({ turn, viewer, texts, params }) => {
    const { person } = viewer;
    const round = await turn.get(roundRecord, roundId(params.round));
    if (person === undefined || round === undefined) return null;
    const plan = await roundPlan(turn, round);
    const words = addressing(turn, texts, person.data);
    const today = viewer.at.setZone(plan.zone).toFormat('yyyy-MM-dd');
    const isOnLeave = presenceOn(person.data, today) === 'onLeave';
    const name = roundName(plan, round);
    const facts = {
      ...words,
      name: roundInText(plan, round),
    };
    const closes = closesAt(plan, round.data);
    const isOver = viewer.at > closes;
    const view = {
      unitName: plan.unit.name,
      greeting: texts.t('words.campaign.greeting', { addressee: words.addressee }),
      text: texts.t(`words.campaign.${isOnLeave ? 'roundOpenedOnLeave' : 'roundOpened'}`, facts),
      headText: texts.t('words.campaign.roundOpenedHead', facts),
      isHead: !isOnLeave && addresseeKind(person.data) === 'head',
      deadline: texts.t(`words.campaign.${isOver ? 'deadlineOver' : 'deadlineIs'}`, {
        deadline: deadlineLine(texts, closes),
      }),
      deadlineTone: isOver ? ('emphasis' as const) : ('accent' as const),
      round: params.round,
    };
    return {
      card: roundOpenedCard(texts, view),
      summary: texts.t(`summaries.campaign.${isOnLeave ? 'roundOnLeave' : 'roundOpened'}`, { name }),
    };
  },
});
