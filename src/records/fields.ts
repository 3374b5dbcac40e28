import { z } from 'zod';
import type { Where } from './record.ts';

/** A UTC instant as luxon writes it: `yyyy-MM-ddTHH:mm:ss.SSSZ`; strings of this form sort by time. */
export const instant = z.iso.datetime();
/** A calendar date `yyyy-MM-dd` in the plan's zone. */
export const day = z.iso.date();

/** Who is considered: a person, or a department as a collective. */
export const candidate = z.strictObject({ kind: z.enum(['person', 'department']), id: z.string() });

/** Who did something and when. `by` is a person's id. */
export const act = z.strictObject({ by: z.string(), at: instant });

/** What belongs to a round. */
export const byRound = (round: string): Where => ({ field: 'round', equals: round });
/** What belongs to a department in a round. */
export const byDepartment = (round: string, departmentId: string): Where => ({
  field: 'department',
  equals: `${round}:${departmentId}`,
});
