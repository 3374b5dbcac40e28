import { agreementCard } from '../../../cards/award/agreement.ts';
import { announcementCard } from '../../../cards/award/announcement.ts';
import { decideCard } from '../../../cards/award/decide.ts';
import { decisionCard } from '../../../cards/award/decision.ts';
import { forwardingCard } from '../../../cards/award/forwarding.ts';
import { noticeCard } from '../../../cards/award/notice.ts';
import { paperCard } from '../../../cards/award/paper.ts';
import { previewCard } from '../../../cards/award/preview.ts';
import { publishCard } from '../../../cards/award/publish.ts';
import { replyCard } from '../../../cards/award/reply.ts';
import { resultsCard } from '../../../cards/award/results.ts';
import { revocationCard } from '../../../cards/award/revocation.ts';
import { revokingCard } from '../../../cards/award/revoking.ts';
import { waitingCard } from '../../../cards/award/waiting.ts';
import {
  agreementScreen,
  announcementScreen,
  decideScreen,
  decisionScreen,
  forwardingScreen,
  noticeScreen,
  paperScreen,
  previewScreen,
  publishScreen,
  replyScreen,
  resultsScreen,
  revocationScreen,
  revokingScreen,
  waitingScreen,
} from '../../../src/screens/award/award-screens.ts';
import { type Pair, pair } from '../pair.ts';

export const pairs: readonly Pair[] = [
  pair(agreementScreen, agreementCard),
  pair(announcementScreen, announcementCard),
  pair(decideScreen, decideCard),
  pair(decisionScreen, decisionCard),
  pair(forwardingScreen, forwardingCard),
  pair(noticeScreen, noticeCard),
  pair(paperScreen, paperCard),
  pair(previewScreen, previewCard),
  pair(publishScreen, publishCard),
  pair(replyScreen, replyCard),
  pair(resultsScreen, resultsCard),
  pair(revocationScreen, revocationCard),
  pair(revokingScreen, revokingCard),
  pair(waitingScreen, waitingCard),
];
