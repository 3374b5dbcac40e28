import { z } from 'zod';
import { act, byRound, day } from './fields.ts';
import { defineRecord, indexed } from './record.ts';

const schema = z.strictObject({
  round: z.string(),
  departmentId: z.string(),
  heldOn: day,
  present: z.int(),
  total: z.int(),
  chair: z.string(),
  secretary: z.string(),
  notes: z.string(),
  recorded: act,
});
export type DepartmentMeeting = z.infer<typeof schema>;
/** The department's deliberation meeting (họp bình xét). */
export const meetingRecord = defineRecord<DepartmentMeeting>({
  type: 'meeting',
  v: 1,
  schema,
  index: (m) => indexed(byRound(m.round)),
});
export const meetingId = (round: string, departmentId: string): string => `meeting:${round}:${departmentId}`;
