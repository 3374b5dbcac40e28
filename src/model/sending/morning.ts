import { DateTime } from 'luxon';
import type { Turn } from '../../pipeline/turn.ts';
import { stamp } from '../../ports/commit.ts';
import { deliveryId, deliveryRecord } from '../../records/message.ts';

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

interface Morning {
  readonly to: string;
  readonly day: string;
  /** UTC instant at which what is to be told was found. */
  readonly found: string;
  readonly isByHand?: boolean;
}

/** Whether a message of that day tells it already: it waits to be composed, or was composed since. */
export async function isTold(turn: Turn, { to, day, found, isByHand = false }: Morning): Promise<boolean> {
  const since = stamp(DateTime.fromISO(found).plus(onItsWay));
  const messages = await turn.getMany(deliveryRecord, carriedBy(reminderSubject(day, isByHand), to));
  return [...messages.values()].some(
    ({ data: { state, sentAt } }) => state === 'pending' || (sentAt !== null && sentAt > since),
  );
}
