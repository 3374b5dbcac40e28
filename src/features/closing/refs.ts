import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';

/** Its messages are those of the morning. */
export const closedSpread = 'morning.closed';
export const closingDepartment = pageName(
  'closing.department',
  z.strictObject({ round: z.string(), department: z.string(), times: z.string().default('') }),
);
export const closingGrace = pageName('closing.grace', z.strictObject({ round: z.string(), grace: z.string() }));
export const closingGraceForm = pageName('closing.graceForm', z.strictObject({ round: z.string() }));
export const closingGraceConfirm = pageName(
  'closing.graceConfirm',
  z.strictObject({
    round: z.string(),
    day: z.string(),
    time: z.string(),
    until: z.iso.datetime(),
    reason: z.string(),
    seen: z.string(),
  }),
);
export const closingLapsed = pageName('closing.lapsed', z.strictObject({ nomination: z.string() }));
export const closingReport = pageName(
  'closing.report',
  z.strictObject({ round: z.string(), times: z.string().default('') }),
);
export const closingToOpen = pageName('closing.toOpen', z.strictObject({}));
