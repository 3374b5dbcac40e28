import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';
import { instant } from '../../records/fields.ts';

/** Every dossier that was ever sent is in one of these. */
export const queueFilters = ['waiting', 'submitted', 'returned', 'onHold', 'accepted', 'ended', 'gone'] as const;

const formsParams = z.strictObject({ nomination: z.string() });
export const queueParams = z.strictObject({
  round: z.string().default(''),
  /** `all` lists every state; empty = a request to take in, which nobody is sent when nothing waits any more. */
  filter: z.enum(['', 'all', ...queueFilters]).default(''),
  page: z.string().default('0'),
});

export const intakeReturnForm = pageName('intake.returnForm', formsParams);
export const intakeHoldForm = pageName('intake.holdForm', formsParams);
export const intakeSummaryForm = pageName('intake.summaryForm', formsParams);
export const intakeOriginalForm = pageName('intake.originalForm', formsParams);
export const intakeOriginals = pageName('intake.originals', z.strictObject({ round: z.string() }));
export const intakeExtended = pageName('intake.extended', z.strictObject({ round: z.string(), candidate: z.string() }));
const news = z.enum(['accepted', 'resumed', 'late', 'reopened']);
export type News = z.infer<typeof news>;
/** `at`: when it happened, as stored. */
export const intakeNews = pageName('intake.news', z.strictObject({ nomination: z.string(), what: news, at: instant }));
export const intakeHeld = pageName('intake.held', z.strictObject({ nomination: z.string() }));
export const intakeFind = pageName(
  'intake.find',
  z.strictObject({
    round: z.string().default(''),
    name: z.string().default(''),
    page: z.string().default('0'),
  }),
  ['intake.lateList'],
);
export const intakeLateForm = pageName('intake.lateForm', z.strictObject({ nomination: z.string() }));
export const intakeOpen = pageName('intake.open', z.strictObject({ nomination: z.string() }));
export const intakeQueue = pageName('intake.queue', queueParams);
