import { z } from 'zod';
import type { Attendance } from '../domain/people/presence.ts';
import { day } from './fields.ts';

/** What somebody is looked for by, and listed by when found: read from the index, so that nobody is read who is not shown. */
export interface Sought extends Attendance {
  readonly fullName: string;
  readonly email: string;
}

/** The field by whose values people are looked for. */
export const sought = 'sought';

const values = z.tuple([
  z.string(),
  z.string(),
  z.enum(['active', 'onLeave', 'left']),
  day.nullable(),
  day.nullable(),
  day.nullable(),
]);

export function soughtOf({ fullName, email, status, statusFrom, statusTo, endDate }: Sought): string {
  const value: z.infer<typeof values> = [fullName, email, status, statusFrom, statusTo, endDate];
  return JSON.stringify(value);
}

/** What the values of everyone of this name begin with. */
export const soughtNamed = (fullName: string): string => `${JSON.stringify([fullName]).slice(0, -1)},`;

export function soughtFrom(value: string): Sought {
  const [fullName, email, status, statusFrom, statusTo, endDate] = JSON.parse(value) as z.infer<typeof values>;
  return { fullName, email, status, statusFrom, statusTo, endDate };
}
