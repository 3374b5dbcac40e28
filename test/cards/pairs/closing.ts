import { departmentCard } from '../../../cards/closing/department.ts';
import { graceConfirmCard } from '../../../cards/closing/grace-confirm.ts';
import { graceFormCard } from '../../../cards/closing/grace-form.ts';
import { graceNoticeCard } from '../../../cards/closing/grace-notice.ts';
import { lapsedCard } from '../../../cards/closing/lapsed.ts';
import { reportCard } from '../../../cards/closing/report.ts';
import { toOpenCard } from '../../../cards/closing/to-open.ts';
import {
  closingDepartmentScreen,
  closingReportScreen,
  graceConfirmScreen,
  graceFormScreen,
  graceNoticeScreen,
  lapsedScreen,
  toOpenScreen,
} from '../../../src/screens/closing/closing-screens.ts';
import { type Pair, pair } from '../pair.ts';

export const pairs: readonly Pair[] = [
  pair(closingDepartmentScreen, departmentCard),
  pair(graceConfirmScreen, graceConfirmCard),
  pair(graceFormScreen, graceFormCard),
  pair(graceNoticeScreen, graceNoticeCard),
  pair(lapsedScreen, lapsedCard),
  pair(closingReportScreen, reportCard),
  pair(toOpenScreen, toOpenCard),
];
