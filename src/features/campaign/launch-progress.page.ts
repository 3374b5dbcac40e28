import { DateTime } from 'luxon';
import { launchProgressCard } from '../../../cards/campaign/launch-progress.ts';
import { shareOf } from '../../../cards/kit/kit.ts';
import { mayLaunch } from '../../domain/policy/campaign.ts';
import { departments, nameOf } from '../../model/people/people.ts';
import { cancellable } from '../../model/round/cancellable.ts';
import { sendingBanner } from '../../model/sending/banner.ts';
import { definePage } from '../../pipeline/page.ts';
import { pagingView, slice } from '../../pipeline/paging.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { viewingAs } from '../../pipeline/viewing-as.ts';
import type { Texts } from '../../ports/texts.ts';
import { type Campaign, campaignId, campaignRecord } from '../../records/campaign.ts';
import type { PageRef } from '../../records/message.ts';
import { recallId, recallRecord } from '../../records/recall.ts';
import type { Loaded } from '../../records/record.ts';
import { documentLine } from './document-line.ts';
import { type LaunchReading, membersOf, readingIn, readingOf } from './reading.ts';
import { launchProgress } from './refs.ts';

/** Ten with long names would weigh more than Teams takes. */
const departmentsShown = 8;

/**
 * @param launch the launch whose progress it is; the card is kept in step with its spread
 * @param page from 0
 */
export const progressRef = (turn: Turn, launch: string, page = '0'): PageRef =>
  launchProgress.ref({ campaign: campaignId(turn.plan.id), launch, page });

/** How far the launch has come: told, read, not reached, counted afresh at each look. */
export const launchProgressPage = definePage({
  name: launchProgress,
  subject: ({ campaign, launch }) => (launch === '' ? campaign : launch),
  compose: async ({ turn, viewer, texts, params, banner }) => {
    if (!viewingAs(viewer, mayLaunch)) return null;
    const { plan } = turn;
    const campaign = await turn.get(campaignRecord, params.campaign);
    const reading = campaign && (await readingOf(turn, campaign, viewer.at));
    if (campaign === undefined || reading === undefined) return null;
    const { launched, cancelled, spreadId } = campaign.data;
    const shown = slice(await peopled(turn), params.page, departmentsShown);
    const when = (instant: string): string =>
      texts.t('words.at', { at: DateTime.fromISO(instant, { zone: plan.zone }) });
    const done = cancelled ?? launched;
    const { previous, next, hasPrevious, hasNext, from, to, total } = pagingView(shown);
    const isCancelled = cancelled !== null;
    const view = {
      document: documentLine(texts, plan, campaign.data),
      launchedLine: texts.t(`words.campaign.${isCancelled ? 'cancelledBy' : 'launchedBy'}`, {
        by: await nameOf(turn, done.by),
        when: when(done.at),
      }),
      state: texts.t(`words.campaign.state.${isCancelled ? 'cancelled' : 'launched'}`),
      stateTone: isCancelled ? ('attention' as const) : ('good' as const),
      asOf: texts.t('words.campaign.asOf', { when: viewer.at }),
      ...figuresOf(reading),
      hasTimeLeft: reading.minutesLeft > 0,
      timeLeft: timeLeftLine(texts, reading.minutesLeft),
      hasOthers: reading.refused + reading.dropped + reading.recalled + reading.newcomers > 0,
      others: othersLine(texts, reading),
      departments: await Promise.all(shown.items.map((department) => barOf(turn, texts, { reading, department }))),
      range: texts.t('words.campaign.range', { from, to, total }),
      page: params.page,
      previous,
      next,
      hasPrevious,
      hasNext,
      cancelled: isCancelled,
      mayCancel: !isCancelled && (await cancellable(turn, campaign.data, viewer.at)).barredBy === 'none',
      ...(await recallOf(turn, campaign, reading)),
      launch: spreadId,
    };
    const above = banner ?? (await sendingBanner(turn, texts));
    return { card: launchProgressCard(texts, view, above), summary: texts.t('summaries.campaign.progress') };
  },
});

const figuresOf = ({ people, delivered, read, pending, isHeld, doubtful, unreachable }: LaunchReading) => ({
  people,
  delivered,
  readCount: read,
  pending,
  isHeld,
  doubtful,
  unreachable,
});

/** Departments with anybody in them, in protocol order. */
async function peopled(turn: Turn) {
  const found = [];
  for (const department of await departments(turn))
    if ((await membersOf(turn, department.id)) > 0) found.push(department);
  return found;
}

/** A cancelled launch may be taken back from the chats it reached. */
async function recallOf(turn: Turn, campaign: Loaded<Campaign>, { delivered, spread }: LaunchReading) {
  const isRecalled = (await turn.get(recallRecord, recallId(spread.id))) !== undefined;
  return { mayRecall: campaign.data.cancelled !== null && !isRecalled && delivered > 0, isRecalled };
}

function timeLeftLine(texts: Texts, minutes: number): string {
  const long = minutes > 60;
  return texts.t(`words.campaign.${long ? 'hoursLeft' : 'minutesLeft'}`, {
    n: long ? Math.ceil(minutes / 60) : minutes,
  });
}

/** What few launches have, in one line: what could not be sent, was not sent any more, was taken back, and who joined since. */
const othersLine = (texts: Texts, reading: LaunchReading): string =>
  (['refused', 'dropped', 'recalled', 'newcomers'] as const)
    .filter((name) => reading[name] > 0)
    .map((name) => texts.t(`words.campaign.others.${name}`, { n: reading[name] }))
    .join(' · ');

async function barOf(
  turn: Turn,
  texts: Texts,
  { reading, department }: { reading: LaunchReading; department: Awaited<ReturnType<typeof departments>>[number] },
) {
  const { read: done, people } = await readingIn(turn, reading.spread, department.id);
  return {
    department: department.id,
    name: department.data.name,
    figures:
      people === undefined
        ? texts.t('words.campaign.readSoFar', { n: done })
        : texts.t('words.campaign.ofAll', { part: done, all: people }),
    open: texts.t('words.campaign.openUnread', { department: department.data.name }),
    ...shareOf(people === undefined ? 0 : done, people ?? 0),
  };
}
