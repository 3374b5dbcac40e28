import { additionCard } from '../../../cards/council/addition.ts';
import { amendmentCard } from '../../../cards/council/amendment.ts';
import { caseCard } from '../../../cards/council/case.ts';
import { closingCard } from '../../../cards/council/closing.ts';
import { meetingCard } from '../../../cards/council/meeting.ts';
import { overviewCard } from '../../../cards/council/overview.ts';
import { sessionCard } from '../../../cards/council/session.ts';
import {
  additionScreen,
  amendmentScreen,
  caseScreen,
  closingScreen,
  meetingScreen,
  overviewScreen,
  sessionScreen,
} from '../../../src/screens/council/council-screens.ts';
import { type Pair, pair } from '../pair.ts';

export const pairs: readonly Pair[] = [
  pair(additionScreen, additionCard),
  pair(amendmentScreen, amendmentCard),
  pair(caseScreen, caseCard),
  pair(closingScreen, closingCard),
  pair(meetingScreen, meetingCard),
  pair(overviewScreen, overviewCard),
  pair(sessionScreen, sessionCard),
];
