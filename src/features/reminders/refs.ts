import { z } from 'zod';
import { pageName } from '../../pipeline/page-name.ts';

/** Whom a reminder by hand is for. */
export const remindedAudience = z.enum(['staff', 'heads', 'department', 'person']);

const headReminderParams = z.object({
  day: z.string(),
  /** `byHand`: somebody asked for it, or it is the last afternoon; it says how things stand also when nothing is new. */
  kind: z.enum(['head', 'headDigest', 'byHand']).default('head'),
});

export const remindersDigest = pageName(
  'reminders.digest',
  z.strictObject({ round: z.string(), day: z.string(), wave: z.string() }),
);
export const remindersHead = pageName('reminders.head', headReminderParams);
export const remindQuiet = pageName('remind.quiet', z.strictObject({ round: z.string() }));
export const remindConfirm = pageName(
  'remind.confirm',
  z.strictObject({
    round: z.string(),
    audience: remindedAudience,
    /** The department's or the person's id. */
    of: z.string().default(''),
    formId: z.string(),
  }),
);
/** Whom of one department to remind; empty = which department. */
export const remindDepartment = pageName(
  'remind.department',
  z.strictObject({ round: z.string(), department: z.string().default(''), page: z.string().default('0') }),
);
export const remindShow = pageName('remind.show', z.strictObject({ round: z.string() }));
export const remindersStaff = pageName('reminders.staff', z.object({ day: z.string() }));
