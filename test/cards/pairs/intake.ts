import { heldCard } from '../../../cards/intake/held.ts';
import { holdFormCard } from '../../../cards/intake/hold-form.ts';
import { lateFormCard } from '../../../cards/intake/late-form.ts';
import { lateListCard } from '../../../cards/intake/late-list.ts';
import { openCard } from '../../../cards/intake/open.ts';
import { originalFormCard } from '../../../cards/intake/original-form.ts';
import { queueCard } from '../../../cards/intake/queue.ts';
import { returnFormCard } from '../../../cards/intake/return-form.ts';
import {
  heldScreen,
  holdFormScreen,
  lateFormScreen,
  lateListScreen,
  openScreen,
  originalFormScreen,
  queueScreen,
  returnFormScreen,
} from '../../../src/screens/intake/intake-screens.ts';
import { type Pair, pair } from '../pair.ts';

export const pairs: readonly Pair[] = [
  pair(heldScreen, heldCard),
  pair(holdFormScreen, holdFormCard),
  pair(lateFormScreen, lateFormCard),
  pair(lateListScreen, lateListCard),
  pair(openScreen, openCard),
  pair(originalFormScreen, originalFormCard),
  pair(queueScreen, queueCard),
  pair(returnFormScreen, returnFormCard),
];
