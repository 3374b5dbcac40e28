import { type Delivery, outcomeOf } from '../../src/records/message.ts';
import type { Window } from './account.ts';

/** What one person was owed and got. */
export interface PersonsCase {
  /** Messages of the launch that stand in their chat. */
  readonly received: number;
  /** What the bot's store says of it; nothing when it was never owed. */
  readonly delivery: Pick<Delivery, 'state' | 'answeredAt' | 'doubtful'> | undefined;
}

export interface Outcomes {
  readonly people: number;
  readonly delivered: number;
  /** Got nothing, and the office is not told so: neither unreachable nor refused nor ambiguous. */
  readonly lost: number;
  /** Got it more than once. */
  readonly duplicated: number;
  /** Of these, whose delivery does not say that its outcome was once unknown. */
  readonly unmarked: number;
  readonly mostCopies: number;
  /** Left as "sent or not, nobody knows". */
  readonly ambiguous: number;
  /** Of these, who did not get it. */
  readonly ambiguousWithout: number;
  /** Sent once more after an unknown outcome, or ambiguous. */
  readonly marked: number;
  /** Told as unreachable or refused. */
  readonly listed: number;
}

const told: readonly string[] = ['unreachable', 'refused', 'ambiguous'];

/** Who was missed and who was told twice, by the bot's store and the chats together. */
export function outcomesOf(cases: Iterable<PersonsCase>): Outcomes {
  const sum = {
    people: 0,
    delivered: 0,
    lost: 0,
    duplicated: 0,
    unmarked: 0,
    mostCopies: 0,
    ambiguous: 0,
    ambiguousWithout: 0,
    marked: 0,
    listed: 0,
  };
  for (const { received, delivery } of cases) {
    const outcome = delivery && outcomeOf(delivery);
    const isMarked = delivery?.doubtful === true;
    sum.people += 1;
    sum.mostCopies = Math.max(sum.mostCopies, received);
    if (received > 0) sum.delivered += 1;
    else if (outcome === undefined || !told.includes(outcome)) sum.lost += 1;
    if (received > 1) sum.duplicated += 1;
    if (received > 1 && !isMarked) sum.unmarked += 1;
    if (outcome === 'ambiguous') sum.ambiguous += 1;
    if (outcome === 'ambiguous' && received === 0) sum.ambiguousWithout += 1;
    if (outcome === 'unreachable' || outcome === 'refused') sum.listed += 1;
    if (isMarked) sum.marked += 1;
  }
  return sum;
}

export interface Rate {
  /** Messages of the launch a second. */
  readonly perSecond: number;
  /** What the tenant's limit left after all other requests. */
  readonly leftPerSecond: number;
  /** Of what was left, how much was used: 1 = all. */
  readonly share: number;
}

/** @param limit requests a second that the service takes from the bot in one tenant */
export function rateOf({ sent, others, seconds }: Window, limit: number): Rate {
  // The first message opens the window: what is sent within it are those after.
  const perSecond = seconds > 0 ? (sent - 1) / seconds : 0;
  const leftPerSecond = seconds > 0 ? limit - others / seconds : limit;
  return { perSecond, leftPerSecond, share: leftPerSecond > 0 ? perSecond / leftPerSecond : 0 };
}
