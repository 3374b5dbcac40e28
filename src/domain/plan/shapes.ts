import { z } from 'zod';

/** A calendar date `yyyy-MM-dd` in the plan's zone. */
export const date = z.iso.date('takes a date that exists, year-month-day in quotes, such as "2026-11-30"');
export const id = z.string().regex(/^[a-zA-Z0-9-]+$/, 'takes letters without marks, digits and hyphens only');
export const text = z.string().trim().min(1);
/** A day of any year, `MM-dd`. */
export const monthDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'takes month-day in quotes, such as "11-30"');
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'takes hour:minute in quotes, such as "08:30"');

/** A value that changes with the law: the row with the latest `from` not after the date of the paper made is in force. */
export const dated = <T extends z.ZodType>(value: T) =>
  z.array(z.strictObject({ from: date, value, source: z.string() })).min(1);
