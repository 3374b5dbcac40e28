import { z } from 'zod';
import { CodedError } from '../../domain/errors.ts';
import { hasRole } from '../../domain/policy/roles.ts';
import { show } from '../../pipeline/answer.ts';
import { type Feature, verb } from '../../pipeline/route.ts';
import { closingSpreads } from './closing.spreads.ts';
import { closingDepartmentPage } from './department.page.ts';
import { graceConfirmPage, graceFormPage } from './grace.page.ts';
import { graceNoticePage } from './grace-notice.page.ts';
import { lapsedPage } from './lapsed.page.ts';
import { recordGrace, recordGraceInput } from './record-grace.ts';
import { closingReportPage } from './report.page.ts';
import { toOpenPage } from './to-open.page.ts';

const reportInput = z.strictObject({ round: z.string().max(40) });

/** The end of a round, more time for everyone, and the next round that is to be opened. */
export const closingFeature: Feature = {
  commands: [],
  verbs: [
    verb('round.grace', recordGraceInput, recordGrace),
    verb('round.report', reportInput, async (ctx, { round }) => {
      if (!hasRole(ctx.actor, 'office')) throw new CodedError('OFFICE_ONLY');
      return show('closing.report', { round });
    }),
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
};
