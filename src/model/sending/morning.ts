import { DateTime } from 'luxon';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { type Delivery, deliveryId, deliveryRecord } from '../../records/message.ts';
import type { Loaded } from '../../records/record.ts';

/** Kinds of message that may carry a morning: whichever is owed first speaks of everything that falls due for the person that day. */
const carriers = ['remind.staff', 'remind.head', 'remind.digest', 'remind.milestones', 'remind.leaders'] as const;

/**
 * What a reminder to a person is about: the day. Waves of several rounds, and of several kinds, owe one message; whichever comes later finds
 * it owed. One sent by hand is one more, for somebody decided so.
 */
export const reminderSubject = (day: string, isByHand = false): string => `reminder:${isByHand ? 'manual:' : ''}${day}`;

/** Ids of every message that a reminder of this subject may be to one person. */
export const carriedBy = (subject: string, to: string): string[] =>
  carriers.map((kind) => deliveryId(subject, 1, kind, to));

/** Longer than a message takes from being composed to being sent. */
const onItsWay = { seconds: 5 };

interface Found {
  readonly to: string;
  readonly day: string;
  /** UTC instant at which what is to be told was found. */
  readonly found: string;
}

/** Whether the message of that morning tells it already: it is still to be composed, or was composed since. */
export async function isTold(turn: Turn, ask: Found): Promise<boolean> {
  return (await ofMorning(turn, ask)).some(tells(ask.found));
}

/**
 * Subject of the message that is to tell what a spread found: the morning's, or the spread itself when that message was composed before, so
 * that nothing is said twice.
 * @returns undefined when the message of that morning tells it already
 */
export async function tellingSubject(
  turn: Turn,
  ask: Found & { readonly spread: string },
): Promise<string | undefined> {
  const messages = await ofMorning(turn, ask);
  if (messages.length === 0 || messages.some(({ data }) => data.cause === ask.spread)) return reminderSubject(ask.day);
  return messages.some(tells(ask.found)) ? undefined : ask.spread;
}

async function ofMorning(turn: Turn, { to, day }: Found): Promise<Loaded<Delivery>[]> {
  return [...(await turn.getMany(deliveryRecord, carriedBy(reminderSubject(day), to))).values()];
}

/** Whoever cannot be reached has it once they can; it is composed then. */
function tells(found: string): (message: Loaded<Delivery>) => boolean {
  const since = stamp(DateTime.fromISO(found).plus(onItsWay));
  return ({ data: { state, sentAt } }) =>
    state === 'pending' || state === 'unreachable' || (sentAt !== null && sentAt > since);
}
