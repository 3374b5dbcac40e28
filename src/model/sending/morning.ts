import type { DateTime } from 'luxon';
import { beginSendings, type Owing, owe, type Sending } from '../../delivery/owe/owe.ts';
import { type Morning, morningAfter } from '../../domain/calendar/morning.ts';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import type { Change } from '../../ports/store.ts';
import {
  type Delivery,
  deliveryId,
  deliveryRecord,
  type PageRef,
  spreadId,
  spreadRecord,
} from '../../records/message.ts';
import type { Loaded } from '../../records/record.ts';
import { isHeldBack } from './held-back.ts';
import { remindersDay } from './refs.ts';
import { writeSections } from './sections.ts';

/** The kind of the message of a morning, whatever it tells and whoever owed it first. */
export const morningKind = 'remind.day';
/** Of a reminder by hand; and of the message of a morning in earlier releases, which called it after whichever reminder came first. */
const otherKinds = ['remind.staff', 'remind.head', 'remind.digest', 'remind.milestones', 'remind.leaders'] as const;

/** What the office is told of: the messages of a morning, and what was found after they had been composed. */
export const morningSendings = { morning: morningKind, later: 'remind.later' } as const;

/**
 * What a reminder to a person is about: the day. Whatever falls due on it, of whatever round, is one message; what comes later finds it owed.
 * One sent by hand is one more, for somebody decided so.
 */
export const reminderSubject = (day: string, isByHand = false): string => `reminder:${isByHand ? 'manual:' : ''}${day}`;

/** Ids of every message that a reminder of this subject may be to one person. */
export const carriedBy = (subject: string, to: string): string[] =>
  [morningKind, ...otherKinds].map((kind) => deliveryId(subject, 1, kind, to));

/** Longer than a message takes from being composed to being sent. */
const onItsWay = { seconds: 5 };

interface Found {
  readonly to: string;
  readonly day: string;
  /** When what is to be told was found. */
  readonly found: DateTime;
}

/** Whether the message of that morning tells it already: it is still to be composed, or was composed since. */
export async function isTold(turn: Turn, ask: Found): Promise<boolean> {
  return isToldBy(turn, await ofMorning(turn, ask), ask.found);
}

/** Something that one person is to be told on a morning. */
export interface MorningWord {
  readonly to: string;
  readonly morning: Morning;
  readonly found: DateTime;
  /** Told by themselves once the message of that morning has been composed, so that nothing is said twice; and what that message is about. */
  readonly alone: { readonly sections: readonly PageRef[]; readonly subject: string };
}

/** The message that tells it: the one of the morning, or one of its own. @returns undefined when one that is owed does already */
export async function morningOwing(turn: Turn, { to, morning, found, alone }: MorningWord): Promise<Owing | undefined> {
  const { day } = morning;
  const messages = await ofMorning(turn, { to, day });
  if (await isToldBy(turn, messages, found)) return undefined;
  if (messages.length === 0) return morningMessage(to, morning);
  const show = remindersDay.ref({ day, only: writeSections(alone.sections) });
  const owing = { ...morningMessage(to, morning), show, subject: alone.subject, ...under('later', day) };
  return (await turn.get(deliveryRecord, idOf(owing))) === undefined ? owing : undefined;
}

/** The one message of a morning to a person. What it says is worth the day or longer, as each of its sections decides when it is composed. */
export const morningMessage = (to: string, { day, from }: Morning): Owing => ({
  to,
  kind: morningKind,
  show: remindersDay.ref({ day }),
  subject: reminderSubject(day),
  rev: 1,
  onUnknown: 'leave',
  from,
  ...under('morning', day),
});

/** What was found at one instant, for whom. */
export interface MorningNews {
  readonly at: DateTime;
  /** What a message that tells it alone is about. */
  readonly subject: string;
  readonly told: readonly { readonly to: string; readonly section: PageRef }[];
}

/** What the next morning's messages are to tell, to be committed with what caused it. */
export async function tellMorning(turn: Turn, { at, subject, told }: MorningNews): Promise<Change[]> {
  const morning = morningAfter(at, turn.plan);
  const now = turn.clock.now();
  const owed: Owing[] = [];
  for (const to of new Set(told.map((one) => one.to))) {
    const sections = told.filter((one) => one.to === to).map(({ section }) => section);
    const owing = await morningOwing(turn, { to, morning, found: at, alone: { sections, subject } });
    if (owing !== undefined) owed.push(owing);
  }
  return [
    ...(await beginSendings(turn.scope, now, { owed, stored: (id) => turn.get(spreadRecord, id) })),
    ...owed.map((owing) => owe(turn.scope, now, owing)),
  ];
}

const idOf = ({ subject, rev, kind, to }: Owing): string => deliveryId(subject, rev, kind, to);

function under(what: keyof typeof morningSendings, day: string): Pick<Owing, 'cause'> & { readonly sending: Sending } {
  const sending = { cause: `${what}:${day}`, kind: morningSendings[what], params: { day } };
  return { cause: spreadId(sending.cause), sending };
}

async function ofMorning(turn: Turn, { to, day }: Pick<Found, 'to' | 'day'>): Promise<Loaded<Delivery>[]> {
  return [...(await turn.getMany(deliveryRecord, carriedBy(reminderSubject(day), to))).values()];
}

/** One that a restoration holds back may never be sent: it tells nothing. */
async function isToldBy(turn: Turn, messages: readonly Loaded<Delivery>[], found: DateTime): Promise<boolean> {
  for (const { id } of messages.filter(tells(found))) if (!(await isHeldBack(turn, id))) return true;
  return false;
}

/** Whoever cannot be reached has it once they can; it is composed then. What is being posted was composed once it was due. */
function tells(found: DateTime): (message: Loaded<Delivery>) => boolean {
  const since = stamp(found.plus(onItsWay));
  return ({ data: { state, dueAt, sentAt } }) =>
    state === 'pending' ||
    state === 'unreachable' ||
    (state === 'sending' && dueAt > since) ||
    (sentAt !== null && sentAt > since);
}
