import { z } from 'zod';
import { mayLaunch, mayOpenRound } from '../../domain/policy/campaign.ts';
import { launchPrepare, roundChoose } from '../../model/round/refs.ts';
import { campaignOf } from '../../model/round/round.ts';
import { type Answer, Refusal, show } from '../../pipeline/answer.ts';
import { capability, opens, verb } from '../../pipeline/capability.ts';
import type { Ctx } from '../../pipeline/context.ts';
import { requireMay } from '../../pipeline/inputs.ts';
import { acknowledgeLaunch, acknowledgeLaunchInput } from './acknowledge-launch.ts';
import { cancelLaunch, cancelLaunchInput } from './cancel-launch.ts';
import { launchCampaign, launchCampaignInput } from './launch-campaign.ts';
import { launchConfirmPage } from './launch-confirm.page.ts';
import { launchCancelledPage, launchCancelPage, launchRecordPage } from './launch-notices.page.ts';
import { launchPeoplePage } from './launch-people.page.ts';
import { launchPreparePage } from './launch-prepare.page.ts';
import { launchProgressPage, progressRef } from './launch-progress.page.ts';
import { launchCancelledSpread, launchSpread } from './launch-spread.ts';
import { launchedPage } from './launched.page.ts';
import { openRound, openRoundInput } from './open-round.ts';
import { planContentsPage, planSectionPage } from './plan.page.ts';
import { launchPeople, planContents, planSection, roundShow } from './refs.ts';
import { roundConfirmPage, roundOpenedPage, roundShowPage } from './round.page.ts';
import { roundChoosePage } from './round-choose.page.ts';
import { roundOpenedSpread } from './round-spread.ts';
import { roundWhichPage } from './round-which.page.ts';
import { campaignTodos } from './todos.ts';
import { typedRead } from './typed-read.ts';
import { typedTitle } from './typed-title.ts';

const nothing = z.strictObject({});
const id = z.string().max(80);
/** As typed into the form so far; a button that leads away carries it along. */
const typed = z.string().max(200).default('');
const launchPeopleInput = z.strictObject({
  list: z.enum(['unread', 'unreachable']),
  department: id,
  page: id,
  number: typed,
  issuedOn: typed,
});

/** Before a launch its form, afterwards how far it has come. */
async function launchNow(ctx: Ctx, { page = '0', ...terms }: Record<string, string> = {}): Promise<Answer> {
  requireMay(ctx, mayLaunch, 'NOT_ALLOWED_LAUNCH');
  const campaign = await campaignOf(ctx);
  if (campaign !== undefined) return { show: progressRef(ctx, campaign.data.spreadId, page) };
  return show(launchPrepare.ref(terms));
}

async function showPeople(ctx: Ctx, input: z.input<typeof launchPeople.params>): Promise<Answer> {
  requireMay(ctx, mayLaunch, 'NOT_ALLOWED_LAUNCH');
  return show(launchPeople.ref(input));
}

async function chooseRound(ctx: Ctx): Promise<Answer> {
  requireMay(ctx, mayOpenRound, 'NOT_ALLOWED_OPEN');
  if ((await campaignOf(ctx)) === undefined) {
    throw new Refusal('NO_CAMPAIGN', { show: launchPrepare.ref({}) });
  }
  return show(roundChoose.ref({}));
}

/** The plan, the launch and its reading, the rounds. */
export const campaign = capability({
  commands: [
    { name: 'plan', isFor: () => true, where: 'personal', run: async () => show(planContents.ref({})) },
    { name: 'read', isFor: () => true, isStep: true, where: 'personal', run: typedRead },
    { name: 'launch', isFor: mayLaunch, where: 'personal', run: (ctx) => launchNow(ctx) },
    { name: 'open', isFor: mayOpenRound, where: 'personal', run: chooseRound },
  ],
  verbs: [
    opens('plan.show', nothing, planContents),
    opens('plan.section', z.strictObject({ section: id, page: id }), planSection),
    verb('announce.prepare', z.strictObject({ number: typed, issuedOn: typed }), launchNow),
    verb('announce.show', z.strictObject({ page: id }), launchNow),
    verb('announce.people', launchPeopleInput, showPeople),
    verb('announce.launch', launchCampaignInput, launchCampaign),
    verb('announce.acknowledge', acknowledgeLaunchInput, acknowledgeLaunch),
    verb('announce.cancel', cancelLaunchInput, cancelLaunch),
    verb('round.choose', nothing, chooseRound),
    verb('round.open', openRoundInput, openRound),
    opens('round.show', z.strictObject({ round: id }), roundShow),
  ],
  pages: [
    planContentsPage,
    planSectionPage,
    launchPreparePage,
    launchConfirmPage,
    launchProgressPage,
    launchPeoplePage,
    launchedPage,
    launchRecordPage,
    launchCancelPage,
    launchCancelledPage,
    roundChoosePage,
    roundWhichPage,
    roundConfirmPage,
    roundShowPage,
    roundOpenedPage,
  ],
  spreads: [launchSpread, launchCancelledSpread, roundOpenedSpread],
  texts: [typedTitle],
  todos: campaignTodos,
});
