import { cancelCard } from '../../../cards/sendings/cancel.ts';
import { departmentsCard } from '../../../cards/sendings/departments.ts';
import { fileCard } from '../../../cards/sendings/file.ts';
import { listCard } from '../../../cards/sendings/list.ts';
import { peopleCard } from '../../../cards/sendings/people.ts';
import { recallCard } from '../../../cards/sendings/recall.ts';
import { recalledCard } from '../../../cards/sendings/recalled.ts';
import { resendCard } from '../../../cards/sendings/resend.ts';
import { showCard } from '../../../cards/sendings/show.ts';
import {
  cancelSendingScreen,
  recalledScreen,
  recallSendingScreen,
} from '../../../src/screens/sendings/recall-screens.ts';
import {
  departmentsScreen,
  fileScreen,
  listScreen,
  peopleScreen,
  resendScreen,
  showScreen,
} from '../../../src/screens/sendings/sendings-screens.ts';
import { type Pair, pair } from '../pair.ts';

export const pairs: readonly Pair[] = [
  pair(cancelSendingScreen, cancelCard),
  pair(departmentsScreen, departmentsCard),
  pair(fileScreen, fileCard),
  pair(listScreen, listCard),
  pair(peopleScreen, peopleCard),
  pair(recallSendingScreen, recallCard),
  pair(recalledScreen, recalledCard),
  pair(resendScreen, resendCard),
  pair(showScreen, showCard),
];
