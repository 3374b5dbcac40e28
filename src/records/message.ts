import { z } from 'zod';
import { instant } from './fields.ts';
import { defineRecord, indexed, type Where } from './record.ts';

/** What the upcasts read: any earlier shape. */
type Older = Readonly<Record<string, unknown>>;

/** Which page to show, with ids only; the page is composed from current records when it is sent. */
export const pageRef = z.strictObject({
  page: z.string(),
  params: z.record(z.string(), z.string()),
  /** The form that the page is a step of, as it is kept while it is unfinished: also of a card that is drawn again or sent later. */
  within: z.string().optional(),
});
export type PageRef = z.infer<typeof pageRef>;

const delivery = z.strictObject({
  /** A person's id, or `channel:<purpose>`. */
  to: z.string(),
  /** The recipient's department when it was owed; empty for a channel, or when nobody asked for it. */
  department: z.string(),
  show: pageRef,
  /** What it is about: `announce.launch`, `review.request`, `remind.staff` … */
  kind: z.string(),
  /** What caused it: a spread's id or a record's id. */
  cause: z.string(),
  /** Requests of one key to one person merge: the first at once, the rest in the afternoon (`nextRequestAt`); empty = never, or no more. */
  coalesce: z.string(),
  urgent: z.boolean(),
  /** When the outcome of a send is unknown: resend once and mark, or leave it marked. */
  onUnknown: z.enum(['resendOnce', 'leave']),
  state: z.enum([
    'pending',
    'sending',
    'sent',
    'ambiguous',
    'unreachable',
    'superseded',
    'expired',
    'refused',
    'recalling',
    'recalled',
  ]),
  /** Its outcome was once unknown: the person may have received it twice, or (state `ambiguous`) not at all. */
  doubtful: z.boolean(),
  /** Its conversation was gone and has been made anew, once. */
  recreated: z.boolean(),
  attempts: z.int(),
  reason: z.string(),
  createdAt: instant,
  dueAt: instant,
  expiresAt: instant.nullable(),
  sentAt: instant.nullable(),
  /** The recipient's first click on it, which also tells that it arrived. */
  answeredAt: instant.nullable(),
  activityId: z.string(),
});
export type Delivery = z.infer<typeof delivery>;
/** Kind of an answer that Teams did not take in its turn: owed like a message, and turned over like any other answer. */
export const owedAnswer = 'answer';
/** Whether it tells by itself (an announcement, a receipt, a reminder): then it stays in the chat as it was sent, whatever is opened from it. */
export const tells = ({ kind }: Pick<Delivery, 'kind'>): boolean => kind !== owedAnswer;
/** Only what waits and what was sent last is found by its key, so that asking stays as quick after years. */
const merges = (d: Delivery): boolean => d.coalesce !== '' && ['pending', 'sending', 'sent'].includes(d.state);

/** What has become of a message, for whoever counts: `dropped` had nothing to tell any more, `refused` is a fault of ours. */
export const outcomes = [
  'waiting',
  'delivered',
  'answered',
  'ambiguous',
  'unreachable',
  'refused',
  'dropped',
  'recalled',
] as const;
export type DeliveryOutcome = (typeof outcomes)[number];

export function outcomeOf({ state, answeredAt }: Pick<Delivery, 'state' | 'answeredAt'>): DeliveryOutcome {
  switch (state) {
    case 'pending':
    case 'sending':
      return 'waiting';
    case 'sent':
    case 'recalling':
      return answeredAt === null ? 'delivered' : 'answered';
    case 'superseded':
    case 'expired':
      return 'dropped';
    default:
      return state;
  }
}

/** How one stands that was held back after a restoration, and that the office did not want sent. */
export const heldDropped = { state: 'expired', reason: 'held-dropped' } as const satisfies Partial<Delivery>;

/** How the reason of a message begins that could not be taken back; what follows says why. */
export const notRecalled = 'not-recalled:';
function recallOf({ state, reason }: Delivery): 'going' | 'failed' | undefined {
  if (state === 'recalling') return 'going';
  return state === 'sent' && reason.startsWith(notRecalled) ? 'failed' : undefined;
}
/** States that wait for something, or for somebody to look. The rest are settled, and most by far: no index has them. */
export const countedStates = ['pending', 'sending', 'ambiguous', 'unreachable', 'refused', 'recalling'] as const;
/** By which an operator counts them, of whatever cause. */
export const deliveryStateField = 'state';
export type CountedState = (typeof countedStates)[number];
const isCountedState = (state: Delivery['state']): state is CountedState =>
  countedStates.some((each) => each === state);
/** How many, and which, without reading the rest. */
export const deliveryBy = {
  cause: (cause: string): Where => ({ field: 'cause', equals: cause }),
  to: (owner: string): Where => ({ field: 'to', equals: owner }),
  outcome: (cause: string, outcome: DeliveryOutcome): Where => ({ field: 'outcome', equals: `${cause}:${outcome}` }),
  outcomeIn: (cause: string, departmentId: string, outcome: DeliveryOutcome): Where => ({
    field: 'outcomeIn',
    equals: `${cause}:${departmentId}:${outcome}`,
  }),
  /** Those that merge: of one key, to one recipient. */
  alike: ({ coalesce, to }: Pick<Delivery, 'coalesce' | 'to'>): Where => ({
    field: 'coalesce',
    equals: `${coalesce}:${to}`,
  }),
  /** What is being taken back, and what could not be. */
  recall: (cause: string, how: 'going' | 'failed'): Where => ({ field: 'recall', equals: `${cause}:${how}` }),
};

/** Whoever asks how many of each department were told also asks for those who belong to none. */
const isCounted = (d: Delivery): boolean => d.department !== '' || d.cause.startsWith(spreadId(''));

const lanes = { pending: 'send', sending: 'send', recalling: 'recall' } as const;
const laneOf = (d: Delivery): string | undefined => {
  const lane = d.state in lanes ? lanes[d.state as keyof typeof lanes] : undefined;
  return lane === 'send' && d.urgent ? 'sendUrgent' : lane;
};

/** One message owed to one address. */
export const deliveryRecord = defineRecord<Delivery>({
  type: 'delivery',
  v: 4,
  schema: delivery,
  upcasts: {
    1: (d) => ({ department: '', recreated: false, answeredAt: null, ...(d as Older) }),
    2: (d) => d,
    3: (d) => d,
  },
  index: (d) => {
    const recall = recallOf(d);
    return indexed(
      deliveryBy.cause(d.cause),
      deliveryBy.to(d.to),
      deliveryBy.outcome(d.cause, outcomeOf(d)),
      isCounted(d) ? deliveryBy.outcomeIn(d.cause, d.department, outcomeOf(d)) : undefined,
      merges(d) ? deliveryBy.alike(d) : undefined,
      isCountedState(d.state) ? { field: deliveryStateField, equals: d.state } : undefined,
      recall === undefined ? undefined : deliveryBy.recall(d.cause, recall),
    );
  },
  owed: (d) => {
    const lane = laneOf(d);
    return lane === undefined ? undefined : { lane, dueAt: d.dueAt };
  },
});
export const deliveryId = (subject: string, rev: number, kind: string, to: string): string =>
  `delivery:${subject}@${rev}:${kind}:${to}`;

/** The kind of a message that goes out for the n-th time; the first time it has no mark. */
export const resentKind = (kind: string, n: number): string => `${kind}~${n}`;
/** Id of the message that repeats this one for the n-th time, to the same recipient. */
export const resentId = (first: { readonly id: string; readonly data: Pick<Delivery, 'to'> }, n: number): string =>
  `${resentKind(first.id.slice(0, -first.data.to.length - 1), n)}:${first.data.to}`;
/** For the how-many-th time a message goes out. */
export const timesSent = ({ data }: { readonly data: Pick<Delivery, 'kind'> }): number =>
  Number(/~(\d+)$/.exec(data.kind)?.[1] ?? 1);
/** Messages that repeat one another have this in common. */
export const repeatedId = ({ id, data }: { readonly id: string; readonly data: Pick<Delivery, 'to'> }): string =>
  `${id.slice(0, -data.to.length - 1).replace(/~\d+$/, '')}:${data.to}`;

/** Ids of those who act in a post for a time, and whom nothing of their own makes a part of the audience. */
const acting = z.array(z.string());
/** Who a spread reaches; people who left are never reached. */
const audience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everyone') }),
  z.strictObject({ kind: z.literal('department'), departmentId: z.string(), acting }),
  z.strictObject({ kind: z.literal('organisation'), organisation: z.string() }),
  z.strictObject({ kind: z.literal('officers'), acting }),
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
  /** People looked at so far, told or not, save those to whom the same message was owed already for another cause. */
  passed: z.int(),
  state: z.enum(['running', 'done', 'cancelled']),
  dueAt: instant,
  startedBy: z.string(),
  startedAt: instant,
  /** When the last person was dealt with, or it was cancelled. */
  endedAt: instant.nullable(),
  /** When the cards that show its progress are looked after next; null once nothing changes any more. */
  watchAt: instant.nullable(),
  /** The figures of its progress at the last look; cards that show them are drawn again when they have changed. */
  seen: z.string(),
  /** It was on its way when a backup was made, and the office wants it sent to nobody more: whoever it still comes to is owed it as `heldDropped`. */
  dropped: z.boolean(),
});
export type Spread = z.infer<typeof spread>;
/** An effect on many people, carried out in steps that a crash resumes. */
export const spreadRecord = defineRecord<Spread>({
  type: 'spread',
  v: 4,
  schema: spread,
  upcasts: {
    1: (s) => {
      const old = s as Older;
      const endedAt = old.state === 'done' ? old.dueAt : null;
      return { passed: old.owed, startedAt: old.dueAt, endedAt, watchAt: null, seen: '', ...old };
    },
    2: (s) => ({ dropped: false, ...(s as Older) }),
    3: (s) => {
      const { audience: old, ...rest } = s as { audience: Older };
      const hasActing = old.kind === 'department' || old.kind === 'officers';
      return { ...rest, audience: hasActing ? { ...old, acting: [] } : old };
    },
  },
  index: (s) => indexed(spreadsOf(s.kind, Number(s.startedAt.slice(0, 4)))),
  owed: (s) => {
    if (s.state === 'running') return { lane: 'spread', dueAt: s.dueAt };
    return s.watchAt === null ? undefined : { lane: 'watch', dueAt: s.watchAt };
  },
});
/** Those of one kind that were started in one year (UTC), for lists that begin with the newest. */
export const spreadsOf = (kind: string, year: number): Where => ({ field: 'sentIn', equals: `${kind}:${year}` });
export const spreadId = (cause: string): string => `spread:${cause}`;
