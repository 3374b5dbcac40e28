import { channelCard } from '../../../cards/calls/channel.ts';
import { closeCard } from '../../../cards/calls/close.ts';
import { composeCard } from '../../../cards/calls/compose.ts';
import { inviteCard } from '../../../cards/calls/invite.ts';
import { mineCard } from '../../../cards/calls/mine.ts';
import { peopleCard } from '../../../cards/calls/people.ts';
import { previewCard } from '../../../cards/calls/preview.ts';
import { showCard } from '../../../cards/calls/show.ts';
import {
  channelScreen,
  closeScreen,
  composeScreen,
  inviteScreen,
  mineScreen,
  peopleScreen,
  previewScreen,
  showScreen,
} from '../../../src/screens/calls/call-screens.ts';
import { type Pair, pair } from '../pair.ts';

export const pairs: readonly Pair[] = [
  pair(channelScreen, channelCard),
  pair(closeScreen, closeCard),
  pair(composeScreen, composeCard),
  pair(inviteScreen, inviteCard),
  pair(mineScreen, mineCard),
  pair(peopleScreen, peopleCard),
  pair(previewScreen, previewCard),
  pair(showScreen, showCard),
];
