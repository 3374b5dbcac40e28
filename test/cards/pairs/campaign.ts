import { channelBoundCard } from '../../../cards/campaign/channel-bound.ts';
import { channelChooseCard } from '../../../cards/campaign/channel-choose.ts';
import { launchCancelCard } from '../../../cards/campaign/launch-cancel.ts';
import { launchCancelledCard } from '../../../cards/campaign/launch-cancelled.ts';
import { launchConfirmCard } from '../../../cards/campaign/launch-confirm.ts';
import { launchPeopleCard } from '../../../cards/campaign/launch-people.ts';
import { launchPrepareCard } from '../../../cards/campaign/launch-prepare.ts';
import { launchProgressCard } from '../../../cards/campaign/launch-progress.ts';
import { launchRecordCard } from '../../../cards/campaign/launch-record.ts';
import { launchedCard } from '../../../cards/campaign/launched.ts';
import { planContentsCard } from '../../../cards/campaign/plan-contents.ts';
import { planSectionCard } from '../../../cards/campaign/plan-section.ts';
import { roundCard } from '../../../cards/campaign/round.ts';
import { roundChooseCard } from '../../../cards/campaign/round-choose.ts';
import { roundConfirmCard } from '../../../cards/campaign/round-confirm.ts';
import { roundOpenedCard } from '../../../cards/campaign/round-opened.ts';
import { channelBoundScreen, channelChooseScreen } from '../../../src/screens/campaign/channel-screens.ts';
import {
  launchCancelledScreen,
  launchCancelScreen,
  launchConfirmScreen,
  launchedScreen,
  launchPeopleScreen,
  launchPrepareScreen,
  launchProgressScreen,
  launchRecordScreen,
} from '../../../src/screens/campaign/launch-screens.ts';
import { planContentsScreen, planSectionScreen } from '../../../src/screens/campaign/plan-screens.ts';
import {
  roundChooseScreen,
  roundConfirmScreen,
  roundOpenedScreen,
  roundScreen,
} from '../../../src/screens/campaign/round-screens.ts';
import { type Pair, pair } from '../pair.ts';

export const pairs: readonly Pair[] = [
  pair(channelBoundScreen, channelBoundCard),
  pair(channelChooseScreen, channelChooseCard),
  pair(launchCancelScreen, launchCancelCard),
  pair(launchCancelledScreen, launchCancelledCard),
  pair(launchConfirmScreen, launchConfirmCard),
  pair(launchPeopleScreen, launchPeopleCard),
  pair(launchPrepareScreen, launchPrepareCard),
  pair(launchProgressScreen, launchProgressCard),
  pair(launchRecordScreen, launchRecordCard),
  pair(launchedScreen, launchedCard),
  pair(planContentsScreen, planContentsCard),
  pair(planSectionScreen, planSectionCard),
  pair(roundScreen, roundCard),
  pair(roundChooseScreen, roundChooseCard),
  pair(roundConfirmScreen, roundConfirmCard),
  pair(roundOpenedScreen, roundOpenedCard),
];
