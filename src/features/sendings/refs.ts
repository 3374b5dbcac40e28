import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';

/** As a card names a department: an id, everyone, or those who belong to none. */
export const everyone = '';
export const noDepartment = 'none';

import { outcomes } from '../../records/message.ts';

export const peopleParams = z.strictObject({
  spread: z.string().max(300),
  /** An id, `none`, or empty for the whole unit. */
  department: z.string().max(100).default(everyone),
  /** Empty = all of them, what asks for something first. */
  outcome: z.enum(['', ...outcomes]).default(''),
  page: z.string().max(10).default('0'),
  /** In a long list: the last recipient of the page before, and how many came before this page. */
  after: z.string().max(1_000).default(''),
  before: z.string().max(10).default('0'),
});
const stopParams = z.strictObject({ spread: z.string() });

export const sendingDepartments = pageName(
  'sending.departments',
  z.strictObject({ spread: z.string(), page: z.string() }),
);
export const sendingFile = pageName('sending.file', z.strictObject({ spread: z.string(), sha256: z.string() }));
export const sendingList = pageName('sending.list', z.strictObject({ page: z.string().default('0') }));
export const sendingPeople = pageName('sending.people', peopleParams);
export const sendingRecalled = pageName('sending.recalled', z.strictObject({ spread: z.string(), page: z.string() }));
export const sendingResend = pageName(
  'sending.resend',
  z.strictObject({ spread: z.string(), formId: z.string().default('') }),
);
export const sendingShow = pageName(
  'sending.show',
  z.strictObject({ spread: z.string(), page: z.string().default('0') }),
);
export const sendingCancel = pageName('sending.cancel', stopParams);
export const sendingRecall = pageName('sending.recall', stopParams);
