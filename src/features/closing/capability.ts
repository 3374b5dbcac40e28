import { z } from 'zod';
import { isOffice } from '../../domain/policy/posts.ts';
import { capability, opens, verb } from '../../pipeline/capability.ts';
import { requireMay } from '../../pipeline/inputs.ts';
import { lane } from '../../pipeline/lane.ts';
import { closingRecord, openingRecord } from '../../records/closing.ts';
import { extensionRecord } from '../../records/extension.ts';
import { nominationRecord } from '../../records/nomination.ts';
import { closeRound } from './close-round.ts';
import { closingSpreads } from './closing.spreads.ts';
import { closingDepartmentPage } from './department.page.ts';
import { endExtension } from './end-extension.ts';
import { graceConfirmPage, graceFormPage } from './grace.page.ts';
import { graceNoticePage } from './grace-notice.page.ts';
import { lapseReturned } from './lapse-returned.ts';
import { lapsedPage } from './lapsed.page.ts';
import { lookAtOpening } from './look-at-opening.ts';
import { closingMornings } from './mornings.ts';
import { recordGrace, recordGraceInput } from './record-grace.ts';
import { closingReport } from './refs.ts';
import { closingReportPage } from './report.page.ts';
import { toOpenPage } from './to-open.page.ts';

const reportInput = z.strictObject({ round: z.string().max(40) });

/** The end of a round, more time for everyone, and the next round that is to be opened. */
export const closing = capability({
  verbs: [
    verb('round.grace', recordGraceInput, recordGrace),
    opens('round.report', reportInput, closingReport, (ctx) => requireMay(ctx, isOffice, 'OFFICE_ONLY')),
  ],
  pages: [
    graceFormPage,
    graceConfirmPage,
    graceNoticePage,
    lapsedPage,
    closingReportPage,
    closingDepartmentPage,
    toOpenPage,
  ],
  spreads: closingSpreads,
  mornings: closingMornings,
  lanes: [
    lane({ lane: 'close', record: closingRecord, everyMs: 10_000, handle: closeRound }),
    lane({ lane: 'lapse', record: nominationRecord, everyMs: 60_000, handle: lapseReturned }),
    lane({ lane: 'extension', record: extensionRecord, everyMs: 60_000, handle: endExtension }),
    lane({ lane: 'opening', record: openingRecord, everyMs: 60_000, handle: lookAtOpening }),
  ],
});
