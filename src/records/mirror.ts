import { z } from 'zod';
import { instant } from './fields.ts';
import { pageRef } from './message.ts';
import { defineRecord, indexed, type Where } from './record.ts';

const mirror = z.strictObject({
  /** What it shows; empty when that does not change, and the card is only to be drawn once. */
  subject: z.string(),
  /** Whose eyes the card is drawn for: a person's id or `channel:<purpose>`. */
  to: z.string(),
  conversationId: z.string(),
  activityId: z.string(),
  show: pageRef,
  /** The delivery that posted it; empty when it came as the answer to something said. */
  delivery: z.string(),
  /** When what it shows was composed: later changes are not in it. */
  updatedAt: instant,
  /** Set while the posted card is out of date. */
  dueAt: instant.nullable(),
});
export type Mirror = z.infer<typeof mirror>;
export const mirrorBy = {
  subject: (subject: string): Where => ({ field: 'subject', equals: subject }),
  /** The cards of one thing for one reader. */
  card: ({ subject, to }: Pick<Mirror, 'subject' | 'to'>): Where => ({ field: 'card', equals: `${subject}:${to}` }),
};
/** A posted card that shows state and is kept in step with it. */
export const mirrorRecord = defineRecord<Mirror>({
  type: 'mirror',
  v: 3,
  schema: mirror,
  upcasts: { 1: (m) => ({ delivery: '', ...(m as object) }), 2: (m) => m },
  index: (m) => indexed(mirrorBy.subject(m.subject), mirrorBy.card(m)),
  owed: (m) => (m.dueAt === null ? undefined : { lane: 'mirror', dueAt: m.dueAt }),
});
export const mirrorId = (conversationId: string, activityId: string): string =>
  `mirror:${conversationId}:${activityId}`.replace(/[/\\?#]/g, '_');

const refresh = z.strictObject({
  subject: z.string(),
  /** Whose cards alone: a person's id or `channel:<purpose>`; empty = everybody's. */
  to: z.string(),
  /** Cards composed until then may not show the change; null before the first look. */
  since: instant.nullable(),
  /** The last card dealt with; empty at the start of a look. */
  cursor: z.string(),
  /** The second look, for cards that were on their way during the first. */
  late: z.boolean(),
  dueAt: instant,
});
export type Refresh = z.infer<typeof refresh>;
/** "The cards that show this subject are out of date"; created with the change that made it so. */
export const refreshRecord = defineRecord<Refresh>({
  type: 'refresh',
  v: 2,
  schema: refresh,
  upcasts: { 1: (r) => ({ to: '', ...(r as object) }) },
  owed: (r) => ({ lane: r.late ? 'refreshLate' : 'refresh', dueAt: r.dueAt }),
});
/** The posted cards that it means. */
export const outdatedBy = ({ subject, to }: Pick<Refresh, 'subject' | 'to'>): Where =>
  to === '' ? mirrorBy.subject(subject) : mirrorBy.card({ subject, to });
export const refreshId = (subject: string, rev: number | string): string => `refresh:${subject}@${rev}`;
