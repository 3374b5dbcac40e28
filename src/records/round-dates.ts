import { z } from 'zod';
import { milestoneIds } from '../domain/plan/plan.ts';
import { act, day } from './fields.ts';
import { defineRecord } from './record.ts';

const schema = z.strictObject({
  round: z.string(),
  /** What the office set otherwise than the plan; `on` null = it took the plan's date away. */
  dates: z.array(z.strictObject({ id: z.enum(milestoneIds), on: day.nullable(), changed: act })),
});
export type RoundDates = z.infer<typeof schema>;

/** The dates that the office gives the milestones of a round before it opens it. Written once more, empty, by the opening that takes them over. */
export const roundDatesRecord = defineRecord<RoundDates>({ type: 'roundDates', v: 1, schema });
export const roundDatesId = (round: string): string => `roundDates:${round}`;
