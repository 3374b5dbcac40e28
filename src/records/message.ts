import { z } from 'zod';
import { instant } from './fields.ts';
import { defineRecord } from './record.ts';

/** Which page to show, with ids only; the page is composed from current records when it is sent. */
const pageRef = z.strictObject({ page: z.string(), params: z.record(z.string(), z.string()) });
export type PageRef = z.infer<typeof pageRef>;

const delivery = z.strictObject({
  /** A person's id, or `channel:<purpose>`. */
  to: z.string(),
  show: pageRef,
  /** What it is about: `announce.launch`, `review.request`, `remind.staff` … */
  kind: z.string(),
  /** What caused it: a spread's id or a record's id. */
  cause: z.string(),
  /** Deliveries of one key to one person merge: the first at once, then at most one each 30 minutes; empty = never, or no more. */
  coalesce: z.string(),
  urgent: z.boolean(),
  /** When the outcome of a send is unknown: resend once and mark, or leave it marked. */
  onUnknown: z.enum(['resendOnce', 'leave']),
  state: z.enum(['pending', 'sending', 'sent', 'ambiguous', 'unreachable', 'superseded', 'expired', 'refused']),
  /** Its outcome was once unknown: the person may have received it twice, or (state `ambiguous`) not at all. */
  doubtful: z.boolean(),
  attempts: z.int(),
  reason: z.string(),
  createdAt: instant,
  dueAt: instant,
  expiresAt: instant.nullable(),
  sentAt: instant.nullable(),
  activityId: z.string(),
});
export type Delivery = z.infer<typeof delivery>;
/** Which deliveries merge: of one key, to one recipient. */
export const alikeKey = (d: Pick<Delivery, 'coalesce' | 'to'>): string => `${d.coalesce}:${d.to}`;
/** Only what waits and what was sent last is found by its key, so that asking stays as quick after years. */
const merges = (d: Delivery): boolean => d.coalesce !== '' && ['pending', 'sending', 'sent'].includes(d.state);

/** One message owed to one address. */
export const deliveryRecord = defineRecord<Delivery>({
  type: 'delivery',
  v: 1,
  schema: delivery,
  index: (d) => ({ cause: d.cause, to: d.to, ...(merges(d) ? { coalesce: alikeKey(d) } : {}) }),
  owed: (d) =>
    d.state === 'pending' || d.state === 'sending'
      ? { lane: d.urgent ? 'sendUrgent' : 'send', dueAt: d.dueAt }
      : undefined,
});
export const deliveryId = (subject: string, rev: number, kind: string, to: string): string =>
  `delivery:${subject}@${rev}:${kind}:${to}`;

/** Who a spread reaches; people who left are never reached. */
const audience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everyone') }),
  z.strictObject({ kind: z.literal('department'), departmentId: z.string() }),
  z.strictObject({ kind: z.literal('organisation'), organisation: z.string() }),
  z.strictObject({ kind: z.literal('officers') }),
]);
export type Audience = z.infer<typeof audience>;

const spread = z.strictObject({
  /** Names the function that decides what each person is owed. */
  kind: z.string(),
  audience,
  params: z.record(z.string(), z.string()),
  /** The last person dealt with; empty at the start. */
  cursor: z.string(),
  owed: z.int(),
  state: z.enum(['running', 'done']),
  dueAt: instant,
  startedBy: z.string(),
});
export type Spread = z.infer<typeof spread>;
/** An effect on many people, carried out in steps that a crash resumes. */
export const spreadRecord = defineRecord<Spread>({
  type: 'spread',
  v: 1,
  schema: spread,
  owed: (s) => (s.state === 'running' ? { lane: 'spread', dueAt: s.dueAt } : undefined),
});
export const spreadId = (cause: string): string => `spread:${cause}`;

const mirror = z.strictObject({
  subject: z.string(),
  /** Whose eyes the card is drawn for: a person's id or `channel:<purpose>`. */
  to: z.string(),
  conversationId: z.string(),
  activityId: z.string(),
  show: pageRef,
  /** When what it shows was composed: later changes are not in it. */
  updatedAt: instant,
  /** Set while the posted card is out of date. */
  dueAt: instant.nullable(),
});
export type Mirror = z.infer<typeof mirror>;
/** Cards that show the same thing to the same reader. */
export const cardKey = (m: Pick<Mirror, 'subject' | 'to'>): string => `${m.subject}:${m.to}`;
/** A posted card that shows state and is kept in step with it. */
export const mirrorRecord = defineRecord<Mirror>({
  type: 'mirror',
  v: 1,
  schema: mirror,
  index: (m) => ({ subject: m.subject, card: cardKey(m) }),
  owed: (m) => (m.dueAt === null ? undefined : { lane: 'mirror', dueAt: m.dueAt }),
});
export const mirrorId = (conversationId: string, activityId: string): string =>
  `mirror:${conversationId}:${activityId}`.replace(/[/\\?#]/g, '_');

const refresh = z.strictObject({
  subject: z.string(),
  /** Cards composed until then may not show the change; null before the first look. */
  since: instant.nullable(),
  /** The last card dealt with; empty at the start of a look. */
  cursor: z.string(),
  /** The second look, for cards that were on their way during the first. */
  late: z.boolean(),
  dueAt: instant,
});
/** "The cards that show this subject are out of date"; created with the change that made it so. */
export const refreshRecord = defineRecord<z.infer<typeof refresh>>({
  type: 'refresh',
  v: 1,
  schema: refresh,
  owed: (r) => ({ lane: r.late ? 'refreshLate' : 'refresh', dueAt: r.dueAt }),
});
export const refreshId = (subject: string, rev: number | string): string => `refresh:${subject}@${rev}`;
