import { confirmCard } from '../../../cards/nomination/confirm.ts';
import { conflictCard } from '../../../cards/nomination/conflict.ts';
import { criterionCard } from '../../../cards/nomination/criterion.ts';
import { dossierCard } from '../../../cards/nomination/dossier.ts';
import { evidenceItemCard } from '../../../cards/nomination/evidence-item.ts';
import { evidenceLinkCard } from '../../../cards/nomination/evidence-link.ts';
import { evidenceListCard } from '../../../cards/nomination/evidence-list.ts';
import { evidenceRemoveCard } from '../../../cards/nomination/evidence-remove.ts';
import { evidenceSortCard } from '../../../cards/nomination/evidence-sort.ts';
import { overviewCard } from '../../../cards/nomination/overview.ts';
import { readCard } from '../../../cards/nomination/read.ts';
import { readCriterionCard } from '../../../cards/nomination/read-criterion.ts';
import { receiptCard } from '../../../cards/nomination/receipt.ts';
import { requestCard } from '../../../cards/nomination/request.ts';
import { withdrawCard } from '../../../cards/nomination/withdraw.ts';
import { withdrawnNoticeCard } from '../../../cards/nomination/withdrawn-notice.ts';
import { conflictScreen, criterionScreen, overviewScreen } from '../../../src/screens/nomination/assess-screens.ts';
import {
  confirmScreen,
  dossierScreen,
  readCriterionScreen,
  readScreen,
  receiptScreen,
  requestScreen,
  withdrawnNoticeScreen,
  withdrawScreen,
} from '../../../src/screens/nomination/dossier-screens.ts';
import {
  evidenceItemScreen,
  evidenceLinkScreen,
  evidenceListScreen,
  evidenceRemoveScreen,
  evidenceSortScreen,
} from '../../../src/screens/nomination/evidence-screens.ts';
import { type Pair, pair } from '../pair.ts';

export const pairs: readonly Pair[] = [
  pair(confirmScreen, confirmCard),
  pair(conflictScreen, conflictCard),
  pair(criterionScreen, criterionCard),
  pair(dossierScreen, dossierCard),
  pair(evidenceItemScreen, evidenceItemCard),
  pair(evidenceLinkScreen, evidenceLinkCard),
  pair(evidenceListScreen, evidenceListCard),
  pair(evidenceRemoveScreen, evidenceRemoveCard),
  pair(evidenceSortScreen, evidenceSortCard),
  pair(overviewScreen, overviewCard),
  pair(readScreen, readCard),
  pair(readCriterionScreen, readCriterionCard),
  pair(receiptScreen, receiptCard),
  pair(requestScreen, requestCard),
  pair(withdrawScreen, withdrawCard),
  pair(withdrawnNoticeScreen, withdrawnNoticeCard),
];
