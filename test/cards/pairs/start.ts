import { helpCard } from '../../../cards/start/help.ts';
import { languageCard } from '../../../cards/start/language.ts';
import { noticeCard } from '../../../cards/start/notice.ts';
import { unknownCard } from '../../../cards/start/unknown.ts';
import { welcomeCard } from '../../../cards/start/welcome.ts';
import {
  helpScreen,
  languageScreen,
  noticeScreen,
  unknownScreen,
  welcomeScreen,
} from '../../../src/screens/start/start-screens.ts';
import { type Pair, pair } from '../pair.ts';

export const pairs: readonly Pair[] = [
  pair(helpScreen, helpCard),
  pair(languageScreen, languageCard),
  pair(noticeScreen, noticeCard),
  pair(unknownScreen, unknownCard),
  pair(welcomeScreen, welcomeCard),
];
